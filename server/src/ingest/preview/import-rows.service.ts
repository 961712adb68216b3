import type { Viewer } from '../../access/viewer.ts';
import { Cursors } from '../../kernel/cursor.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Database, Query } from '../../kernel/database.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Source } from '../define-source.ts';
import { tellIssue, type KeptIssue } from '../issue-list.ts';
import { keptRows, type KeptSheetRow } from '../kept-rows.ts';
import { leftOver, rowFates, type ChangedSheet, type RowFate } from './import-change.ts';
import type { ImportCellType, ImportRowPlaceType, ImportRowType } from './import-row.type.ts';
import { previewedFates } from './preview-pages.ts';
import { pageOfSheets, type PreviewParts, type SheetReader } from './sheet-pages.ts';
import { cameToSomething, sheetsInSight, type LookedAt } from './sheets-in-sight.ts';
import { masked, shown, titleOf } from './show-value.ts';

/** Which page of an import's rows. */
export interface RowsArgs extends Pick<ListArgs, 'first' | 'after'> {
  readonly outcome?: readonly RowFate[] | null;
}

interface Placed {
  readonly sheet: ChangedSheet;
  readonly row: number;
  readonly fate: RowFate;
}

interface Told extends Placed {
  readonly source: Source;
  readonly said: KeptSheetRow | undefined;
  readonly issues: readonly KeptIssue[];
}

const order = 'ImportRow';

/** Every row of a file and what has become of it: what it says, why it was not taken, where its like stands. */
export class ImportRows {
  readonly #database: Database;
  readonly #vault: PreviewParts['vault'];
  readonly #sources: readonly Source[];
  readonly #cursors: Cursors;
  readonly #audit: Pick<AuditTrail, 'note'>;

  constructor({ database, vault, sources, audit }: PreviewParts) {
    [this.#database, this.#vault, this.#sources, this.#audit] = [database, vault, sources, audit];
    this.#cursors = new Cursors(vault.derive('list cursors'));
  }

  /** A page of rows in the order of the sheets, told in the reader's language; personal values as their masks. */
  async page(viewer: Viewer, looked: LookedAt, args: RowsArgs): Promise<Connection<ImportRowType>> {
    const outcomes = args.outcome ?? rowFates;
    const query: Query = (sql, values) => this.#database.read(viewer.scope, sql, values);
    const sheets = cameToSomething(looked.status) ? await sheetsInSight(query, viewer, looked.id) : [];
    return pageOfSheets(this.#reader(viewer, looked.id), args, {
      sheets,
      count: sheet => this.#count(query, looked, sheet, outcomes),
      rows: async (sheet, page): Promise<Placed[]> => {
        const wanted = { ...page, outcomes };
        const rows = looked.dryRun
          ? await previewedFates(query, this.#vault, sheet.id, wanted)
          : await enteredRows(query, sheet.id, wanted);
        return rows.map(row => ({ sheet, ...row }));
      },
      tell: found => this.#tell(query, found),
      placeOf: one => one,
      publish: published,
      personal: shownPersonal,
    });
  }

  #reader(viewer: Viewer, fileId: string): SheetReader {
    return { viewer, cursors: this.#cursors, audit: this.#audit, order, fileId };
  }

  async #count(
    query: Query,
    looked: LookedAt,
    sheet: ChangedSheet,
    outcomes: readonly RowFate[],
  ): Promise<number> {
    if (rowFates.every(fate => outcomes.includes(fate))) return sheet.rowsRead;
    // A preview is told by its figures: nothing becomes of its rows afterwards.
    const sql = looked.dryRun
      ? `select (${counted(outcomes)})::int as count from import_sheet where id = $1`
      : `select count(*)::int as count from import_row where sheet_id = $1 and ${among(outcomes)}`;
    const [row] = await query<{ count: number }>(sql, [sheet.id]);
    return row?.count ?? 0;
  }

