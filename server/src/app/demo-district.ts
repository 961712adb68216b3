import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { importLock } from '../ingest/import-files.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import { Refusal } from './refusal.ts';

/** What the database holds of the demo district and of anything else. */
export interface DemoState {
  readonly demoFiles: number;
  /** Files a department sent that changed something. */
  readonly ownFiles: number;
}

/** Counts the files of both kinds. */
export async function demoState(client: ClientBase): Promise<DemoState> {
  const { rows } = await client.query<DemoState>(`select
    count(*) filter (where origin = 'DEMO')::int as "demoFiles",
    count(*) filter (where origin <> 'DEMO' and not dry_run and status in ('RECEIVED', 'RUNNING', 'DONE', 'WITHDRAWN'))::int as "ownFiles"
    from import_file`);
  return rows[0] ?? { demoFiles: 0, ownFiles: 0 };
}

/** Refuses once a department has sent anything: its files are not ours to drop. */
export function demandDemoOnly({ ownFiles }: DemoState): void {
  if (ownFiles === 0) return;
  throw new Refusal({
    zh: `已有 ${ownFiles} 个非演示文件导入，不做删除`,
    en: `${ownFiles} files that are no demo have been imported; nothing was dropped`,
  });
}

/** Empties every table of facts and imports, history too; what people and settings there are stays. Needs the owner. */
export async function dropDemo(client: ClientBase, entered: (query: Query) => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select format('%I', relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like '%\\_history'`);
  await client.query('begin');
  await client.query(`set local lock_timeout = '60s'`);
  // A running import ends first, and nobody enters a file from here on: what came in meanwhile is found.
  await client.query(`select pg_advisory_xact_lock(${importLock})`);
  await client.query('lock table import_file in access exclusive mode');
  demandDemoOnly(await demoState(client));
  // Settings are said within the book of changes: their pages of it stay, and it goes on after them.
  await client.query(`create temp table kept_setting on commit drop as select * from setting_statement`);
  await client.query(`create temp table kept_change on commit drop as
    select * from change where id = 0 or id in (select change_id from kept_setting)`);
  await client.query(
    `truncate ${['import_file', 'change', 'fact_statement', 'idempotency', ...rows.map(row => row.name)].join(', ')} restart identity cascade`,
  );
  await client.query(`insert into change select * from kept_change`);
  await client.query(`insert into setting_statement select * from kept_setting`);
  for (const table of ['change', 'setting_statement'])
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), greatest(max(id), 1), coalesce(max(id) > 0, false))
      from ${table}`);
  await client.query(
    `insert into setting (name, value, set_by) values ('demo', '{"state": "DROPPED"}', 'cli')`,
  );
  await entered(async (sql, values = []) => (await client.query(sql, [...values])).rows);
  await client.query('commit');
}

/** How far the demo has come; a hub that was stopped half way goes on with the same files. */
interface DemoMark {
  readonly state: 'LOADING' | 'LOADED' | 'DROPPED';
  readonly until: Day;
}

const hub = systemScope('hub');
const seed = 1;
const employers = 1200;

/** The last day of the demo that must still be loaded, or undefined: only a new hub loads it, and only once. */
export async function demoToLoad(database: Database, today: Day): Promise<Day | undefined> {
  const mark = await demoMark(database);
  if (mark) return mark.state === 'LOADING' ? mark.until : undefined;
  const [book] = await database.read<{ used: boolean }>(
    hub,
    'select exists (select from import_file) as used',
  );
  return book?.used === false ? today : undefined;
}

/** Writes the departments' workbooks and hands each to the importer, as if they had been sent. */
export async function loadDemo(
  database: Database,
  until: Day,
  importFile: (path: string, position: number, files: number) => Promise<void>,
): Promise<void> {
  await markDemo(database, { state: 'LOADING', until });
  const { writeDemo } = await import('../demo/write-demo.ts');
  const out = await mkdtemp(join(tmpdir(), `hexie-demo-${process.pid}-`));
  try {
    const files = await writeDemo({ employers, seed, until, out });
    for (const [i, file] of files.entries()) {
      // Somebody may have dropped the demo while it was still coming in.
      if ((await demoMark(database))?.state !== 'LOADING') return;
      await importFile(file, i + 1, files.length);
    }
    await markDemo(database, { state: 'LOADED', until });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function demoMark(database: Database): Promise<DemoMark | undefined> {
  const newest = `select value as mark from setting where name = 'demo' order by id desc limit 1`;
  return (await database.read<{ mark: DemoMark }>(hub, newest))[0]?.mark;
}

async function markDemo(database: Database, mark: DemoMark): Promise<void> {
  const sql = `insert into setting (name, value) values ('demo', $1)`;
  await database.transaction(hub, query => query(sql, [JSON.stringify(mark)]));
}
