import type { Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Source } from '../define-source.ts';
import { keptRows, type KeptSheetRow } from '../kept-rows.ts';
import { againstFact, betweenRevisions, betweenRows, ofNewRow } from './compare-values.ts';
import {
  correctedBy,
  placesOf,
  revisionsOf,
  sourceIn,
  standingFor,
  type Revision,
} from './fact-revisions.ts';
import type { ChangedRow, ChangedSheet, ChangeDetail, ChangeSource, KeptChange } from './import-change.ts';
import { titleOf } from './show-value.ts';

/** What the details of rows are worked out from. */
export interface DetailParts {
  readonly query: Query;
  readonly vault: Vault;
  readonly sheet: ChangedSheet;
  readonly source: Source;
  readonly changeId: number;
  /** Import row → the fact it corrected, where that is known already. */
  readonly corrected?: ReadonlyMap<number, number>;
}

/** What each row does, field by field: as many statements for two hundred rows as for one. */
export async function changeDetails(
  parts: DetailParts,
  rows: readonly ChangedRow[],
): Promise<Map<number, ChangeDetail>> {
  const { query, vault, sheet, source } = parts;
  const kept = new Map<number, KeptSheetRow>();
  for await (const row of keptRows(
    query,
    vault,
    sheet.id,
    rows.map(one => one.row),
  ))
    kept.set(row.row, row);
  const changed = rows.filter(row => row.outcome === 'UPDATED' || row.outcome === 'CONFLICT');
  const fields = new Map([
    ...(await contradictions(parts, changed, kept)),
    ...(await standing(parts, changed, kept)),
    ...(await corrections(parts, changed)),
  ]);
  const details = rows.map(({ row, outcome }): [number, ChangeDetail] => {
    const said = kept.get(row);
    const title = said ? titleOf(source, said.values) : '';
    const isNew = outcome === 'INSERTED' && said !== undefined;
    return [row, { title, fields: isNew ? ofNewRow(source, said) : (fields.get(row) ?? []) }];
  });
  return new Map(details);
}

type FieldsByRow = Map<number, KeptChange[]>;

/** Rows that corrected a fact. */
async function corrections(
  { query, source, changeId, corrected }: DetailParts,
  rows: readonly ChangedRow[],
): Promise<FieldsByRow> {
  const ids = rows.flatMap(row => row.importRowId ?? []);
  const made = corrected ?? (await correctedBy(query, source.table, changeId, ids));
  const factIds = ids.flatMap(id => made.get(id) ?? []);
  const known = await revisionsOf(query, source.table, factIds, changeId);
  const places = await placesOf(query, writers(known));
  return byRow(rows, made, factId => {
    const [after, ...earlier] = known.get(factId) ?? [];
    if (after?.changeId !== changeId || !earlier[0]) return [];
    return betweenRevisions(source, earlier[0].said, after.said, sourceIn(earlier, places));
  });
}

/** Rows of an older report: what a newer one had said stands. */
async function standing(
  { query, vault, source, changeId }: DetailParts,
  rows: readonly ChangedRow[],
  kept: ReadonlyMap<number, KeptSheetRow>,
): Promise<FieldsByRow> {
  const ids = rows.flatMap(row => (row.outcome === 'CONFLICT' ? (row.importRowId ?? []) : []));
  const facts = await standingFor(query, source.table, changeId, ids);
  const known = await revisionsOf(query, source.table, [...facts.values()], changeId);
  const places = await placesOf(query, writers(known));
  return byRow(rows, facts, (factId, row) => {
    const [revisions, said] = [known.get(factId) ?? [], kept.get(row)];
    const present = revisions[0];
    return present && said ? againstFact(source, vault, present.said, said, sourceIn(revisions, places)) : [];
  });
}

/** Rows that contradict an earlier row of their file. */
async function contradictions(
  { query, vault, sheet, source }: DetailParts,
  rows: readonly ChangedRow[],
  kept: ReadonlyMap<number, KeptSheetRow>,
): Promise<FieldsByRow> {
  const found: FieldsByRow = new Map();
  const numbers = rows.flatMap(row => (row.outcome === 'CONFLICT' ? row.row : []));
  if (!numbers.length) return found;
  const firsts = await query<{ row: number; first: number; sheetId: number; name: string }>(
    `select i.row_no as row, (i.params->>'row')::int as first, s.id as "sheetId", s.sheet as name
       from import_issue i join lateral (select id, sheet from import_sheet where file_id = $2
         and sheet = i.params->>'sheet' order by position limit 1) s on true
      where i.sheet_id = $1 and i.code = 'DUPLICATE_KEY' and i.row_no = any($3::int[])`,
    [sheet.id, sheet.fileId, numbers],
  );
  for (const [sheetId, pairs] of Map.groupBy(firsts, pair => pair.sheetId)) {
    const others = new Map<number, KeptSheetRow>();
    for await (const row of keptRows(
      query,
      vault,
      sheetId,
      pairs.map(pair => pair.first),
    ))
      others.set(row.row, row);
    for (const { row, first, name } of pairs) {
      const [said, before] = [kept.get(row), others.get(first)];
      const place: ChangeSource = {
        fileName: sheet.fileName, sheet: name, row: first, importId: sheet.fileId, knownFrom: null,
      }; // prettier-ignore
      if (said && before) found.set(row, betweenRows(source, before, said, place));
    }
  }
  return found;
}

const writers = (revisions: ReadonlyMap<number, readonly Revision[]>): number[] => [
  ...new Set([...revisions.values()].flat().map(one => one.importRowId)),
];

function byRow<Found>(
  rows: readonly ChangedRow[],
  found: ReadonlyMap<number, Found>,
  fields: (found: Found, row: number) => KeptChange[],
): FieldsByRow {
  const told = rows.flatMap(({ row, importRowId }): [number, KeptChange[]][] => {
    const one = importRowId === undefined ? undefined : found.get(importRowId);
    return one === undefined ? [] : [[row, fields(one, row)]];
  });
  return new Map(told);
}
