import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { StagedIssue } from '../define-source.ts';
import type { RowsEvent, SheetEvent } from '../reader-events.ts';
import { incoming, type SqlColumn } from './sql-columns.ts';

/** What became of one row. */
export const rowOutcomes = ['INSERTED', 'UPDATED', 'UNCHANGED', 'REJECTED', 'PARKED', 'DUPLICATE'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** The figures of one sheet; rowsRead is the sum of the six outcomes. */
export interface SheetCounts {
  rowsRead: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  parked: number;
  duplicates: number;
  repaired: number;
  attached: number;
}

/** Counts of a sheet of which nothing is read yet. */
export const noCounts = (): SheetCounts => ({
  rowsRead: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, parked: 0, duplicates: 0, repaired: 0, attached: 0,
}); // prettier-ignore

/** A sheet as it is entered in the log. */
export interface SheetEntry {
  readonly position: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly form: string | null;
  readonly statedOn: Day | null;
  readonly status: string;
  readonly knownAt: Date | null;
  readonly headers: readonly string[];
  readonly unknownColumns: readonly string[];
  readonly missing?: SheetEvent['missing'];
}

/** A row as it is entered in the log. */
export interface RowEntry {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly repaired: boolean;
  readonly matchedNameKey: string | null;
  /** Which fact the row speaks of. */
  readonly factKey: Uint8Array | null;
}

/** An issue at its row, or of the sheet as a whole. */
export interface IssueEntry extends StagedIssue {
  readonly row: number | null;
}

/** Enters what arrived: sheets, rows with their outcome, issues. The caller decides in which transaction. */
export class ImportLog {
  readonly #query: Query;
  readonly #fileId: string;

  constructor(query: Query, fileId: string) {
    this.#query = query;
    this.#fileId = fileId;
  }

  async openSheet(sheet: SheetEntry): Promise<number> {
    const [row] = await this.#query<{ id: number }>(
      `insert into import_sheet (file_id, position, sheet, hidden, form, stated_on, status, known_at,
          headers, unknown_columns, nearest_form, missing_columns)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        this.#fileId, sheet.position, sheet.name, sheet.hidden, sheet.form, sheet.statedOn, sheet.status, sheet.knownAt,
        sheet.headers, sheet.unknownColumns, sheet.missing?.form ?? null, sheet.missing?.columns ?? [],
      ], // prettier-ignore
    );
    return row?.id ?? 0;
  }

  /** A sheet that fits no form stands in the log with what it lacks. */
  async unrecognised(event: SheetEvent): Promise<void> {
    const id = await this.openSheet({ ...event, status: 'UNRECOGNISED', knownAt: null });
    await this.issues(
      id,
      event.issues.map(found => ({ ...found, row: null })),
    );
  }

  async closeSheet(sheetId: number, statedOn: Day | null, counts: SheetCounts): Promise<void> {
    await this.#query(
      `update import_sheet set rows_read = $2, inserted = $3, updated = $4, unchanged = $5, rejected = $6,
          parked = $7, duplicates = $8, repaired = $9, attached = $10, stated_on = $11 where id = $1`,
      [
        sheetId, counts.rowsRead, counts.inserted, counts.updated, counts.unchanged, counts.rejected, counts.parked,
        counts.duplicates, counts.repaired, counts.attached, statedOn,
      ], // prettier-ignore
    );
  }

  /** Keeps what the rows of some batches said, sealed by the reader. */
  async chunks(sheetId: number, batches: readonly RowsEvent[]): Promise<void> {
    await this.#query(
      `insert into import_chunk (sheet_id, first_row, last_row, content)
       select $1, * from unnest($2::int[], $3::int[], $4::bytea[])`,
      [
        sheetId,
        batches.map(({ rows }) => rows[0]?.row),
        batches.map(({ rows }) => rows.at(-1)?.row),
        batches.map(({ chunk }) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
      ],
    );
  }

  /** Enters the rows and gives each its id, in their order. */
  async rows(sheetId: number, rows: readonly RowEntry[]): Promise<number[]> {
    const every: SqlColumn[] = [
      { name: 'row_no', type: 'int', values: rows.map(row => row.row) },
      { name: 'outcome', type: 'text', values: rows.map(row => row.outcome) },
      { name: 'repaired', type: 'bool', values: rows.map(row => row.repaired) },
      { name: 'fact_key', type: 'bytea', values: rows.map(row => row.factKey) },
      { name: 'matched_name_key', type: 'text', values: rows.map(row => row.matchedNameKey) },
    ];
    const said = every.filter(({ values }) => values.some(value => value !== null));
    const { sql, parameters } = incoming(said);
    const names = said.map(({ name }) => name).join(', ');
    // One text instead of thousands of rows: the ids are all that is asked back.
    const [entered] = await this.#query<{ ids: string }>(
      `with ${sql}, entered as (insert into import_row (sheet_id, ${names})
         select $${parameters.length + 1}, ${names} from incoming returning id, row_no)
       select string_agg(id::text, ',' order by row_no) as ids from entered`,
      [...parameters, sheetId],
    );
    return (entered?.ids ?? '').split(',').map(Number);
  }

  /** Enters issues; `again` where the same rows may have been told the same before, which is then not repeated. */
  async issues(sheetId: number, issues: readonly IssueEntry[], again = false): Promise<void> {
    if (!issues.length) return;
    const unless = again
      ? ` where not exists (select from import_issue k where k.sheet_id = $1 and k.row_no = i.row_no
          and k.code = i.code and k.column_name is not distinct from i.column_name)`
      : '';
    await this.#query(
      `insert into import_issue (sheet_id, row_no, column_name, severity, code, params, value)
       select $1, i.* from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[])
         as i(row_no, column_name, severity, code, params, value)${unless}`,
      [
        sheetId,
        issues.map(issue => issue.row),
        issues.map(issue => issue.column),
        issues.map(issue => issue.severity),
        issues.map(issue => issue.code),
        issues.map(issue => JSON.stringify(issue.params)),
        issues.map(issue => issue.value),
      ],
    );
  }
}
