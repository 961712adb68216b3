import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync, closeSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OsUser } from './os-user.ts';

/** How one server process is started. */
export interface PostmasterOptions {
  readonly bin: string;
  readonly cluster: string;
  readonly socketDir: string;
  readonly logFile: string;
  readonly user: OsUser;
  /** Server settings on top of the hub's own. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Errors are told by the hub, which knows what may be shown: values of rows must not reach the server's log. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  shared_buffers: '192MB',
  work_mem: '24MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  jit: 'off',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Watches its standard input: when the hub is gone the pipe ends, and the server is shut down. */
const watcher =
  'exec 3<&0; "$@" </dev/null & server=$!; echo $server >&4; { read -r _ <&3; kill -INT $server; } & watch=$!; ' +
  'wait $server; code=$?; kill $watch 2>/dev/null; exit $code';

/** A server process of ours: alive in a session of its own, and bound to end with the hub. */
export interface Postmaster {
  readonly pid: number;
  readonly ended: Promise<void>;
  signal(name: NodeJS.Signals): void;
}

/** Starts PostgreSQL and waits until this very child, not an older one, takes connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const child = spawnServer(options);
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
  const state = { ended: false };
  void ended.then(() => (state.ended = true));
  const pid = await serverPid(child, ended);
  for (let waited = 0; waited < 60_000; waited += 15) {
    if (state.ended) throw new Error(`postgres did not start: ${logTail(options.logFile)}`);
    if (isReady(options.cluster, pid)) {
      const signal = (name: NodeJS.Signals): void => {
        if (!state.ended) process.kill(pid, name);
      };
      return { pid, ended, signal };
    }
    await sleep(15);
  }
  process.kill(pid, 'SIGQUIT');
  throw new Error(`postgres was not ready in time: ${logTail(options.logFile)}`);
}

function spawnServer(options: PostmasterOptions): ChildProcess {
  const { user } = options;
  const all = { ...settings, unix_socket_directories: options.socketDir, ...options.settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(options.bin, 'postgres'), '-D', options.cluster, ...flags];
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  const log = openLog(options.logFile);
  try {
    if (hasSetpriv()) {
      const ids = user.dropped ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
      const args = [...ids, '--pdeathsig', 'INT', ...command];
      return spawn('setpriv', args, { detached: true, cwd: '/', env, stdio: ['ignore', log, log] });
    }
    const ids = user.dropped ? { uid: user.uid, gid: user.gid } : {};
    const stdio: ('pipe' | number)[] = ['pipe', log, log, 'ignore' as never, 'pipe'];
    return spawn('/bin/sh', ['-c', watcher, 'sh', ...command], {
      ...ids,
      detached: true,
      cwd: '/',
      env,
      stdio,
    });
  } finally {
    closeSync(log);
  }
}

/** With setpriv the child becomes the server; the watcher tells the number of its own child. */
async function serverPid(child: ChildProcess, ended: Promise<void>): Promise<number> {
  if (child.pid === undefined) {
    throw await new Promise<Error>(resolve => child.once('error', resolve));
  }
  const report = child.stdio[4];
  if (!report || !('on' in report)) return child.pid;
  const told = new Promise<number>(resolve =>
    report.once('data', (chunk: Buffer) => resolve(Number(String(chunk)))),
  );
  return Promise.race([told, ended.then(() => 0)]);
}

/** The server writes its number into the first line of its pid file and "ready" into the eighth. */
function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

let setpriv: boolean | undefined;
/** Debian's setpriv knows --pdeathsig, busybox's does not. */
function hasSetpriv(): boolean {
  setpriv ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  return setpriv;
}

function openLog(file: string): number {
  const log = openSync(file, 'a', 0o600);
  if (statSync(file).size > 8 * 1024 * 1024) truncateSync(file, 0);
  return log;
}

function logTail(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ');
}
