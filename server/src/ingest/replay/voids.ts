import type { Form } from '../define-source.ts';
import { contentOf } from '../apply/record.ts';
import type { Run } from '../apply/run.ts';
import type { Statement } from '../apply/statement.ts';
import { fold } from './fold.ts';
import { keysOf, read, type Said, type SpeakingRow } from './rows.ts';

/** A record that a person has voided, and what it said. */
export interface VoidInForce {
  readonly id: number;
  /** Whether a row says in all its columns what was voided. */
  readonly repeats: (statement: Statement, fields: readonly string[]) => boolean;
}

/** The voids in force under these keys; there are hardly ever any, and then the silenced rows are opened. */
export async function voidsOf(run: Run, keys: readonly string[]): Promise<Map<string, VoidInForce>> {
  const rows = await run.query<SpeakingRow & { readonly voidedId: number }>(
    `select r.id, encode(v.fact_key, 'hex') as key, s.form, s.stated_on as "statedOn", s.stated_on as "receivedOn",
        s.file_id as "fileId", s.id as "sheetId", r.row_no as "rowNo", r.outcome, r.matched_name_key as "matchedName",
        v.id as "voidedId"
       from voided_record v join import_row r on r.voided_id = v.id join import_sheet s on s.id = r.sheet_id
      where v.restored_change is null and v.fact_key in ${keysOf('$1')} order by r.id`,
    [keys],
  );
  if (!rows.length) return new Map();
  const voids = new Map<string, VoidInForce>();
  const ids = new Map(rows.map(row => [row.id, row.voidedId]));
  for (const [key, said] of Map.groupBy(await read(run, rows), one => one.row.key)) {
    const form = said[0]?.row.form;
    const id = ids.get(said[0]?.row.id ?? 0);
    if (form && id !== undefined) voids.set(key, { id, repeats: await repeats(run, form, said) });
  }
  return voids;
}

async function repeats(run: Run, form: Form, said: readonly Said[]): Promise<VoidInForce['repeats']> {
  const source = run.source(form);
  const table = await run.table(source);
  const { values, last } = fold(source, said);
  return (statement, fields) =>
    contentOf(source, table, statement.values, fields, statement.who) ===
    contentOf(source, table, values, fields, last.statement.who);
}

/** A voided record stays void as long as rows say nothing but what was voided: these fall silent too. */
export async function withoutVoided(run: Run, said: readonly Said[]): Promise<Said[]> {
  const voids = await voidsOf(run, [...new Set(said.map(one => one.key))]);
  if (!voids.size) return [...said];
  const silent = new Map<Said, number>();
  for (const [key, rows] of Map.groupBy(said, one => one.key)) {
    const found = voids.get(key);
    if (found && rows.every(one => found.repeats(one.statement, one.fields)))
      for (const one of rows) silent.set(one, found.id);
  }
  await silence(run, [...silent].map(([one, id]) => ({ importRowId: one.row.id, voidedId: id }))); // prettier-ignore
  return said.filter(one => !silent.has(one));
}

/** Rows that say nothing but what was voided have no say until the void is undone. */
export async function silence(
  run: Run,
  rows: readonly { readonly importRowId: number; readonly voidedId: number }[],
): Promise<void> {
  if (!rows.length) return;
  await run.query(
    `update import_row r set voided_id = i.voided_id from unnest($1::bigint[], $2::bigint[]) i(id, voided_id)
      where r.id = i.id`,
    [rows.map(row => row.importRowId), rows.map(row => row.voidedId)],
  );
}
