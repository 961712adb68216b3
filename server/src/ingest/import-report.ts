import type { Database, Scope } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import type { Message } from '../kernel/errors.ts';
import { applyIssueTexts } from './apply/issue-texts.ts';
import type { Form, Severity } from './define-source.ts';
import { issueMessage, issueTexts } from './issue-texts.ts';
import { sheetIssueTexts } from './sheet-issue-texts.ts';

/** Every sentence an import may say. */
export const allIssueTexts: Readonly<Record<string, Message>> = {
  ...issueTexts,
  ...sheetIssueTexts,
  ...applyIssueTexts,
};

/** One finding, at the spreadsheet's own row; row null speaks of the sheet. */
export interface ReportIssue {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly severity: Severity;
  readonly code: string;
  readonly message: Message;
  readonly value: string | null;
}

/** What an import returns for one recognised sheet: the promise of the form specification, field by field. */
export interface ImportReport {
  /** The file's id: import(id) lists all its sheets. */
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly form: Form;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly statedOn: Day | null;
  readonly who: string;
  readonly when: string;
  readonly status: string;
  readonly dryRun: boolean;
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly parked: number;
  readonly duplicates: number;
  readonly repaired: number;
  readonly attached: number;
  /** How many findings there are; `issues` lists the first ten thousand of a sheet, import(id) all. */
  readonly issueCount: number;
  readonly issues: readonly ReportIssue[];
}

interface SheetRow extends Omit<ImportReport, 'when' | 'issues'> {
  readonly sheetId: number;
  readonly when: Date;
}
interface IssueRow extends Omit<ReportIssue, 'sheet' | 'message'> {
  readonly sheetId: number;
  readonly params: Record<string, string | number>;
}

const listed = 10_000;

/** The reports of one file's recognised sheets, in the order of the sheets. */
export async function loadReports(database: Database, scope: Scope, fileId: string): Promise<ImportReport[]> {
  const sheets = await database.read<SheetRow>(
    scope,
    `select s.id as "sheetId", f.id, f.file_name as "fileName", f.sha256, s.form, s.sheet, s.hidden,
        s.stated_on as "statedOn", f.sent_by as who, f.received_at as when, f.status, f.dry_run as "dryRun",
        s.rows_read as "rowsRead", s.inserted, s.updated, s.unchanged, s.rejected, s.parked, s.duplicates,
        s.repaired, s.attached,
        (select count(*) from import_issue i where i.sheet_id = s.id)::int as "issueCount"
       from import_sheet s join import_file f on f.id = s.file_id
      where f.id = $1 and s.status <> 'UNRECOGNISED' order by s.position`,
    [fileId],
  );
  const issues = await database.read<IssueRow>(
    scope,
    `select i.* from import_sheet s cross join lateral (
        select sheet_id as "sheetId", row_no as row, column_name as column, severity, code, params, value
          from import_issue where sheet_id = s.id order by row_no nulls first, id limit ${listed}) i
      where s.file_id = $1 order by s.position`,
    [fileId],
  );
  return sheets.map(({ sheetId, when, ...sheet }) => ({
    ...sheet,
    when: when.toISOString(),
    issues: issues.filter(issue => issue.sheetId === sheetId).map(issue => reportIssue(sheet.sheet, issue)),
  }));
}

function reportIssue(sheet: string, { row, column, severity, code, params, value }: IssueRow): ReportIssue {
  return {
    sheet,
    row,
    column,
    severity,
    code,
    message: issueMessage({ column, code, params, value }, allIssueTexts),
    value,
  };
}