  /** What the rows say and what was found in them: two statements and a few chunks for each sheet. */
  async #tell(query: Query, rows: readonly Placed[]): Promise<Told[]> {
    const told: Told[] = [];
    for (const [sheet, some] of Map.groupBy(rows, row => row.sheet)) {
      const source = this.#sources.find(one => one.form === sheet.form);
      if (!source) continue;
      const numbers = some.map(one => one.row);
      const said = new Map<number, KeptSheetRow>();
      for await (const row of keptRows(query, this.#vault, sheet.id, numbers)) said.set(row.row, row);
      const issues = await query<KeptIssue>(
        `select row_no as row, column_name as column, severity, code, params, value from import_issue
          where sheet_id = $1 and row_no = any($2::int[]) order by id`,
        [sheet.id, numbers],
      );
      const found = Map.groupBy(issues, issue => issue.row);
      told.push(
        ...some.map(one => ({ ...one, source, said: said.get(one.row), issues: found.get(one.row) ?? [] })),
      );
    }
    return told;
  }
}

/** The condition as words of the statement, so that the index on left-over rows is of use. */
const among = (outcomes: readonly RowFate[]): string => {
  const few = outcomes.every(fate => leftOver.includes(fate));
  const words = (fates: readonly RowFate[]): string => fates.map(fate => `'${fate}'`).join(', ') || `''`;
  return `outcome in (${words(outcomes)})${few ? ` and outcome in (${words(leftOver)})` : ''}`;
};

const figures: Readonly<Record<RowFate, string>> = {
  INSERTED: 'inserted',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  REJECTED: 'rejected',
  PARKED: 'parked',
  DUPLICATE: 'duplicates',
  ATTACHED: '0',
  SUPERSEDED: '0',
};
const counted = (outcomes: readonly RowFate[]): string =>
  [...new Set(outcomes)].map(fate => figures[fate]).join(' + ') || '0';

const enteredRows = (
  query: Query,
  sheetId: number,
  { after, limit, outcomes }: { after: number; limit: number; outcomes: readonly RowFate[] },
): Promise<{ row: number; fate: RowFate }[]> =>
  query<{ row: number; fate: RowFate }>(
    `select row_no as row, outcome as fate from import_row
      where sheet_id = $1 and row_no > $2 and ${among(outcomes)} order by row_no limit $3`,
    [sheetId, after, limit],
  );

function published({ sheet, row, fate, source, said, issues }: Told, viewer: Viewer): ImportRowType {
  return {
    row,
    sheet: sheet.sheet,
    outcome: fate,
    title: said ? titleOf(source, said.values) : '',
    cells: said ? cellsOf(source, said, issues, viewer) : [],
    issues: issues.map(issue => tellIssue(issue, viewer)),
    sameAs: sameAs(issues),
  };
}

/** The columns of the form that are filled: what was read, and of what could not be read what stands there. */
function cellsOf(
  source: Source,
  said: KeptSheetRow,
  issues: readonly KeptIssue[],
  viewer: Viewer,
): ImportCellType[] {
  return source.columns.flatMap(column => {
    if (!said.fields.includes(column.field)) return [];
    const unread = issues.find(issue => issue.column === column.header && issue.severity !== 'INFO')?.value;
    const value =
      shown(column, masked(column, said.values[column.field] ?? null), viewer.language) ?? unread ?? null;
    return value === null ? [] : [{ label: column.header, value }];
  });
}

/** The personal columns of which the row shows anything. */
const shownPersonal = ({ source, said, issues }: Told): string[] =>
  source.columns
    .filter(({ personal, field, header }) => {
      if (!personal || !said?.fields.includes(field)) return false;
      return (said.values[field] ?? null) !== null || issues.some(one => one.column === header && one.value);
    })
    .map(column => column.field);

/** The earlier row of the file that speaks of the same record. */
function sameAs(issues: readonly KeptIssue[]): ImportRowPlaceType | null {
  const found = issues.find(issue => issue.code === 'DUPLICATE_ROW' || issue.code === 'DUPLICATE_KEY');
  if (!found) return null;
  return { sheet: String(found.params['sheet'] ?? ''), row: Number(found.params['row'] ?? 0) };
}
