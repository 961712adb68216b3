import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubCommand, temporaryDataDir } from '../support/hub-process.ts';

let folder = '';
const hub = (...words: string[]) => hubCommand(folder, words);
beforeAll(() => {
  folder = temporaryDataDir();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('settings are set, shown with their history and listed from a terminal', async () => {
  const set = await hub('settings', 'set', 'denominator', 'ENTERPRISES', '--reason', '会议决定', '--json');
  expect({ code: set.code, stderr: set.stderr.includes('Error') }).toEqual({ code: 0, stderr: false });
  const made = JSON.parse(set.stdout) as { version: number };
  expect(made).toMatchObject({
    key: 'denominator', name: '分母口径', isDefault: false, by: 'cli', reason: '会议决定',
    value: { denominator: 'ENTERPRISES', text: '仅企业' },
    history: [{ value: { denominator: 'ENTERPRISES' }, version: made.version }],
  }); // prettier-ignore
  const path = '2026-01-01=0.90, 2026-12-31=0.95';
  const text = await hub('settings', 'set', 'targets/certification.rate/LUOBU', path, '--reason', '分镇目标');
  expect(text.stdout).toContain('目标：和谐企业认定率（洛埠镇） (targets/certification.rate/LUOBU)');
  expect(text.stdout).toContain('2026-01-01=0.9,2026-12-31=0.95');
  const list = (await hub('settings')).stdout.split('\n');
  expect(list.find(line => line.startsWith('denominator'))).toMatch(/分母口径 +仅企业 .* cli +会议决定/);
  expect(list.find(line => line.startsWith('certificationTerm'))).toMatch(/3 年（默认）/);
  expect(list.some(line => line.startsWith('targets/certification.rate/LUOBU'))).toBe(true);
  const figure = JSON.parse((await hub('metric', 'union.coverage', '--json')).stdout) as object;
  expect(figure).toMatchObject({ metric: { denominatorRule: 'ENTERPRISES' } });
});

test('what stands already or no more is refused with status 1, and as it was known is told', async () => {
  const before = JSON.parse((await hub('settings', 'list', '--as-known-at', '2020-01-01', '--json')).stdout) as object[];
  expect(before[0]).toMatchObject({ key: 'denominator', isDefault: true, version: 0 });
  const stale = await hub('settings', 'set', 'certificationTerm', '5', '--reason', 'x', '--version', '99');
  expect({ code: stale.code, stdout: stale.stdout }).toEqual({ code: 1, stdout: '' });
  expect(stale.stderr).toContain('该设置已被他人更改');
}); // prettier-ignore

test.each([
  ['no reason', ['set', 'denominator', 'ENTERPRISES'], /--reason/],
  ['no such setting', ['show', 'port'], /key: 没有设置“port”/],
  ['no such rule', ['set', 'denominator', 'ALL', '--reason', 'x'], /denominator: 口径应为 EMPLOYERS 或 ENTERPRISES/],
  ['half a year', ['set', 'certificationTerm', '2.5', '--reason', 'x'], /years: 有效年限须为 1 至 20 的整数/],
  ['no path', ['set', 'targets/union.coverage', '0.95', '--reason', 'x'], /path: “0.95”应写作 日期=值/],
  ['a path with two faults', ['set', 'targets/union.coverage', '2026-02-30=0.9,2026-01-01=2', '--reason', 'x'], /path.0.day: .*\npath.1.day: .*\npath.1.value: /],
  ['no such command', ['erase'], /Usage|用法/],
])('wrong usage ends with status 2: %s', async (_name, words, said) => {
  const run = await hub('settings', ...words);
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(said);
}); // prettier-ignore
