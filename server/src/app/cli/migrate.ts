import type { Command } from 'commander';
import { withMigrations } from '../database/migrator.ts';
import { table } from './output.ts';
import { runCommand } from './run.ts';

/** `hub migrate [up|down|status]`. */
export function migrateCommand(program: Command): void {
  const migrate = program.command('migrate').description('数据库迁移 / database migrations');
  migrate
    .command('up', { isDefault: true })
    .description('执行全部待执行的迁移 / run what is pending')
    .option('--json', 'JSON')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(json, async ({ open, output }) => {
        const { endpoint } = await open({ migrate: false });
        const done = await withMigrations(endpoint, one => one.up());
        await output.answer(
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
      runCommand(json, async ({ open, output }) => {
        const { endpoint } = await open({ migrate: false });
        const done = await withMigrations(endpoint, one => one.down(all));
        await output.answer(
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
      runCommand(json, async ({ open, output }) => {
        const { endpoint } = await open({ migrate: false });
        const states = await withMigrations(endpoint, one => one.status());
        await output.answer(states, rows =>
          table(
            ['迁移 / migration', '执行时间 / executed'],
            rows.map(row => [row.name, row.executedAt?.toISOString() ?? '—']),
          ),
        );
      }),
    );
}
