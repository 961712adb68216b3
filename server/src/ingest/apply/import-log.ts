import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { StagedIssue } from '../define-source.ts';
import type { SheetEvent, StagedRow } from '../reader-events.ts';

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

/** A row as it is entered in the log; `staged` is encrypted. */
export interface RowEntry {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly repaired: boolean;
  readonly matchedNameKey: string | null;
  readonly staged: Uint8Array | null;
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

  /** Keeps what the rows of one batch said, sealed by the reader. */
  async chunk(sheetId: number, rows: readonly StagedRow[], content: Uint8Array): Promise<void> {
    await this.#query(
      'insert into import_chunk (sheet_id, first_row, last_row, content) values ($1, $2, $3, $4)',
      [sheetId, rows[0]?.row, rows.at(-1)?.row, content],
    );
  }

  /** Enters the rows and gives each its id, by row number. */
  async rows(sheetId: number, rows: readonly RowEntry[]): Promise<Map<number, number>> {
    const entered = await this.#query<{ id: number; row_no: number }>(
      `insert into import_row (sheet_id, row_no, outcome, repaired, matched_name_key, staged)
       select $1, * from unnest($2::int[], $3::text[], $4::bool[], $5::text[], $6::bytea[])
       returning id, row_no`,
      [
        sheetId,
        rows.map(row => row.row),
        rows.map(row => row.outcome),
        rows.map(row => row.repaired),
        rows.map(row => row.matchedNameKey),
        rows.map(row => row.staged && Buffer.from(row.staged)),
      ],
    );
    return new Map(entered.map(row => [row.row_no, row.id]));
  }

  async issues(sheetId: number, issues: readonly IssueEntry[]): Promise<void> {
    if (!issues.length) return;
    await this.#query(
      `insert into import_issue (sheet_id, row_no, column_name, severity, code, params, value)
       select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[])`,
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
