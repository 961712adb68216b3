import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { systemViewer } from '../../access/viewer.ts';
import type { TimedVerification } from '../../audit/audit.service.ts';
import { shanghaiDay } from '../../kernel/days.ts';
import { settingRefusal } from '../refusal.ts';
import { language } from './arguments.ts';
import { runCommand, type CommandRun } from './run.ts';

interface VerifyArguments {
  readonly anchors?: string;
  readonly key?: string;
  readonly json?: boolean;
}

/** `hub audit verify`: whether anything of the audit trail was changed, removed or put in. */
export function auditCommandLine(program: Command): void {
  const audit = program.command('audit').description('审计记录 / the audit trail');
  audit
    .command('verify')
    .description(
      '核验审计记录是否被改动；有问题则退出码为 1 / check the trail; exit status 1 if it is not intact',
    )
    .option(
      '--anchors <file>',
      '用另存的锚定文件核对 / hold it against a copy of the anchor file kept elsewhere',
    )
    .option(
      '--key <file>',
      '该文件的公钥，默认为同目录的 audit-key.pem / its public key, by default beside it',
    )
    .option('--json', 'JSON')
    .action(({ json = false, anchors, key }: VerifyArguments) =>
      runCommand(json, run => verify(run, anchors, key)),
    );
}

async function verify(run: CommandRun, anchors?: string, key?: string): Promise<number> {
  const { createServices } = await import('../services.ts');
  const { commandKeeping } = await import('./seal-trail.ts');
  const { AnchorFile } = await import('../../audit/anchor-file.ts');
  const { faultTexts } = await import('../../audit/faults.ts');
  const file = anchors === undefined ? undefined : new AnchorFile(anchors);
  if (file) readable(file.path, '--anchors');
  const given = file && { anchors: file, publicKey: readable(key ?? file.keyPath, '--key') };
  const keeping = commandKeeping(run.config);
  const services = createServices({ ...(await run.open()), ...(keeping && { keeping }) });
  const found = await services.auditTrail.verifyAs(systemViewer('cli', language()), {}, given);
  const { firstFault } = found;
  const message = firstFault && faultTexts[firstFault.kind];
  const told = {
    ...found,
    firstFault: firstFault && { ...firstFault, message },
    anchored: !!(file ?? keeping),
  };
  await run.output.answer(told, () => words(found, message?.[language()], told.anchored));
  return found.intact ? 0 : 1;
}

function words(found: TimedVerification, message: string | undefined, anchored: boolean): string {
  const { entries, seals, anchors, pending, took, firstFault, purgedBefore, faults } = found;
  const zh = language() === 'zh';
  const counted = zh
    ? `记录 ${entries} 条，封存 ${seals} 个，锚定 ${anchors} 行，待封存 ${pending} 条，用时 ${took} 毫秒`
    : `${entries} entries, ${seals} seals, ${anchors} anchors, ${pending} waiting, ${took} ms`;
  const purged = purgedBefore && shanghaiDay(purgedBefore);
  const since = zh ? `${purged} 及以前的记录已到期清理` : `what is from ${purged} or before was purged`;
  const bare = zh ? '未与库外锚定文件核对（--anchors）' : 'not held against an anchor file (--anchors)';
  const place =
    firstFault?.seq === null ? '' : zh ? `第 ${firstFault?.seq} 条：` : `entry ${firstFault?.seq}: `;
  const fault = zh
    ? `审计记录有问题（共 ${faults} 处），最早的：${place}${message} [${firstFault?.kind}]`
    : `the trail is not intact (${faults} faults), first: ${place}${message} [${firstFault?.kind}]`;
  const verdict = firstFault ? fault : zh ? '审计记录完好' : 'the trail is intact';
  return [verdict, counted, ...(purged ? [since] : []), ...(anchored ? [] : [bare])].join('\n');
}

/** The text of a file that was named; one that is not there is told by the option that named it. */
function readable(path: string, option: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw settingRefusal(option, `没有文件 ${path}`, `there is no file ${path}`);
}
