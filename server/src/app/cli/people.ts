import type { Command } from 'commander';
import type { PeopleService } from '../../access/people.service.ts';
import { systemClock } from '../../kernel/clock.ts';
import { day } from './arguments.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';

interface AddArguments {
  readonly role: string;
  readonly name?: string;
  readonly town?: string;
  readonly enterprise?: string;
  readonly until?: string;
  readonly json?: boolean;
}

interface Json {
  readonly json?: boolean;
}

const people = async (run: CommandRun): Promise<PeopleService> => {
  const { PeopleService } = await import('../../access/people.service.ts');
  return new PeopleService((await run.open()).orm, systemClock);
};

/** `hub user add|list|disable|password`: the people who may sign in. */
export function userCommand(program: Command): void {
  const user = program.command('user').description('用户 / people who may sign in');
  user
    .command('add <username>')
    .description('新增用户并给出一次性密码 / add a person; prints a one-time password')
    .requiredOption('--role <role>', '角色 / role: LEADER HRSS UNION INDUSTRY TOWN COURT MEMBER OFFICE …')
    .option('--name <name>', '姓名 / name')
    .option('--town <town>', '所属镇（TOWN 角色）/ town, for the role TOWN')
    .option(
      '--enterprise <uscc>',
      '统一社会信用代码（ENTERPRISE 角色）/ credit code, for the role ENTERPRISE',
    )
    .option('--until <date>', '任期截止日 / last day of the term', day)
    .option('--json', 'JSON')
    .action((username: string, { json = false, until, ...grant }: AddArguments) =>
      runCommand(json, async run => {
        const made = await (await people(run)).add({ username, ...grant, endsOn: until });
        await run.output.answer(
          made,
          one => `${one.username} (${one.role})  一次性密码 / one-time password: ${one.password}`,
        );
      }),
    );
  user
    .command('list')
    .description('列出用户 / list people')
    .option('--json', 'JSON')
    .action(({ json = false }: Json) =>
      runCommand(json, async run => {
        const header = [
          '账号 / user',
          '姓名 / name',
          '角色 / role',
          '镇 / town',
          '任期至 / until',
          '停用 / disabled',
        ];
        await run.output.answer(await (await people(run)).list(), rows =>
          table(
            header,
            rows.map(row => [
              row.username,
              row.name,
              row.role,
              row.town,
              row.endsOn,
              row.disabled ? '是 / yes' : '',
            ]),
          ),
        );
      }),
    );
  user
    .command('disable <username>')
    .description('停用用户并结束其会话 / bar a person from signing in and end their sessions')
    .option('--json', 'JSON')
    .action((username: string, { json = false }: Json) =>
      runCommand(json, async run => {
        const done = await (await people(run)).disable(username);
        await run.output.answer(done, one => `${one.username} 已停用 / disabled`);
      }),
    );
  user
    .command('password <username>')
    .description('给出新的一次性密码 / give a new one-time password')
    .option('--json', 'JSON')
    .action((username: string, { json = false }: Json) =>
      runCommand(json, async run => {
        const done = await (await people(run)).resetPassword(username);
        await run.output.answer(
          done,
          one => `${one.username}  一次性密码 / one-time password: ${one.password}`,
        );
      }),
    );
}
