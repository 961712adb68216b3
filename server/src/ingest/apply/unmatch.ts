import type { Day } from '../../kernel/days.ts';
import type { Form, Source } from '../define-source.ts';
import { unpack } from './parcel.ts';
import { park } from './parking.ts';
import type { Run } from './run.ts';
import { state } from './statement.ts';

/** A fact that hangs on a name which now means several employers. */
interface Hanging {
  readonly id: number;
  readonly import_row_id: number;
  readonly matched_name_key: string;
  readonly staged: Buffer;
  readonly stated_on: Day | null;
}

/** Takes back what was matched by a name that has become ambiguous: the rows wait again, as if they came now. */
export async function unmatchAmbiguous(run: Run): Promise<{ name: string; count: number }[]> {
  const names = (await run.employers()).ambiguousNames();
  if (!names.length) return [];
  const counts = new Map<string, number>();
  for (const source of run.parts.sources.filter(one => one.employer && one.table)) {
    // What stood before may hang on another ambiguous name, so until nothing is found.
    for (;;) {
      const hanging = await find(run, source, names);
      if (!hanging.length) break;
      await takeBack(run, source, hanging, names);
      for (const { matched_name_key: name } of hanging) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function find(run: Run, source: Source, names: readonly string[]): Promise<Hanging[]> {
  return run.query<Hanging>(
    `select t.id, t.import_row_id, r.matched_name_key, r.staged, s.stated_on
       from ${source.table} t join import_row r on r.id = t.import_row_id join import_sheet s on s.id = r.sheet_id
      where s.form = $1 and r.matched_name_key = any($2) order by r.id limit 500`,
    [source.form, names],
  );
}

async function takeBack(
  run: Run,
  source: Source,
  hanging: readonly Hanging[],
  names: readonly string[],
): Promise<void> {
  const rows = hanging.map(fact => fact.import_row_id);
  await restore(
    run,
    source,
    hanging.map(fact => fact.id),
    names,
  );
  await run.query(
    `update import_row set outcome = 'PARKED', matched_name_key = null, staged = null where id = any($1)`,
    [rows],
  );
  const employers = await run.employers();
  for (const fact of hanging) {
    const { fields, values } = unpack(run.parts.vault, fact.staged);
    const waiting = { statement: state(source, values, employers), importRowId: fact.import_row_id };
    await park(run, source.form as Form, fields, fact.stated_on, [waiting]);
  }
}

/** Each fact becomes what it was before the ambiguous name spoke; one that was nothing before is gone. */
async function restore(
  run: Run,
  source: Source,
  ids: readonly number[],
  names: readonly string[],
): Promise<void> {
  const table = await run.table(source);
  const columns = [...table.columns.keys(), 'import_row_id'];
  const restored = await run.query<{ id: number }>(
    `with back as (select distinct on (h.id) h.* from ${source.table}_history h join import_row r on r.id = h.import_row_id
        where h.id = any($1) and (r.matched_name_key is null or r.matched_name_key <> all($2))
          and r.outcome not in ('PARKED', 'SUPERSEDED') order by h.id, h.history_id desc)
     update ${source.table} t set ${columns.map(name => `${name} = back.${name}`).join(', ')},
        version = t.version + 1, updated_at = $3 from back where t.id = back.id returning t.id`,
    [ids, names, run.parts.known],
  );
  const kept = new Set(restored.map(row => row.id));
  await run.query(`delete from ${source.table} where id = any($1)`, [ids.filter(id => !kept.has(id))]);
}
