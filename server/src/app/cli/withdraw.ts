import type { Command } from 'commander';
import { systemViewer } from '../../access/viewer.ts';
import { runCommand } from './run.ts';

interface WithdrawArguments {
  readonly reason: string;
  readonly json?: boolean;
}

/** `hub withdraw ID --reason TEXT`: takes a whole import back. */
export function withdrawCommandLine(program: Command): void {
  program
    .command('withdraw <import>')
    .description('撤回一次导入 / take an import back as a whole')
    .requiredOption('--reason <text>', '理由，记入历史 / why; kept in the history')
    .option('--json', 'JSON')
    .action((id: string, { reason, json = false }: WithdrawArguments) =>
      runCommand(json, async run => {
        const { createServices } = await import('../services.ts');
        const { withdrawals } = createServices(await run.open());
        const done = await withdrawals.withdraw(systemViewer('cli'), { id, reason });
        await run.output.answer(
          done,
          ({ insertedUndone, updatedUndone, parkedAgain }) =>
            `已撤回：移除 ${insertedUndone} 条，恢复 ${updatedUndone} 条，重新待匹配 ${parkedAgain} 行` +
            ` / withdrawn: ${insertedUndone} removed, ${updatedUndone} restored, ${parkedAgain} wait again`,
        );
      }),
    );
}
