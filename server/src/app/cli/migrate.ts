import type { Command } from 'commander';
import type { Migrations } from '../database/migrator.ts';
import type { AuditEvent } from '../../kernel/audit.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';
import { cliActor, hasTrail, trailOf } from './seal-trail.ts';

/** Opens the database as it is and hands over the migrator. */
async function migrator<Result>(
  { open }: CommandRun,
  work: (one: Migrations) => Promise<Result>,
): Promise<Result> {
  const { withMigrations } = await import('../database/migrator.ts');
  return withMigrations((await open({ migrate: false })).endpoint, work);
}

/** Enters in the trail what was moved, if there is a trail to enter it in. */
async function entered(run: CommandRun, detail: NonNullable<AuditEvent['detail']>): Promise<void> {
  const opened = await run.open({ migrate: false });
  if (Object.values(detail).includes(0) || !(await hasTrail(opened.database))) return;
  await trailOf(opened).note(cliActor, { act: 'migrate', object: 'Database', detail });
}

/** `hub migrate [up|down|status]`. */
export function migrateCommand(program: Command): void {
  const migrate = program.command('migrate').description('数据库迁移 / database migrations');
  migrate
    .command('up', { isDefault: true })
    .description('执行全部待执行的迁移 / run what is pending')
    .option('--json', 'JSON')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(json, async run => {
        const done = await migrator(run, one => one.up());
        await entered(run, { executed: done.length, newest: done.at(-1) ?? null });
        await run.output.answer(
          { executed: done },
          () => done.join('\n') || '没有待执行的迁移 / nothing is pending',
        );
      }),
    );
  migrate
    .command('down')
    .description('撤回最近一个迁移（数据随之删除）/ take back the newest migration, and its data')
    .option('--all', '撤回全部 / take back all')
    .option('--json', 'JSON')
    .action(({ all = false, json = false }: { all?: boolean; json?: boolean }) =>
      runCommand(json, async run => {
        const done = await migrator(run, one => one.down(all));
        await entered(run, { reverted: done.length, newest: done.at(0) ?? null });
        await run.output.answer(
          { reverted: done },
          () => done.join('\n') || '没有可撤回的迁移 / nothing to take back',
        );
      }),
    );
  migrate
    .command('status')
    .description('列出迁移及执行时间 / list migrations and when they ran')
    .option('--json', 'JSON')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(json, async run => {
        const states = await migrator(run, one => one.status());
        await run.output.answer(states, rows =>
          table(
            ['迁移 / migration', '执行时间 / executed'],
            rows.map(row => [row.name, row.executedAt?.toISOString() ?? '—']),
          ),
        );
      }),
    );
}
