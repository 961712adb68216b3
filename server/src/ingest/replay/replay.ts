import { setImmediate as breathe } from 'node:timers/promises';
import type { Run } from '../apply/run.ts';
import { fold } from './fold.ts';
import { hear } from './hearing.ts';
import { KeptChunks } from '../chunks.ts';
import { daysOf, read, rowsOfKeys, speakingRows, type Said } from './rows.ts';
import { place } from './waiting.ts';
import { removeFacts } from './restate.ts';
import { writeTold, type Told, type Written } from './write.ts';

/** What telling facts anew has changed. */
export interface Replayed {
  inserted: number;
  updated: number;
  deleted: number;
  /** Records that waited and are facts now; sent twice, a record waited once. */
  attached: number;
  /** Records that were facts and wait again. */
  parkedAgain: number;
  /** Rows whose word changed a fact. */
  readonly changedBy: Set<number>;
  /** Names by which rows had found their employer and no longer do → how many. */
  readonly lostNames: Map<string, number>;
}

/** What nothing told anew has changed. */
export const nothingReplayed = (): Replayed => ({
  inserted: 0, updated: 0, deleted: 0, attached: 0, parkedAgain: 0, changedBy: new Set(), lostNames: new Map(),
}); // prettier-ignore

/** Facts told anew at once. */
export const replayBatch = 500;

/** Facts folded in one go: between them others are served. */
const foldedAtOnce = 100;

/**
 * Tells facts of employers anew from the rows that speak of them, as if these rows arrived now in their order: the one
 * mechanism behind withdrawal, void, match, rosters and rows of older reports. Rows whose employer is known now are let
 * in, rows whose employer is not wait; what nobody tells any more goes, and its history stays.
 */
export async function replay(run: Run, keys: readonly string[], into = nothingReplayed()): Promise<Replayed> {
  const { query, vault, sources } = run.parts;
  const chunks = new KeptChunks(query, vault, sources);
  for (let from = 0; from < keys.length; from += replayBatch) {
    await replaySome(run, chunks, keys.slice(from, from + replayBatch), into);
  }
  return into;
}

async function replaySome(
  run: Run,
  chunks: KeptChunks,
  keys: readonly string[],
  into: Replayed,
): Promise<void> {
  const { said, standing } = await gather(run, chunks, keys);
  const hearing = await hear(run, said);
  const told: Told[] = [];
  for (const [key, rows] of hearing.heard) {
    if (told.length % foldedAtOnce === 0) await breathe();
    told.push({ key, fold: fold(run.source(rows[0]?.row.form ?? ''), rows), rows: daysOf(rows) });
  }
  const gone = standing.filter(one => !hearing.heard.has(one.key));
  for (const [form, facts] of Map.groupBy(gone, one => one.form)) {
    const ids = facts.map(one => one.id);
    await removeFacts(run.query, run.source(form).table, ids);
    into.deleted += ids.length;
  }
  for (const [form, some] of Map.groupBy(told, one => one.fold.last.row.form)) {
    const source = run.source(form);
    const stood = standing.some(one => one.form === form);
    enter(into, await writeTold(run, source, await run.table(source), some, stood));
  }
  const speakers = told.flatMap(one => [...one.fold.speakers.values()].map(speaker => speaker.row.id));
  const { attached, parkedAgain } = await place(run, said, hearing, new Set(speakers));
  into.attached += new Set(attached.map(one => one.row.key)).size;
  into.parkedAgain += parkedAgain.length;
  for (const { row } of parkedAgain) {
    if (row.matchedName) into.lostNames.set(row.matchedName, (into.lostNames.get(row.matchedName) ?? 0) + 1);
  }
}

/** Counts what was written. */
export function enter(into: Replayed, written: readonly Written[]): void {
  for (const { outcome, importRowId } of written) {
    if (outcome === 'INSERTED') into.inserted++;
    if (outcome === 'UPDATED') into.updated++;
    if (outcome !== 'UNCHANGED') into.changedBy.add(importRowId);
  }
}

interface Standing {
  readonly form: string;
  readonly id: number;
  readonly key: string;
}
interface Gathered {
  /** Also the rows that a void silences. */
  readonly said: Said[];
  readonly standing: Standing[];
}

/** The rows of these facts, and of the facts that they turn out to speak of. A fact with a row that was never kept stays as it is. */
async function gather(run: Run, chunks: KeptChunks, keys: readonly string[]): Promise<Gathered> {
  const said: Said[] = [];
  const standing: Standing[] = [];
  const all = new Set(keys);
  for (let fresh = [...all]; fresh.length;) {
    const rows = await speakingRows(run.query, fresh);
    const some = await read(run, rows, chunks);
    said.push(...some);
    const opened = new Set(some.map(one => one.row.id));
    const closed = new Set(rows.filter(row => !opened.has(row.id)).map(row => row.key));
    standing.push(...(await standingFacts(run, fresh)).filter(one => !closed.has(one.key)));
    fresh = [...new Set(some.map(one => one.key))].filter(key => !all.has(key));
    for (const key of fresh) all.add(key);
  }
  said.sort((a, b) => a.row.id - b.row.id);
  return { said, standing };
}

/**
 * The facts that stand under these keys, found by the row they were last told by: row by row through the index, for a
 * row tells one fact at most.
 */
function standingFacts(run: Run, keys: readonly string[]): Promise<Standing[]> {
  const tables = run.parts.sources.filter(source => source.employer);
  const found = tables.map(
    ({ form, table }) =>
      `select r.form, t.id, r.key from r cross join lateral (
         select id from ${table} f where f.import_row_id = r.id limit 1) t where r.form = '${form}'`,
  );
  return run.query<Standing>(
    `with r as materialized (select r.id, s.form, encode(r.fact_key, 'hex') as key
       from ${rowsOfKeys('$1')} join import_sheet s on s.id = r.sheet_id)
     ${found.join(' union all ')}`,
    [keys],
  );
}
