import type { Command } from 'commander';
import { createInterface } from 'node:readline/promises';
import type { Query } from '../../kernel/database.ts';
import { withClient } from '../database/with-client.ts';
import { demandDemoOnly, demoState, dropDemo } from '../demo-district.ts';
import { Refusal } from '../refusal.ts';
import { runCommand } from './run.ts';
import { cliActor, trailOf } from './seal-trail.ts';

/** `hub reset`: drops the demo district, and nothing that a department has sent. */
export function resetCommand(program: Command): void {
  program
    .command('reset')
    .description('删除演示数据（询问后）/ drop the demo district, after asking')
    .option('--yes', '不再询问 / do not ask')
    .option('--json', 'JSON')
    .action(({ yes = false, json = false }: { yes?: boolean; json?: boolean }) =>
      runCommand(json, async ({ open, output }) => {
        const opened = await open();
        const { endpoint } = opened;
        const state = await withClient(endpoint.as('hub_owner'), demoState);
        demandDemoOnly(state);
        if (state.demoFiles > 0 && !yes && !(await confirmed(output.say))) {
          throw new Refusal({ zh: '已取消，未删除任何数据', en: 'cancelled; nothing was dropped' });
        }
        const event = { act: 'dropDemo', object: 'Demo', detail: { files: state.demoFiles } };
        const entered = (query: Query): Promise<void> => trailOf(opened).record(query, cliActor, event);
        if (state.demoFiles > 0)
          await withClient(endpoint.as('hub_owner'), client => dropDemo(client, entered));
        await output.answer({ dropped: state.demoFiles > 0, files: state.demoFiles }, ({ dropped }) =>
          dropped
            ? '演示数据已删除 / the demo district has been dropped'
            : '没有演示数据 / there is no demo district',
        );
      }),
    );
}

async function confirmed(say: (line: string) => void): Promise<boolean> {
  say('将删除全部演示数据。输入 yes 继续 / this drops the whole demo district. Type yes to go on:');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return /^(y|yes|是)$/i.test(line.trim());
  }
  return false;
}
