import type { Query } from '../../kernel/database.ts';
import type { Run } from '../apply/run.ts';
import { nothingReplayed, replay, type Replayed } from '../replay/replay.ts';
import { replayRoster } from '../replay/replay-roster.ts';
import { speaks } from '../replay/rows.ts';
import { removeFacts } from '../replay/restate.ts';

/** Whether another row that still speaks says something of the same fact as row `m`. */
const othersSpeak = `exists (select from import_row o join import_sheet os on os.id = o.sheet_id
  join import_file f on f.id = os.file_id where o.fact_key = m.fact_key and ${speaks('o', 'os', 'f')})`;

/** The rows of the file that had a say. */
const mine = `mine as (select m.id, m.fact_key, s.form from import_row m join import_sheet s on s.id = m.sheet_id
  where s.file_id = $1 and m.fact_key is not null)`;

/**
 * Takes back what a file said, once its entry is marked as withdrawn: what it alone told goes, what others told too is
 * told anew without it. Employers come last, so that what hung on them is counted with the rows that told it.
 */
export async function withdrawFile(run: Run, fileId: string): Promise<Replayed> {
  const { query, sources } = run.parts;
  const into = nothingReplayed();
  await query(
    `delete from parked_row where import_row_id in (select r.id from import_row r
      join import_sheet s on s.id = r.sheet_id where s.file_id = $1)`,
    [fileId],
  );
  for (const source of sources.filter(one => one.employer)) {
    const ids = await toldByNobodyElse(query, source.table, fileId);
    await removeFacts(query, source.table, ids);
    into.deleted += ids.length;
  }
  await replay(run, await keysOfOthers(query, fileId), into);
  return replayRoster(run, await rosterKeys(query, fileId), into);
}

async function toldByNobodyElse(query: Query, table: string, fileId: string): Promise<number[]> {
  const rows = await query<{ id: number }>(
    `with ${mine} select t.id from mine m join ${table} t on t.import_row_id = m.id where not ${othersSpeak}`,
    [fileId],
  );
  return rows.map(row => row.id);
}

/** Facts of employers of which other files speak too, in the order of this file's rows. */
async function keysOfOthers(query: Query, fileId: string): Promise<string[]> {
  const rows = await query<{ key: string }>(
    `with ${mine} select encode(m.fact_key, 'hex') as key from mine m
      where m.form <> 'E' and ${othersSpeak} group by m.fact_key order by min(m.id)`,
    [fileId],
  );
  return rows.map(row => row.key);
}

async function rosterKeys(query: Query, fileId: string): Promise<string[]> {
  const rows = await query<{ key: string }>(
    `with ${mine} select encode(m.fact_key, 'hex') as key from mine m
      where m.form = 'E' group by m.fact_key order by min(m.id)`,
    [fileId],
  );
  return rows.map(row => row.key);
}
