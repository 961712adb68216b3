import type { Command } from 'commander';
import type { AccessTokenType } from '../../access/tokens/access-token.type.ts';
import type { TokensByNumber } from '../../access/tokens/tokens-by-number.ts';
import { day, wholeNumber } from './arguments.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';

interface Json {
  readonly json?: boolean;
}
interface AddArguments extends Json {
  readonly name: string;
  readonly role: string;
  readonly town?: string;
  readonly enterprise?: string;
  readonly expires?: string;
  readonly operations?: string[];
  readonly fields?: string[];
  readonly addresses?: string[];
  readonly purpose?: string;
}

const withTokens = (
  json: boolean,
  work: (tokens: TokensByNumber, run: CommandRun) => Promise<void>,
): Promise<void> =>
  runCommand(json, async run => {
    const { createServices } = await import('../services.ts');
    return void (await work(createServices(await run.open()).access.tokens, run));
  });

const list = (text: string): string[] => text.split(',').filter(one => one.trim() !== '');
const number = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** `hub token add|rotate|list|revoke`: the keys of programs. */
export function tokenCommand(program: Command): void {
  const token = program.command('token').description('程序令牌 / tokens for programs');
  token
    .command('add')
    .description('新增令牌，只显示一次 / add a token; it is shown once')
    .requiredOption('--name <name>', '名称 / what it is called')
    .requiredOption('--role <role>', '角色 / role')
    .option('--town <town>', '所属镇（TOWN 角色）/ town, for the role TOWN')
    .option('--enterprise <uscc>', '统一社会信用代码（ENTERPRISE 角色）/ credit code, for the role ENTERPRISE')
    .option('--expires <date>', '到期日，最长 180 天，默认 180 天 / last day it is good, at most and by default 180 days on', day)
    .option('--operations <list>', '限定的操作，如 enterprise.read,metric.read / actions it is narrowed to', list)
    .option('--fields <list>', '限定的字段，如 Enterprise.name,Metric.key / fields it is narrowed to', list)
    .option('--addresses <list>', '允许的地址段，如 10.1.0.0/16 / networks it may be used from', list)
    .option('--purpose <text>', '用途 / what it is for')
    .option('--json', 'JSON')
    .action(({ json = false, ...input }: AddArguments) =>
      withTokens(json, async (tokens, { output }) => {
        const made = await tokens.add(input, 'cli');
        await output.answer(made, one => `${one.id}  ${one.name} (${one.role})\n${one.token}`);
      }),
    ); // prettier-ignore
  token
    .command('rotate')
    .description('换发新密钥，只显示一次；旧密钥按时失效 / a new secret, shown once; the old one ends in time')
    .argument('<id>', '令牌编号 / number of the token', number)
    .option('--overlap <hours>', '新旧并存小时数，最多 168 / hours both are good, at most 168', wholeNumber(0, 168), 24)
    .option('--expires <date>', '新的到期日 / a new last day', day)
    .option('--json', 'JSON')
    .action((id: number, { json = false, overlap, expires }: Json & { overlap: number; expires?: string }) =>
      withTokens(json, async (tokens, { output }) => {
        const made = await tokens.rotate(id, { overlapHours: overlap, expires });
        await output.answer(made, one => `${one.id}  ${one.name} (${one.role})\n${one.token}`);
      }),
    ); // prettier-ignore
  token
    .command('list')
    .description('列出令牌 / list tokens')
    .option('--json', 'JSON')
    .action(({ json = false }: Json) =>
      withTokens(json, async (tokens, { output }) => {
        const header = ['id', '名称 / name', '角色 / role', '镇 / town', '操作 / operations', '到期 / expires', '最近使用 / last used', '撤销 / revoked']; // prettier-ignore
        const all = (await tokens.all()).map(listed);
        const row = (one: (typeof all)[number]) => [one.id, one.name, one.role, one.town, one.operations?.join(',') ?? '*', one.expiresOn, one.lastUsedAt, one.revokedAt]; // prettier-ignore
        await output.answer(all, rows => table(header, rows.map(row)));
      }),
    );
  token
    .command('revoke')
    .description('吊销令牌 / revoke a token')
    .argument('<id>', '令牌编号 / number of the token', number)
    .option('--reason <text>', '理由，记入审计 / why; kept in the audit trail', 'cli')
    .option('--json', 'JSON')
    .action((id: number, { json = false, reason }: Json & { reason: string }) =>
      withTokens(json, async (tokens, { output }) => {
        await output.answer(await tokens.revoke(id, reason), one => `${one.id} ${one.name} 已撤销 / revoked`);
      }),
    );
}

/** A token as a list at a terminal gives it: by its number. */
const listed = ({ id, town, lastUsedAt, revokedAt, createdAt, ...token }: AccessTokenType) => ({
  ...token,
  id: Number(id.replace('AccessToken:', '')),
  town: town?.code ?? null,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});
