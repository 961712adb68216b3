import type { Command } from 'commander';
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { systemScope } from '../../kernel/database.ts';
import type { Migrations } from '../database/migrator.ts';
import { dashboardFolder } from '../paths.ts';
import { messageLine } from '../message-line.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
}

type Check = (run: CommandRun) => Promise<{ ok: boolean; found: string }>;

const serverFacts = `select current_setting('server_version') as version, current_user::text as role,
  (select pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datlocprovider::text from pg_database
   where datname = current_database()) as locale,
  pg_size_pretty(pg_database_size(current_database())) as size,
  (select count(*)::int from import_file) as files, (select count(*)::int from enterprise) as employers`;

async function migrator<Result>(
  open: CommandRun['open'],
  work: (one: Migrations) => Promise<Result>,
): Promise<Result> {
  const { withMigrations } = await import('../database/migrator.ts');
  return withMigrations((await open()).endpoint, work);
}

/** What is looked at, in the order in which one failure explains the next. */
const checks: Record<string, Check> = {
  'Node 24': async () => ({ ok: Number(process.versions.node.split('.')[0]) >= 24, found: process.version }),
  '看板已构建 / dashboard built': async () => ({
    ok: existsSync(join(dashboardFolder, 'index.html')),
    found: dashboardFolder,
  }),
  '磁盘空间 / disk space': async ({ config }) => {
    if (!existsSync(config.dataDir)) return { ok: true, found: '—' };
    const { bavail, bsize } = statfsSync(config.dataDir);
    const free = (bavail * bsize) / 1024 ** 3;
    return { ok: free > 1, found: `${free.toFixed(1)} GB` };
  },
  '数据库 / database': async ({ open }) => {
    const { embedded, database } = await open();
    const [facts] = await database.read<Record<string, string | number>>(systemScope('cli'), serverFacts);
    const place = embedded ? (embedded.ours ? 'embedded' : 'embedded, beside a running hub') : 'DATABASE_URL';
    const found = `PostgreSQL ${facts?.['version']} (${place}), ${facts?.['locale']}, ${facts?.['size']}`;
    return { ok: facts?.['role'] === 'hub_app', found };
  },
  '迁移 / migrations': async ({ open }) => {
    const states = await migrator(open, one => one.status());
    const pending = states.filter(one => !one.executedAt).length;
    return { ok: pending === 0, found: `${states.length - pending}/${states.length}` };
  },
  '表结构与实体一致 / tables match entities': async ({ open }) => {
    const difference = await migrator(open, one => one.difference());
    return { ok: difference === '', found: difference === '' ? '一致 / alike' : difference };
  },
  '数据 / data': async ({ open }) => {
    const [facts] = await (
      await open()
    ).database.read<Record<string, number>>(systemScope('cli'), serverFacts);
    return {
      ok: true,
      found: `${facts?.['files']} 个文件 / files, ${facts?.['employers']} 家单位 / employers`,
    };
  },
};

/** `hub doctor`: looks whether everything the hub needs is in order; exit status 1 if something is not. */
export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('自检 / check that everything is in order')
    .option('--json', 'JSON')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(json, async run => {
        const findings: Finding[] = [];
        for (const [check, look] of Object.entries(checks)) {
          const result = await look(run).catch((error: unknown) => ({
            ok: false,
            found: messageLine(error),
          }));
          findings.push({ check, ...result });
        }
        await run.output.answer(findings, rows =>
          table(
            ['', '检查 / check', '结果 / found'],
            rows.map(row => [row.ok ? '✓' : '✗', row.check, row.found]),
          ),
        );
        return findings.every(one => one.ok) ? 0 : 1;
      }),
    );
}
