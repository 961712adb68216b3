import type { Day } from '../../kernel/days.ts';
import type { Source } from '../define-source.ts';
import { FactWriter } from './apply-facts.ts';
import { unpack } from './parcel.ts';
import { park } from './parking.ts';
import type { Run } from './run.ts';
import { state } from './statement.ts';

/** A row that found its employer by a name which now means several. */
interface Hanging {
  readonly import_row_id: number;
  readonly matched_name_key: string;
  readonly staged: Buffer;
  readonly stated_on: Day | null;
}

const batchSize = 500;

/** Takes back what was matched by a name that has become ambiguous: the rows wait again, as if they came now. */
export async function unmatchAmbiguous(run: Run): Promise<{ name: string; count: number }[]> {
  const names = (await run.employers()).ambiguousNames();
  if (!names.length) return [];
  const counts = new Map<string, number>();
  for (const source of run.parts.sources.filter(one => one.employer)) {
    await restoreFacts(run, source, names);
    for (;;) {
      const hanging = await hangingRows(run, source, names);
      if (!hanging.length) break;
      for (const row of hanging) await takeBack(run, source, row);
      for (const { matched_name_key: name } of hanging) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Each fact that hangs on such a name becomes what it was before; one that was nothing before is gone. */
async function restoreFacts(run: Run, source: Source, names: readonly string[]): Promise<void> {
  const table = await run.table(source);
  const columns = [...table.columns.keys(), 'import_row_id'];
  const hanging = `select t.id from ${table.name} t join import_row r on r.id = t.import_row_id
    where r.matched_name_key = any($1)`;
  await run.query(
    `with back as (select distinct on (h.id) h.* from ${table.name}_history h
        join import_row r on r.id = h.import_row_id
       where h.id in (${hanging}) and (r.matched_name_key is null or r.matched_name_key <> all($1))
         and r.outcome not in ('PARKED', 'SUPERSEDED') order by h.id, h.change_id desc)
     update ${table.name} t set ${columns.map(name => `${name} = back.${name}`).join(', ')},
        version = t.version + 1, updated_at = $2 from back where t.id = back.id`,
    [names, run.parts.known],
  );
  await run.query(`delete from ${table.name} where id in (${hanging})`, [names]);
}

function hangingRows(run: Run, source: Source, names: readonly string[]): Promise<Hanging[]> {
  return run.query<Hanging>(
    `select r.id as import_row_id, r.matched_name_key, r.staged, s.stated_on
       from import_row r join import_sheet s on s.id = r.sheet_id
      where s.form = $1 and r.matched_name_key = any($2) order by r.id limit ${batchSize}`,
    [source.form, names],
  );
}

/** Parks the row again, unless something newer is known under its key. */
async function takeBack(run: Run, source: Source, row: Hanging): Promise<void> {
  const { fields, values } = unpack(run.parts.vault, row.staged);
  const statement = state(source, values, await run.employers());
  const writer = new FactWriter(run, source, await run.table(source), fields);
  const [compared] = await writer.compare([statement]);
  const late = (compared?.existing?.import_row_id ?? 0) > row.import_row_id;
  await run.query(
    'update import_row set outcome = $2, matched_name_key = null, staged = null where id = $1',
    [row.import_row_id, late ? 'SUPERSEDED' : 'PARKED'],
  );
  if (late) return;
  await park(run, source.form, fields, row.stated_on, [{ statement, importRowId: row.import_row_id }]);
}
