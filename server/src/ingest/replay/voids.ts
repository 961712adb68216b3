import type { Form } from '../define-source.ts';
import { contentOf } from '../apply/record.ts';
import type { Run } from '../apply/run.ts';
import type { Statement } from '../apply/statement.ts';
import { fold } from './fold.ts';
import { keysOf, read, rowColumns, type Said, type SpeakingRow } from './rows.ts';

/** A record that a person has voided, and what it said. */
export interface VoidInForce {
  readonly id: number;
  /** Whether a row says in all its columns what was voided. */
  readonly repeats: (statement: Statement, fields: readonly string[]) => boolean;
}

/** The voids in force under these keys; there are hardly ever any, and then the silenced rows are opened. */
export async function voidsOf(run: Run, keys: readonly string[]): Promise<Map<string, VoidInForce>> {
  if (!(await run.someVoided())) return new Map();
  const rows = await run.query<SpeakingRow>(
    `select ${rowColumns('v.fact_key')} from voided_record v join import_row r on r.voided_id = v.id
       join import_sheet s on s.id = r.sheet_id join import_file f on f.id = s.file_id
      where v.restored_change is null and v.fact_key in ${keysOf('$1')} order by r.id`,
    [keys],
  );
  if (!rows.length) return new Map();
  const voids = new Map<string, VoidInForce>();
  for (const [key, said] of Map.groupBy(await read(run, rows), one => one.row.key)) {
    const { form, voidedId: id } = said[0]?.row ?? {};
    if (form && id) voids.set(key, { id, repeats: await repeats(run, form, said) });
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

/**
 * A voided record stays void as long as rows say nothing but what was voided: these fall silent too, and what only
 * repeats or contradicts them in their own file (`echoes`: row → the row before it).
 */
export async function withoutVoided(
  run: Run,
  said: readonly Said[],
  echoes: ReadonlyMap<Said, Said> = new Map(),
): Promise<Said[]> {
  const voids = await voidsOf(run, [...new Set(said.map(one => one.key))]);
  if (!voids.size) return [...said];
  const silent = new Map<Said, number>();
  for (const [key, rows] of Map.groupBy(said, one => one.key)) {
    const found = voids.get(key);
    if (found && rows.every(one => found.repeats(one.statement, one.fields)))
      for (const one of rows) silent.set(one, found.id);
  }
  for (const [echo, first] of echoes) {
    const voided = silent.get(first);
    if (voided !== undefined) silent.set(echo, voided);
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
