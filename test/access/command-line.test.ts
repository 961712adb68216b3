import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { addDays } from '../../server/src/kernel/days.ts';
import { holdFolder, hubCommand, temporaryDataDir, type Holding } from '../support/hub-process.ts';

let folder = '';
let holding: Holding | undefined;
/** The first command makes the database; the others run beside a hub that holds it. */
beforeAll(async () => {
  folder = temporaryDataDir();
  expect((await hub('user', 'add', 'admin', '--role', 'ADMIN', '--json')).code).toBe(0);
  holding = await holdFolder(folder);
}, 300_000);
afterAll(async () => {
  holding?.run.child.kill('SIGTERM');
  await holding?.run.ended;
  rmSync(folder, { recursive: true, force: true });
});

const today = systemClock.today();
const hub = (...words: string[]) => hubCommand(folder, words);
async function json<Answer>(...words: string[]): Promise<Answer> {
  const run = await hub(...words, '--json');
  if (run.code !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Answer;
}
async function refused(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await hub(...words, '--json');
  expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: '' });
  return stderr.trim();
}

it('people are made, barred, let in again and linked to single sign-on; a password is shown once', async () => {
  const made = await json<{ password: string }>('user', 'add', 'Gao.Yi', '--role', 'TOWN', '--town', 'LUOBU', '--name', '甲', '--until', addDays(today, 30));
  expect(made).toMatchObject({ username: 'gao.yi', name: '甲', role: 'TOWN', town: 'LUOBU' });
  expect(await json('user', 'disable', 'gao.yi')).toMatchObject({ username: 'gao.yi', disabled: true });
  expect(await json('user', 'enable', 'gao.yi', '--reason', '复职')).toMatchObject({ disabled: false });
  expect((await json<{ password: string }>('user', 'password', 'gao.yi')).password).not.toBe(made.password);
  await json('user', 'link', 'gao.yi', 'https://id.example', 'u-1');
  expect(await refused('user', 'link', 'admin', 'https://id.example', 'u-1')).toContain('已关联');
  await json('user', 'unlink', 'gao.yi', 'https://id.example', 'u-1');
  expect(await json('user', 'list')).toMatchObject([
    { username: 'admin', role: 'ADMIN' },
    { username: 'gao.yi', role: 'TOWN', town: 'LUOBU', endsOn: addDays(today, 30), disabled: false, mustChangePassword: true },
  ]);
}, 180_000); // prettier-ignore

it('roles are given, ended and handed over; the last administrator stays', async () => {
  await json('user', 'add', 'office.a', '--role', 'OFFICE');
  const over = ['user', 'hand-over', 'office.a', 'gao.yi', '--reason', '移交'];
  expect(await refused(...over)).toContain('接任人届时另有角色');
  expect(await json('user', 'role-end', 'gao.yi', '--reason', '调整')).toMatchObject([{ role: 'TOWN', state: 'ENDED' }]);
  const [ended, begun] = await json<object[]>(...over, '--on', addDays(today, 7), '--until', addDays(today, 100));
  expect(ended).toMatchObject({ role: 'OFFICE', endsOn: addDays(today, 6), state: 'HELD' });
  expect(begun).toMatchObject({ role: 'OFFICE', startsOn: addDays(today, 7), endsOn: addDays(today, 100), state: 'PLANNED' });
  expect(await json('user', 'role', 'gao.yi', '--role', 'UNION', '--reason', '代班', '--until', addDays(today, 3))).toMatchObject([{ role: 'UNION', state: 'HELD' }]);
  expect(await refused('user', 'disable', 'admin')).toContain('系统管理员');
  expect(await refused('user', 'second-factor-reset', 'admin')).toContain('没有绑定');
}, 180_000); // prettier-ignore

it('tokens are made narrow, rotated, listed and revoked; their text is shown once', async () => {
  const limits = ['--operations', 'enterprise.read,metric.read', '--fields', 'Enterprise.name,Metric.key', '--addresses', '10.1.0.0/16', '--purpose', '月报'];
  const made = await json<{ id: number; token: string }>('token', 'add', '--name', '统计', '--role', 'HRSS', ...limits, '--expires', addDays(today, 90));
  expect(Object.keys(made)).toEqual(['id', 'name', 'role', 'token']);
  const rotated = await json<{ id: number; token: string }>('token', 'rotate', String(made.id), '--overlap', '0');
  expect([rotated.id, rotated.token === made.token]).toEqual([made.id, false]);
  const listed = await hub('token', 'list', '--json');
  expect(listed.stdout).not.toContain(rotated.token.slice(8, 30));
  expect(JSON.parse(listed.stdout)).toMatchObject([{
    id: made.id, name: '统计', role: 'HRSS', operations: ['enterprise.read', 'metric.read'], fields: ['Enterprise.name', 'Metric.key'],
    addresses: ['10.1.0.0/16'], purpose: '月报', expiresOn: addDays(today, 90), live: true,
  }]);
  expect(await json('token', 'revoke', String(made.id))).toEqual({ id: made.id, name: '统计', revoked: true });
  expect(await refused('token', 'rotate', String(made.id))).toContain('已吊销');
  expect(await refused('token', 'add', '--name', 'x', '--role', 'HRSS', '--operations', 'enterprise.destroy')).toContain('enterprise.destroy');
}, 180_000); // prettier-ignore

it.each([
  ['token', 'rotate', '1', '--overlap', '169'],
  ['user', 'role', 'gao.yi', '--role', 'UNION'],
  ['user', 'hand-over', 'gao.yi'],
])('wrong usage ends with status 2: hub %s %s %s', async (...words) => {
  const { code, stdout } = await hub(...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
