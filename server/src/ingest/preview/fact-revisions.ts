import type { Query } from '../../kernel/database.ts';
import type { FactJson, SourceOf } from './compare-values.ts';
import type { ChangeSource } from './import-change.ts';

/** A revision of a fact, and the row that wrote it. */
export interface Revision {
  readonly factId: number;
  readonly importRowId: number;
  readonly said: FactJson;
}

/** What rows of a change made of facts that stood before: row → the new revision. */
export async function correctedBy(
  query: Query,
  table: string,
  changeId: number,
  importRowIds: readonly number[],
): Promise<Map<number, Revision>> {
  const rows = await query<Revision>(
    `select n.id as "factId", n.import_row_id as "importRowId", to_jsonb(n) as said
       from ${table}_history h join ${table}_revision n on n.id = h.id and n.change_id = h.ended_by
      where h.ended_by = $1 and n.import_row_id = any($2::bigint[])`,
    [changeId, importRowIds],
  );
  return new Map(rows.map(row => [row.importRowId, row]));
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

/** The revisions of facts up to a change, newest first; `before` leaves out those of the change itself. */
export async function revisionsOf(
  query: Query,
  table: string,
  factIds: readonly number[],
  until: { readonly changeId: number; readonly before: boolean },
): Promise<Map<number, Revision[]>> {
  if (!factIds.length) return new Map();
  const rows = await query<Revision>(
    `select v.id as "factId", v.import_row_id as "importRowId", to_jsonb(v) as said from ${table}_revision v
      where v.id = any($1::bigint[]) and v.change_id ${until.before ? '<' : '<='} $2 order by v.id, v.change_id desc`,
    [factIds, until.changeId],
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
