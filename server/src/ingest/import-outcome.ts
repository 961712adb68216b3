import { DomainError, type Message } from '../kernel/errors.ts';
import type { Refusal } from './import-files.ts';
import { allIssueTexts, type ImportReport } from './import-report.ts';
import { issueMessage } from './issue-texts.ts';
import type { SheetEvent } from './reader-events.ts';
import { nearestForm } from './apply/apply-file.ts';
import { IngestRefusal } from './refusal.ts';

/** What became of one file. */
export interface FileOutcome {
  readonly id: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly status: 'DONE' | 'REFUSED' | 'CANCELLED';
  /** Why nothing of the file was imported; null when it was. */
  readonly refusal: Refusal | null;
  /** Sheets that fit no form, beside others that did. */
  readonly unrecognised: readonly { readonly sheet: string; readonly message: Message | null }[];
  readonly reports: readonly ImportReport[];
}

/** Nothing was changed because the sender stopped the import. */
const cancelled = {
  zh: '导入已取消，未改动任何数据。',
  en: 'The import was cancelled; nothing was changed.',
};

/** The refusal that an error means, or undefined where it is a fault of ours. */
export function refusalOf(
  error: unknown,
  sheets: readonly SheetEvent[],
  signal?: AbortSignal,
): Refusal | undefined {
  if (signal?.aborted) return { code: 'CANCELLED', message: cancelled, missingColumns: [] };
  if (error instanceof IngestRefusal) {
    const missing = error.code === 'FORM_UNKNOWN' ? nearestForm(sheets)?.columns : undefined;
    return { code: error.code, message: error.text, missingColumns: missing ?? [] };
  }
  if (error instanceof DomainError && error.code !== 'INTERNAL') {
    return { code: error.code, message: error.text, missingColumns: [] };
  }
  return undefined;
}

/** Why a sheet was not imported. */
export function sheetMessage(sheet: SheetEvent): Message | null {
  const found = sheet.issues.find(issue => issue.code === 'FORM_UNKNOWN' || issue.code === 'NO_TABLE');
  return found ? issueMessage(found, allIssueTexts) : null;
}
