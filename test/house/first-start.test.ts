import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubCommand, runProgram, temporaryDataDir, waitFor, type Run } from '../support/hub-process.ts';

let folder = '';
const running: Run[] = [];
beforeAll(() => {
  folder = temporaryDataDir();
});
afterAll(async () => {
  for (const run of running) {
    if (run.child.exitCode === null && run.child.signalCode === null) run.child.kill('SIGKILL');
    await run.ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Hub {
  readonly run: Run;
  readonly address: string;
}

async function start(environment: Record<string, string> = {}): Promise<Hub> {
  const run = await runProgram('main', [], { HUB_DATA_DIR: folder, PORT: '0', ...environment });
  running.push(run);
  const printed = () => /dashboard {2}(http:\/\/localhost:\d+)\//.exec(run.stdout())?.[1];
  return { run, address: await waitFor(printed, 60_000, () => run.stderr()) };
}

const status = async ({ address }: Hub, path: string): Promise<number> =>
  (await fetch(address + path)).status;
const oneTimePasswords = ({ run }: Hub): string[] =>
  [...run.stdout().matchAll(/^ {2}(admin|security|auditor|leader) +(\S+) {2}\(/gm)].map(
    match => match[1] ?? '',
  );

async function ready(hub: Hub): Promise<void> {
  for (const since = performance.now(); (await status(hub, '/readyz')) !== 200;) {
    if (performance.now() - since > 300_000) throw new Error(hub.run.stderr());
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

async function stop({ run }: Hub): Promise<void> {
  run.child.kill('SIGTERM');
  run.child.kill('SIGTERM');
  expect(await run.ended).toEqual({ code: 0, signal: null });
}

const employers = async (): Promise<unknown> => {
  const answer = await hubCommand(folder, ['metric', 'certification.rate', '--json']);
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  return (JSON.parse(answer.stdout) as { total: { denominator: unknown } }).total.denominator;
};

test('a new hub tells how to sign in, loads its demo before it is ready, and goes on where it was killed', async () => {
  const first = await start();
  expect(oneTimePasswords(first)).toEqual(['admin', 'security', 'auditor', 'leader']);
  expect([await status(first, '/healthz'), await status(first, '/readyz')]).toEqual([200, 503]);
  await waitFor(() => / 3\/13 /.test(first.run.stderr()), 120_000);
  first.run.child.kill('SIGKILL');
  await first.run.ended;

  const second = await start();
  expect(oneTimePasswords(second)).toEqual([]);
  await ready(second);
  expect(await employers()).toBeGreaterThan(1000);
  await stop(second);
}, 600_000);

test('a dropped demo does not come back', async () => {
  const refused = await hubCommand(folder, ['reset'], 'no\n');
  expect(refused.code).toBe(1);
  expect(await hubCommand(folder, ['reset', '--yes', '--json'])).toMatchObject({ code: 0 });
  const hub = await start();
  await ready(hub);
  expect(hub.run.stderr()).not.toContain('demo');
  expect(await employers()).toBeNull();
  await stop(hub);
}, 200_000);

test('a port in use is refused in one line that names it', async () => {
  const hub = await start({ HUB_DEMO: 'off' });
  const other = temporaryDataDir();
  const second = await runProgram('main', [], {
    HUB_DATA_DIR: other,
    PORT: new URL(hub.address).port,
    HUB_DEMO: 'off',
  });
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.stderr().trim().split('\n').at(-1)).toMatch(/^PORT：.+ \/ PORT: port \d+ is already in use$/);
  await stop(hub);
  rmSync(other, { recursive: true, force: true });
}, 100_000);
