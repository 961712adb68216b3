import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { alive } from '../../server/src/app/embedded/leftovers.ts';
import {
  holdFolder,
  hubCommand,
  runProgram,
  temporaryDataDir,
  waitFor,
  type Holding,
} from '../support/hub-process.ts';

let folder = '';
const held: Holding[] = [];
const hold = async (environment: Record<string, string> = {}): Promise<Holding> => {
  const one = await holdFolder(folder, environment);
  held.push(one);
  return one;
};

/** One folder for all: every test must leave it so that the next can start on it. */
beforeAll(() => {
  folder = temporaryDataDir();
});
afterEach(async () => {
  for (const one of held.splice(0)) {
    if (one.run.child.exitCode === null && one.run.child.signalCode === null) one.run.child.kill('SIGTERM');
    await one.run.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function onServer<Row extends object>(one: Holding, sql: string, role = 'hub_owner'): Promise<Row[]> {
  const client = new pg.Client({ host: one.socketDir, port: 5432, user: role, database: 'hub' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterGone = (): boolean => !existsSync(join(folder, 'cluster', 'postmaster.pid'));

describe('one hub on a data folder', () => {
  test('SIGTERM to the whole group, twice, ends hub and database cleanly', async () => {
    const hub = await hold();
    const session = readFileSync(`/proc/${hub.serverPid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3];
    expect(Number(session), 'the server has a session of its own').toBe(hub.serverPid);
    process.kill(-hub.pid, 'SIGTERM');
    hub.run.child.kill('SIGTERM');
    expect(await hub.run.ended).toEqual({ code: 0, signal: null });
    expect(alive(hub.serverPid)).toBe(false);
    expect(postmasterGone()).toBe(true);
  });

  test('killed with -9, its database stops by itself and the next start takes over', async () => {
    const hub = await hold();
    await onServer(hub, `create table kept (n int); insert into kept values (7)`);
    hub.run.child.kill('SIGKILL');
    await waitFor(() => !alive(hub.serverPid) && postmasterGone(), 5_000);
    const next = await hold();
    expect(await onServer(next, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('where there is no setpriv a shell watches over the server', async () => {
    const hub = await hold({ PATH: '/nowhere' });
    expect(await onServer(hub, 'select 1 as one')).toEqual([{ one: 1 }]);
    hub.run.child.kill('SIGKILL');
    await waitFor(() => !alive(hub.serverPid) && postmasterGone(), 5_000);
    const next = await hold({ PATH: '/nowhere' });
    next.run.child.kill('SIGTERM');
    expect(await next.run.ended).toEqual({ code: 0, signal: null });
    expect(alive(next.serverPid)).toBe(false);
  });

  test('with hub and server killed under a busy backend, the next start ends what is left', async () => {
    const hub = await hold();
    const busy = onServer(hub, 'select pg_sleep(600)').catch(() => 'cut');
    const [backend] = await waitForBackend(hub);
    process.kill(hub.run.child.pid ?? 0, 'SIGKILL');
    process.kill(hub.serverPid, 'SIGKILL');
    const next = await hold();
    expect(await busy).toBe('cut');
    // Ended at once; its number goes when the machine has taken note.
    await waitFor(() => !alive(backend));
    expect(await onServer(next, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a database process that dies is started again', async () => {
    const hub = await hold();
    process.kill(hub.serverPid, 'SIGKILL');
    await waitFor(() => /starting it again/.test(hub.run.stderr()));
    await waitFor(() => readyPid() !== undefined && readyPid() !== hub.serverPid);
    expect(await onServer(hub, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a second hub is refused in one line, a command works beside the first', async () => {
    await hold();
    const second = await runProgram('holder', [], { HUB_DATA_DIR: folder });
    expect((await second.ended).code).toBe(1);
    expect(second.stderr()).toMatch(
      /^HUB_DATA_DIR：.* \/ HUB_DATA_DIR: .* is in use by another process \(\d+\)\n$/,
    );
    const beside = await hubCommand(folder, ['user', 'list', '--json']);
    expect(beside).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    expect(postmasterGone()).toBe(false);
  });
});

test('a secret that is not the one the data was sealed with is refused in one line', async () => {
  const file = join(folder, 'secret');
  const secret = readFileSync(file, 'utf8');
  writeFileSync(file, 'another secret of the required length');
  const refused = await hubCommand(folder, ['user', 'list']);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^HUB_SECRET：.+ \/ HUB_SECRET: .+\n$/);
  writeFileSync(file, secret);
  expect((await hubCommand(folder, ['user', 'list'])).code).toBe(0);
});

describe('who may come in', () => {
  test('neither the superuser nor another role of the machine signs in', async () => {
    const hub = await hold();
    for (const role of ['postgres', 'nobody']) {
      await expect(onServer(hub, 'select 1', role)).rejects.toMatchObject({ code: '28000' });
    }
    expect(
      await onServer(hub, `select rolname from pg_roles where rolsuper and rolname like 'hub%'`),
    ).toEqual([]);
  });

  test.runIf(process.getuid?.() === 0)('another user of the machine does not reach the socket', async () => {
    const hub = await hold();
    const look = spawnSync('/bin/ls', [hub.socketDir], { uid: 12_345, gid: 12_345 });
    expect(look.status).not.toBe(0);
    const secret = spawnSync('/bin/cat', [join(folder, 'secret')], { uid: 12_345, gid: 12_345 });
    expect(secret.status).not.toBe(0);
  });

  test.runIf(process.getuid?.() === 0)(
    'a data folder that the database user cannot enter is refused in one line',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const refused = await hubCommand(join(closed, 'data'), ['user', 'list']);
      expect(refused.code).toBe(1);
      expect(refused.stderr.trim().split('\n')).toEqual([expect.stringContaining(`cannot enter ${closed}`)]);
      expect(existsSync(join(closed, 'data'))).toBe(false);
    },
  );
});

function readyPid(): number | undefined {
  try {
    const lines = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready' ? Number(lines[0]) : undefined;
  } catch {
    return undefined;
  }
}

async function waitForBackend(hub: Holding): Promise<[number]> {
  for (;;) {
    const rows = await onServer<{ pid: number }>(
      hub,
      `select pid from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`,
    );
    if (rows[0]) return [rows[0].pid];
  }
}
