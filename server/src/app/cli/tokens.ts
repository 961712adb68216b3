import type { Command } from 'commander';
import type { TokenService } from '../../access/token.service.ts';
import { systemClock } from '../../kernel/clock.ts';
import { day, wholeNumber } from './arguments.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';

interface AddArguments {
  readonly name: string;
  readonly role: string;
  readonly town?: string;
  readonly enterprise?: string;
  readonly expires?: string;
  readonly json?: boolean;
}

interface Json {
  readonly json?: boolean;
}

const tokens = async (run: CommandRun): Promise<TokenService> => {
  const { TokenService } = await import('../../access/token.service.ts');
  return new TokenService((await run.open()).orm, systemClock);
};

/** `hub token add|list|revoke`: the keys of programs. */
export function tokenCommand(program: Command): void {
  const token = program.command('token').description('程序令牌 / tokens for programs');
  token
    .command('add')
    .description('新增令牌，只显示一次 / add a token; it is shown once')
    .requiredOption('--name <name>', '用途 / what it is for')
    .requiredOption('--role <role>', '角色 / role')
    .option('--town <town>', '所属镇（TOWN 角色）/ town, for the role TOWN')
    .option(
      '--enterprise <uscc>',
      '统一社会信用代码（ENTERPRISE 角色）/ credit code, for the role ENTERPRISE',
    )
    .option('--expires <date>', '到期日，默认 180 天后 / last day it is good, default 180 days on', day)
    .option('--json', 'JSON')
    .action(({ json = false, ...input }: AddArguments) =>
      runCommand(json, async run => {
        const made = await (await tokens(run)).add(input, 'cli');
        await run.output.answer(made, one => `${one.id}  ${one.name} (${one.role})\n${one.token}`);
      }),
    );
  token
    .command('list')
    .description('列出令牌 / list tokens')
    .option('--json', 'JSON')
    .action(({ json = false }: Json) =>
      runCommand(json, async run => {
        const header = ['id', '用途 / name', '角色 / role', '镇 / town', '到期 / expires', '撤销 / revoked'];
        await run.output.answer(await (await tokens(run)).list(), rows =>
          table(
            header,
            rows.map(row => [row.id, row.name, row.role, row.town, row.expiresAt, row.revokedAt]),
          ),
        );
      }),
    );
  token
    .command('revoke')
    .description('撤销令牌 / revoke a token')
    .argument('<id>', '令牌编号 / number of the token', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--json', 'JSON')
    .action((id: number, { json = false }: Json) =>
      runCommand(json, async run => {
        const done = await (await tokens(run)).revoke(id);
        await run.output.answer(done, one => `${one.id} ${one.name} 已撤销 / revoked`);
      }),
    );
}
