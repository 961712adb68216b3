import type { Query } from '../../kernel/database.ts';
import type { FactJson, SourceOf } from './compare-values.ts';
import type { ChangeSource } from './import-change.ts';

/** A revision of a fact, and the row that wrote it. */
export interface Revision {
  readonly factId: number;
  readonly changeId: number;
  readonly importRowId: number;
  readonly said: FactJson;
}

/** Facts that stood before a change and the rows that corrected them; what a change did not end it has not corrected. */
const corrected = (table: string): string => `select n.id, n.import_row_id from (
    select distinct id from ${table}_history where ended_by = $1) h cross join lateral (
      select id, import_row_id from ${table} where id = h.id and change_id = $1
      union all select id, import_row_id from ${table}_history where id = h.id and change_id = $1) n`;

/** The facts that rows of a change corrected: import row → fact. */
export async function correctedBy(
  query: Query,
  table: string,
  changeId: number,
  importRowIds: readonly number[],
): Promise<Map<number, number>> {
  if (!importRowIds.length) return new Map();
  const rows = await query<{ importRowId: number; factId: number }>(
    `select c.id as "factId", c.import_row_id as "importRowId" from (${corrected(table)}) c
      where c.import_row_id = any($2::bigint[])`,
    [changeId, importRowIds],
  );
  return new Map(rows.map(row => [row.importRowId, row.factId]));
}

/** Every correction of a sheet at once, for whoever goes through all of its rows: import row → fact. */
export async function everyCorrection(
  query: Query,
  table: string,
  changeId: number,
  sheetId: number,
): Promise<Map<number, number>> {
  const [all] = await query<{ rows: number[] | null; facts: number[] | null }>(
    `select array_agg(r.id) as rows, array_agg(c.id) as facts from (${corrected(table)}) c
       join import_row r on r.id = c.import_row_id where r.sheet_id = $2`,
    [changeId, sheetId],
  );
  return new Map(all?.rows?.map((row, at) => [row, all.facts?.[at] ?? 0]));
}

/** What stood, when a change was over, where rows speak of facts that others have told: row → fact. */
export async function standingFor(
  query: Query,
  table: string,
  changeId: number,
  importRowIds: readonly number[],
): Promise<Map<number, number>> {
  if (!importRowIds.length) return new Map();
  const rows = await query<{ importRowId: number; factId: number }>(
    `select distinct r.id as "importRowId", v.id as "factId" from import_row r
       join import_row o on o.fact_key = r.fact_key join ${table}_revision v on v.import_row_id = o.id
      where r.id = any($1::bigint[]) and v.change_id <= $2 and v.ended_by > $2`,
    [importRowIds, changeId],
  );
  return new Map(rows.map(row => [row.importRowId, row.factId]));
}

/** The revisions of facts up to a change, newest first. */
export async function revisionsOf(
  query: Query,
  table: string,
  factIds: readonly number[],
  changeId: number,
): Promise<Map<number, Revision[]>> {
  if (!factIds.length) return new Map();
  const rows = await query<Revision>(
    `select v.id as "factId", v.change_id as "changeId", v.import_row_id as "importRowId", to_jsonb(v) as said
       from ${table}_revision v where v.id = any($1::bigint[]) and v.change_id <= $2 order by v.id, v.change_id desc`,
    [factIds, changeId],
  );
  return Map.groupBy(rows, row => row.factId);
}

/** The places of rows in the files they came from. */
export async function placesOf(
  query: Query,
  importRowIds: readonly number[],
): Promise<Map<number, ChangeSource>> {
  if (!importRowIds.length) return new Map();
  const rows = await query<ChangeSource & { id: number }>(
    `select r.id, f.file_name as "fileName", s.sheet, r.row_no as row, f.id as "importId", s.known_at as "knownFrom"
       from import_row r join import_sheet s on s.id = r.sheet_id join import_file f on f.id = s.file_id
      where r.id = any($1::bigint[])`,
    [importRowIds],
  );
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** Who first said what the newest of these revisions holds: the oldest of the unbroken run that holds it. */
export function sourceIn(
  revisions: readonly Revision[],
  places: ReadonlyMap<number, ChangeSource>,
): SourceOf {
  return column => {
    const held = JSON.stringify(revisions[0]?.said[column] ?? null);
    const broken = revisions.findIndex(one => JSON.stringify(one.said[column] ?? null) !== held);
    const oldest = revisions[(broken < 0 ? revisions.length : broken) - 1];
    return (oldest && places.get(oldest.importRowId)) ?? null;
  };
}
