import { Employers } from '../apply/employers.ts';
import type { Run } from '../apply/run.ts';
import { followRoster } from './follow-roster.ts';
import { fold } from './fold.ts';
import { enter, nothingReplayed, replayBatch, type Replayed } from './replay.ts';
import { rebuildBeside, type ToldEmployer } from './roster-facts.ts';
import { daysOf, keysOf, read, speakingRows } from './rows.ts';
import { withoutVoided } from './voids.ts';
import { writeTold } from './write.ts';

/**
 * Tells employers anew from the roster rows that speak of them. An employer of whom nobody speaks leaves the roster, and
 * what hung on it waits first; what other rows hang on a name that means somebody else by now follows too.
 */
export async function replayRoster(
  run: Run,
  keys: readonly string[],
  into: Replayed = nothingReplayed(),
): Promise<Replayed> {
  if (!keys.length) return into;
  const before = await run.employers();
  const doomed: number[] = [];
  for (let from = 0; from < keys.length; from += replayBatch) {
    doomed.push(...(await retell(run, keys.slice(from, from + replayBatch), into)));
  }
  run.employ(await Employers.load(run.query, doomed));
  await followRoster(run, before, doomed, into);
  await dismiss(run, doomed);
  into.deleted += doomed.length;
  return into;
}

/** Tells some employers anew; answers those of whom nobody speaks. */
async function retell(run: Run, keys: readonly string[], into: Replayed): Promise<number[]> {
  const source = run.parts.sources.find(one => one.employer === null);
  if (!source) return [];
  const rows = (await speakingRows(run.query, keys)).filter(row => row.voidedId === null);
  const all = await read(run, rows);
  const said = await withoutVoided(run, all);
  const told = [...Map.groupBy(said, one => one.key)].map(([key, its]): ToldEmployer => ({
    key, said: its, fold: fold(source, its), rows: daysOf(its),
  })); // prettier-ignore
  enter(into, await writeTold(run, source, await run.table(source), told));
  await rebuildBeside(run, told);
  const opened = new Set(all.map(one => one.row.id));
  // A row that was kept nowhere (of an early release) still stands for its employer.
  const closed = rows.filter(row => !opened.has(row.id)).map(row => row.key);
  const stay = new Set([...told.map(one => one.key), ...closed]);
  const standing = await run.query<{ id: number; key: string }>(
    `select t.id, encode(r.fact_key, 'hex') as key from import_row r join ${source.table} t on t.import_row_id = r.id
      where r.fact_key in ${keysOf('$1')}`,
    [keys.filter(key => !stay.has(key))],
  );
  return standing.map(one => one.id);
}

/** Employers leave the roster with what rosters told beside them; their history stays. */
async function dismiss({ query }: Run, ids: readonly number[]): Promise<void> {
  if (!ids.length) return;
  await query('delete from former_name where enterprise_id = any($1::bigint[])', [ids]);
  await query('delete from enterprise_status where enterprise_id = any($1::bigint[])', [ids]);
  await query(
    `with gone as (delete from fact_statement where fact_table = 'enterprise' and fact_id = any($1::bigint[]))
     delete from enterprise where id = any($1::bigint[])`,
    [ids],
  );
}
