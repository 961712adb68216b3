import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubCommand, temporaryDataDir } from '../support/hub-process.ts';

let folder = '';
const hub = (words: string, input = '') => hubCommand(folder, words.split(' ').filter(Boolean), input);
beforeAll(() => {
  folder = temporaryDataDir();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  '',
  'nonsense',
  'user',
  'user add',
  'user add someone',
  'token revoke x',
  'demo --employers many',
  'migrate sideways',
  'withdraw x',
])('wrong usage ends with status 2: hub %s', async words => {
  const run = await hub(words);
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr).not.toBe('');
});

test.each([
  '',
  'user',
  'user add',
  'user list',
  'user disable',
  'token',
  'token add',
  'token list',
  'token revoke',
  'forms',
  'demo',
  'migrate',
  'migrate down',
  'reset',
  'doctor',
  'import',
  'metric',
  'audit',
  'audit verify',
  'settings',
  'settings set',
  'withdraw',
])('help is an answer: hub %s --help', async words => {
  const run = await hub(`${words} --help`);
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  expect(run.stdout).toContain('Usage:');
});

test('without a running hub each command starts the database, works, and stops it again', async () => {
  const made = await hub('user add town.clerk --role TOWN --town LUOBU --json');
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ username: 'town.clerk', role: 'TOWN', town: 'LUOBU' });
  const token = await hub('token add --name report --role HRSS --json');
  expect(Object.keys(JSON.parse(token.stdout) as object)).toEqual(['id', 'name', 'role', 'token']);
  const people = JSON.parse((await hub('user list --json')).stdout) as { username: string }[];
  expect(people.map(one => one.username)).toEqual(['town.clerk']);
});

test('doctor tells every check, and its status says whether all is well', async () => {
  const run = await hub('doctor --json');
  const findings = JSON.parse(run.stdout) as { check: string; ok: boolean; found: string }[];
  expect(findings.map(one => one.check.split(' / ').at(-1))).toEqual([
    'Node 24', 'dashboard built', 'disk space', 'database', 'migrations', 'tables match entities', 'data',
  ]); // prettier-ignore
  // The page of figures is built by `npm start`, not by this test.
  const wrong = findings.filter(one => !one.ok).map(one => one.check);
  expect(['', '看板已构建 / dashboard built']).toContain(wrong.join());
  expect(run.code).toBe(wrong.length > 0 ? 1 : 0);
});

test('an expected refusal is one line and status 1, with nothing on standard output', async () => {
  const run = await hub('user add other --role KING --json');
  expect({ code: run.code, stdout: run.stdout, lines: run.stderr.trim().split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 1,
  });
});

test('migrations go down and up again by command', async () => {
  const down = await hub('migrate down --json');
  const { reverted } = JSON.parse(down.stdout) as { reverted: string[] };
  expect(reverted).toHaveLength(1);
  const states = JSON.parse((await hub('migrate status --json')).stdout) as {
    name: string;
    executedAt: string | null;
  }[];
  expect(states.filter(one => one.executedAt === null).map(one => one.name)).toEqual(reverted);
  expect(JSON.parse((await hub('migrate up --json')).stdout)).toEqual({ executed: reverted });
});

test('the same seed and day give the same workbooks, byte for byte', async () => {
  const digest = async (out: string): Promise<unknown> => {
    const run = await hub(`demo --employers 20 --seed 7 --until 2026-06-30 --out ${out} --json`);
    expect(run.code).toBe(0);
    const { createHash } = await import('node:crypto');
    const { readFileSync } = await import('node:fs');
    const files = JSON.parse(run.stdout) as string[];
    return files.map(file => [
      file.slice(out.length),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
  };
  expect(await digest(`${folder}/one`)).toEqual(await digest(`${folder}/two`));
});
