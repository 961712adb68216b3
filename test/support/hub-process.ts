import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtServer } from './built-server.ts';

/** A process of ours, what it printed, and how it ended. */
export interface Run {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs one of the built programs (main, cli, holder) in a session of its own, so that signals to its group reach nobody else. */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Run> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: 'production',
    // Each process of ours begins with the same code: it need not be compiled each time.
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    ...environment,
  };
  const child = spawn(process.execPath, [join(await builtServer(), `${program}.js`), ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString('utf8')));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, stdout: () => text.stdout, stderr: () => text.stderr, ended };
}

/** The command line on a data folder, run to its end. */
export async function hubCommand(dataDir: string, args: readonly string[], input = '') {
  const run = await runProgram('cli', args, { HUB_DATA_DIR: dataDir });
  run.child.stdin?.end(input);
  const { code } = await run.ended;
  return { code, stdout: run.stdout(), stderr: run.stderr() };
}

/** What the holder of a data folder tells of itself. */
export interface Holding {
  readonly run: Run;
  readonly pid: number;
  readonly serverPid: number;
  readonly socketDir: string;
}

/** Starts a process that holds the data folder as a hub does, and waits until its database is open. */
export async function holdFolder(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<Holding> {
  const run = await runProgram('holder', [], { HUB_DATA_DIR: dataDir, ...environment });
  const line = await waitFor(
    () => /^READY (.*)$/m.exec(run.stdout())?.[1],
    30_000,
    () => run.stderr(),
  );
  const told = JSON.parse(line) as { serverPid: number; socketDir: string };
  return { run, pid: run.child.pid ?? 0, ...told };
}

/** A data folder for one test that the database's user may enter, also under root. */
export function temporaryDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hexie-house-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Asks again and again until there is an answer. */
export async function waitFor<Value>(
  ask: () => Value | undefined | false,
  patience = 10_000,
  why = (): string => '',
): Promise<Value> {
  for (const since = performance.now(); ;) {
    const value = ask();
    if (value !== undefined && value !== false) return value;
    if (performance.now() - since > patience) throw new Error(`waited ${patience} ms in vain: ${why()}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
