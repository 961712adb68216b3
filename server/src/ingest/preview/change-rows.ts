import type { Query } from '../../kernel/database.ts';
import type { Source } from '../define-source.ts';
import type { ChangedRow, ChangedSheet, ChangeOutcome, RowFate } from './import-change.ts';

/** Which rows of a sheet are asked for, and what the sheet was imported as. */
export interface RowsWanted {
  readonly sheet: ChangedSheet;
  readonly source: Source;
  readonly changeId: number;
  /** Rows behind this one. */
  readonly after: number;
  readonly limit: number;
  readonly outcomes: readonly (ChangeOutcome | RowFate)[];
}

/**
 * What each row of a sheet did, as the book of rows tells it. A row is in conflict where a newer report said otherwise,
 * where another row of its file did, or where it corrected what another department had said.
 */
function told(table: string, foreign: boolean): string {
  const others = foreign
    ? `select n.import_row_id from ${table}_history h
         join ${table}_revision n on n.id = h.id and n.change_id = h.ended_by
         join import_row b on b.id = h.import_row_id join import_sheet bs on bs.id = b.sheet_id
         join import_run d on d.file_id = bs.file_id
         join import_run own on own.file_id = (select file_id from import_sheet where id = $1)
        where h.ended_by = $2 and d.department not in ('', own.department)`
    : `select null::bigint as import_row_id where $2::bigint < 0`;
  return `with conflicting as (select distinct row_no from import_issue where sheet_id = $1
      and code in ('OLDER_REPORT', 'OLDER_REPORT_FILLS', 'DUPLICATE_KEY')),
    others as (${others}),
    told as (select r.id as "importRowId", r.row_no as row, case
        when exists (select from conflicting k where k.row_no = r.row_no) then 'CONFLICT'
        when r.outcome = 'UPDATED' and r.id in (select import_row_id from others) then 'CONFLICT'
        else r.outcome end as outcome, r.outcome as fate
      from import_row r where r.sheet_id = $1)`;
}

/** The next rows of a sheet, in their order. */
export async function changedRows(
  query: Query,
  wanted: RowsWanted,
): Promise<(ChangedRow & { readonly fate: RowFate })[]> {
  const { sheet, source, changeId, after, limit, outcomes } = wanted;
  const foreign = await hasOtherSenders(query, sheet);
  return query<ChangedRow & { importRowId: number; fate: RowFate }>(
    `${told(source.table, foreign)} select * from told where row > $3 and outcome = any($4) order by row limit $5`,
    [sheet.id, changeId, after, outcomes, limit],
  );
}

/** How many rows of a sheet did what. */
export async function countRows(
  query: Query,
  { sheet, source, changeId, outcomes }: Omit<RowsWanted, 'after' | 'limit'>,
): Promise<number> {
  const foreign = await hasOtherSenders(query, sheet);
  const [row] = await query<{ count: number }>(
    `${told(source.table, foreign)} select count(*)::int as count from told where outcome = any($3)`,
    [sheet.id, changeId, outcomes],
  );
  return row?.count ?? 0;
}

/** Most forms have one sender: then nobody else's word can have been corrected. */
async function hasOtherSenders(query: Query, { id, form }: ChangedSheet): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(
    `select exists (select from import_sheet s join import_run d on d.file_id = s.file_id
        where s.form = $2 and d.department <> '' and d.department <> (select own.department from import_sheet o
          join import_run own on own.file_id = o.file_id where o.id = $1)) as found`,
    [id, form],
  );
  return row?.found ?? false;
}
