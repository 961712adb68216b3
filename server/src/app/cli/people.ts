import type { Command } from 'commander';
import type { AccessService } from '../../access/access.service.ts';
import type { ListedPerson } from '../../access/people.service.ts';
import { systemViewer, type Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import { day, language } from './arguments.ts';
import { table } from './output.ts';
import { runCommand, type CommandRun } from './run.ts';

interface Json {
  readonly json?: boolean;
}
interface Reasoned extends Json {
  readonly reason: string;
}
interface Grant extends Json {
  readonly role: string;
  readonly town?: string;
  readonly enterprise?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What the commands about people work with. */
interface Tools {
  readonly access: AccessService;
  readonly viewer: Viewer;
  readonly run: CommandRun;
}

const withPeople = (json: boolean, work: (tools: Tools) => Promise<void>): Promise<void> =>
  runCommand(json, async run => {
    const { createServices } = await import('../services.ts');
    const { access } = createServices(await run.open());
    return void (await work({ access, run, viewer: systemViewer('cli', language()) }));
  });

const grantOptions = (command: Command): Command =>
  command
    .requiredOption('--role <role>', '角色 / role: LEADER HRSS UNION INDUSTRY TOWN COURT MEMBER OFFICE …')
    .option('--town <town>', '所属镇（TOWN 角色）/ town, for the role TOWN')
    .option(
      '--enterprise <uscc>',
      '统一社会信用代码（ENTERPRISE 角色）/ credit code, for the role ENTERPRISE',
    )
    .option('--from <date>', '到任日，默认今天 / first day of the term, default today', day)
    .option('--until <date>', '任期截止日 / last day of the term', day)
    .option('--json', 'JSON');

const reasonOption = (command: Command): Command =>
  command.option('--reason <text>', '理由，记入审计 / why; kept in the audit trail', 'cli').option('--json', 'JSON'); // prettier-ignore

/** The act on an account as it stands now. */
const actOn = ({ id, version }: ListedPerson, reason: string) => ({ person: String(id), version, reason });

const heldBy = ({ assignment, assignmentVersion }: ListedPerson) => {
  if (assignment !== null && assignmentVersion !== null) {
    return { assignment: String(assignment), version: assignmentVersion };
  }
  throw new DomainError('INVALID_TRANSITION', {
    zh: '该用户今天没有角色。',
    en: 'The person holds no role today.',
  });
};

/** `hub user …`: the people who may sign in, their roles and terms. */
export function userCommand(program: Command): void {
  const user = program.command('user').description('用户与角色 / people who may sign in, and their roles');
  grantOptions(user.command('add <username>'))
    .description('新增用户并给出一次性密码 / add a person; prints a one-time password')
    .option('--name <name>', '姓名 / name')
    .action((username: string, { json = false, from, until, ...grant }: Grant & { name?: string }) =>
      withPeople(json, async ({ access, run }) => {
        const made = await access.people.add({ username, ...grant, startsOn: from, endsOn: until });
        await run.output.answer(made, one => `${one.username} (${one.role})  一次性密码 / one-time password: ${one.password}`); // prettier-ignore
      }),
    );
  user
    .command('list')
    .description('列出用户 / list people')
    .option('--json', 'JSON')
    .action(({ json = false }: Json) =>
      withPeople(json, async ({ access, run }) => {
        const header = ['账号 / user', '姓名 / name', '角色 / role', '镇 / town', '任期至 / until', '停用 / disabled']; // prettier-ignore
        const row = (one: ListedPerson) => [one.username, one.name, one.role, one.town, one.endsOn, one.disabled ? '是 / yes' : '']; // prettier-ignore
        await run.output.answer(await access.people.list(), rows => table(header, rows.map(row)));
      }),
    );
  const act = (
    name: string,
    description: string,
    work: (tools: Tools, person: ListedPerson, reason: string) => Promise<unknown>,
    done: string,
  ): void => {
    reasonOption(user.command(`${name} <username>`))
      .description(description)
      .action((username: string, { json = false, reason }: Reasoned) =>
        withPeople(json, async tools => {
          const person = await tools.access.people.get(username);
          await work(tools, person, reason);
          const { id, disabled, role } = await tools.access.people.get(username);
          await tools.run.output.answer({ id, username: person.username, disabled, role }, one => `${one.username} ${done}`); // prettier-ignore
        }),
      );
  };
  act('disable', '停用用户并结束其会话 / bar a person and end their sessions', ({ access, viewer }, person, reason) => access.accounts.disable(viewer, actOn(person, reason)), '已停用 / disabled'); // prettier-ignore
  act('enable', '启用用户 / let a person in again', ({ access, viewer }, person, reason) => access.accounts.enable(viewer, actOn(person, reason)), '已启用 / enabled'); // prettier-ignore
  act('second-factor-reset', '重置丢失的双因素 / take a lost second factor off', ({ access, viewer }, person, reason) => access.accounts.resetSecondFactor(viewer, actOn(person, reason)), '已重置 / reset'); // prettier-ignore
  reasonOption(user.command('password <username>'))
    .description('给出新的一次性密码 / give a new one-time password')
    .action((username: string, { json = false, reason }: Reasoned) =>
      withPeople(json, async ({ access, run, viewer }) => {
        const person = await access.people.get(username);
        const { oneTimePassword: password } = await access.accounts.resetPassword(
          viewer,
          actOn(person, reason),
        );
        const done = { username: person.username, password };
        await run.output.answer(
          done,
          one => `${one.username}  一次性密码 / one-time password: ${one.password}`,
        );
      }),
    );
  for (const [name, act, zh, en] of [['link', 'linkIdentity', '关联', 'link'], ['unlink', 'unlinkIdentity', '解除', 'unlink']] as const) {
    reasonOption(user.command(`${name} <username> <issuer> <subject>`))
      .description(`${zh}单点登录身份 / ${en} an identity of single sign-on`)
      .action((username: string, issuer: string, subject: string, { json = false, reason }: Reasoned) =>
        withPeople(json, async ({ access, run, viewer }) => {
          const person = await access.people.get(username);
          await access.accounts[act](viewer, { ...actOn(person, reason), issuer, subject });
          const done = { id: person.id, username: person.username, issuer, subject };
          await run.output.answer(done, one => `${one.username}: ${one.issuer} ${one.subject}`);
        }),
      );
  } // prettier-ignore
  grantOptions(user.command('role <username>'))
    .description('授予角色；在任的角色止于前一日 / give a role; the one held then ends the day before')
    .requiredOption('--reason <text>', '理由 / why')
    .action((username: string, { json = false, from, until, reason, ...grant }: Grant & Reasoned) =>
      withPeople(json, async ({ access, run, viewer }) => {
        const act = actOn(await access.people.get(username), reason);
        const { assignment } = await access.roles.assign(viewer, {
          ...act,
          ...grant,
          startsOn: from,
          endsOn: until,
        });
        await tellTerms(run, viewer, access, [assignment]);
      }),
    );
  user
    .command('role-end <username>')
    .description('终止在任的角色 / end the role held today, at once or on a day')
    .requiredOption('--reason <text>', '理由 / why')
    .option('--on <date>', '新的截止日；不填则立即终止 / the new last day; at once if not given', day)
    .option('--json', 'JSON')
    .action((username: string, { json = false, on, reason }: Reasoned & { on?: string }) =>
      withPeople(json, async ({ access, run, viewer }) => {
        const held = heldBy(await access.people.get(username));
        const { assignment } = await access.roles.end(viewer, { ...held, endsOn: on, reason });
        await tellTerms(run, viewer, access, [assignment]);
      }),
    );
  user
    .command('hand-over <username> <successor>')
    .description('将角色移交给接任人 / hand the role held today to a successor')
    .requiredOption('--reason <text>', '理由 / why')
    .option('--on <date>', '移交日，默认今天 / first day of the successor, default today', day)
    .option('--until <date>', '接任人的任期截止日 / last day of the successor', day)
    .option('--json', 'JSON')
    .action((username: string, successor: string, { json = false, on, until, reason }: Reasoned & { on?: string; until?: string }) =>
      withPeople(json, async ({ access, run, viewer }) => {
        const [held, to] = [heldBy(await access.people.get(username)), await access.people.get(successor)];
        const act = { ...held, to: String(to.id), on, endsOn: until, reason };
        const done = await access.roles.handOver(viewer, act);
        await tellTerms(run, viewer, access, [done.assignment, done.successor]);
      }),
    ); // prettier-ignore
}

async function tellTerms({ output }: CommandRun, viewer: Viewer, access: AccessService, ids: number[]): Promise<void> {
  const terms = await access.terms.byIds(viewer, ids);
  const shown = ids.map(id => terms.find(term => term.id === `RoleAssignment:${id}`)).flatMap(term => {
    if (!term) return [];
    const { personId, role, town, startsOn, endsOn, state } = term;
    return { id: term.id, person: `Person:${personId}`, role, town: town?.code ?? null, startsOn, endsOn, state };
  });
  const header = ['id', '用户 / person', '角色 / role', '镇 / town', '自 / from', '至 / until', '状态 / state'];
  await output.answer(shown, rows => table(header, rows.map(one => Object.values(one))));
} // prettier-ignore
