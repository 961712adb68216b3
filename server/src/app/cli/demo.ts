import type { Command } from 'commander';
import { systemClock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/days.ts';
import { runCommand } from './run.ts';
import { day, givenPath, wholeNumber } from './arguments.ts';

interface DemoArguments {
  readonly employers: number;
  readonly seed: number;
  readonly until?: Day;
  readonly out: string;
  readonly json?: boolean;
}

/** `hub demo`: writes a district's department workbooks; imports nothing. */
export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('生成一个虚构园区的各部门报表 / write the department workbooks of an invented district')
    .option('--employers <n>', '用人单位数 / employers', wholeNumber(1, 100_000), 1200)
    .option('--seed <n>', '随机种子 / seed', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--until <date>', '截止日期，默认今天 / last day, default today', day)
    .option('--out <dir>', '输出目录 / folder to write to', 'demo')
    .option('--json', 'JSON')
    .action(({ employers, seed, until, out, json = false }: DemoArguments) =>
      runCommand(json, async ({ output }) => {
        const { writeDemo } = await import('../../demo/write-demo.ts');
        output.say('正在生成报表 / writing workbooks');
        const options = { employers, seed, until: until ?? systemClock.today(), out: givenPath(out) };
        const files = await writeDemo(options);
        await output.answer(files, paths => paths.join('\n'));
      }),
    );
}
