import { demand, importsOf } from '../../access/policy.ts';
import { demandFresh } from '../../access/steps.ts';
import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Form, Source } from '../define-source.ts';
import { allIssueTexts } from '../import-report.ts';
import { issueMessage } from '../issue-texts.ts';
import { keptRows } from '../kept-rows.ts';
import { isUuid } from '../keyset.ts';
import { mappingsOf } from '../mappings/header-mappings.ts';
import { isKept, keptDays } from './kept-for.ts';
import {
  rejectsWorkbook,
  type RejectedRow,
  type RejectedSheet,
  type RejectFault,
} from './rejects-workbook.ts';
import { holdsPersonal, type SentSheet } from './personal-cells.ts';
import { sentColumns } from './sheet-columns.ts';

/** Rows of one workbook; further parts hold the others. */
const partRows = 20_000;

interface FileRow {
  readonly id: string;
  readonly fileName: string;
  readonly status: string;
  readonly finishedAt: Date | null;
}
interface SheetRow {
  readonly id: number;
  readonly sheet: string;
  readonly form: Form;
  readonly statedOn: Day | null;
  readonly headers: string[];
  readonly unknownColumns: string[];
  readonly rows: number[];
}

/** What the rejects are given back with. */
export interface RejectsParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly sources: readonly Source[];
}

/**
 * Gives a sender back what was rejected of a file, in full: to nobody else, and every time on record. A person who asks
 * for rows with personal values proves the second factor first, since these leave the hub unmasked; the program of a
 * department gets back what it has sent.
 */
export class RejectsService {
  readonly #parts: RejectsParts;

  constructor(parts: RejectsParts) {
    this.#parts = parts;
  }

  /** The rejected rows of an import of the viewer's own as a workbook; `part` counts from 1. */
  async workbook(
    viewer: Viewer,
    id: string,
    part = 1,
  ): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
    demand(viewer, 'import.write');
    const { database, sources } = this.#parts;
    return database.transaction(viewer.scope, async query => {
      const file = await this.#file(query, viewer, id);
      const { sheets, parts } = await this.#sheets(query, viewer, id, part);
      const count = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
      if (count === 0) throw nothingRejected();
      const mappings = await mappingsOf(query, viewer);
      const sent = sheets.flatMap((sheet): (SheetRow & SentSheet)[] => {
        const source = sources.find(one => one.form === sheet.form);
        if (!source || !sheet.rows.length) return [];
        return [{ ...sheet, source, columns: sentColumns(sources, mappings, sheet), numbers: sheet.rows }];
      });
      const personal = await holdsPersonal(query, this.#parts.vault, sent);
      if (personal && viewer.kind === 'PERSON') demandFresh(viewer, this.#parts.clock.now());
      await this.#parts.audit.record(query, actorOf(viewer), {
        act: 'downloadRejects',
        object: `Import:${id}`,
        subjects: [`Import:${id}`],
        detail: { rows: count, part, personal },
      });
      const plans = sent.map((sheet): RejectedSheet => ({
        ...sheet,
        name: sheet.sheet,
        rows: this.#rows(query, sheet),
      }));
      const bytes = await rejectsWorkbook(plans, notes(file.fileName, part, parts));
      return { fileName: nameOf(file.fileName, part, parts), bytes };
    });
  }

  async #file(query: Query, viewer: Viewer, id: string): Promise<FileRow> {
    if (!isUuid(id)) throw DomainError.notFound();
    const [file] = await query<FileRow>(
      `select id, file_name as "fileName", status, finished_at as "finishedAt" from import_file
        where id = $1 and (actor = $2 or $3)`,
      [id, viewer.scope.actor, viewer.kind === 'SYSTEM'],
    );
    if (!file?.finishedAt) throw DomainError.notFound();
    if (!isKept(file.finishedAt, this.#parts.clock.now())) throw noLongerKept();
    return file;
  }

  /** The sheets with the rows of this part; a sheet of a form that the viewer may no longer send does not exist. */
  async #sheets(
    query: Query,
    viewer: Viewer,
    id: string,
    part: number,
  ): Promise<{ sheets: SheetRow[]; parts: number }> {
    const sheets = await query<SheetRow>(
      `select s.id, s.sheet, s.form, s.stated_on as "statedOn", s.headers, s.unknown_columns as "unknownColumns",
          array(select distinct i.row_no from import_issue i
             where i.sheet_id = s.id and i.severity = 'ERROR' and i.row_no is not null order by 1) as rows
         from import_sheet s where s.file_id = $1 and s.form = any($2) and s.purged_at is null order by s.position`,
      [id, importsOf(viewer)],
    );
    const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    const parts = Math.max(1, Math.ceil(total / partRows));
    if (part > parts) throw DomainError.notFound();
    let passed = 0;
    const cut = sheets.map(sheet => {
      const from = Math.max(0, (part - 1) * partRows - passed);
      const to = Math.max(0, part * partRows - passed);
      passed += sheet.rows.length;
      return { ...sheet, rows: sheet.rows.slice(from, to) };
    });
    return { sheets: cut, parts };
  }

  async *#rows(query: Query, { id, rows }: SheetRow): AsyncGenerator<RejectedRow> {
    const found = await query<{
      row: number;
      column: string | null;
      code: string;
      params: Record<string, string | number>;
      value: string | null;
      advice: boolean;
    }>(
      `select row_no as row, column_name as column, code, params, value, severity = 'WARNING' as advice from import_issue
        where sheet_id = $1 and severity in ('ERROR', 'WARNING') and row_no = any($2::int[]) order by row_no, 6, id`,
      [id, rows],
    );
    const faults = Map.groupBy(found, fault => fault.row);
    for await (const { row, cells } of keptRows(query, this.#parts.vault, id, rows)) {
      const said = (faults.get(row) ?? []).map((fault): RejectFault => ({
        column: fault.column,
        message: issueMessage(fault, allIssueTexts),
        advice: fault.advice,
      }));
      yield { row, cells, faults: said };
    }
  }
}

const notes = (fileName: string, part: number, parts: number): string[] => [
  `这里是“${fileName}”中未能导入的行${parts > 1 ? `（第 ${part} 部分，共 ${parts} 部分）` : ''}。请改正红色单元格后保存，直接再次上传本文件；“错误说明”一列不必删除。`,
  `These rows of "${fileName}" were not imported${parts > 1 ? ` (part ${part} of ${parts})` : ''}. Mend the red cells, save, and send this very file again; the column 错误说明 may stay.`,
];

const nameOf = (fileName: string, part: number, parts: number): string =>
  `${fileName.replace(/\.[^.]{1,5}$/, '')}-未导入${parts > 1 ? `-${part}` : ''}.xlsx`;

const noLongerKept = (): DomainError =>
  new DomainError('NOT_FOUND', {
    zh: `未导入的行只保留 ${keptDays} 天，现已清除；请重新上传原文件。`,
    en: `Rejected rows are kept for ${keptDays} days and are gone now; send the original file again.`,
  });
const nothingRejected = (): DomainError =>
  new DomainError('NOT_FOUND', {
    zh: '此次导入没有未能导入的行。',
    en: 'No row of this import was rejected.',
  });
