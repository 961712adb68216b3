import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClientConfig } from 'pg';
import { socketEndpoint } from '../../server/src/app/database/endpoint.ts';
import { start, type Child } from './child.ts';

/** A hub of the build on a data folder of its own, with a token that sees the whole district. */
export interface BenchHub extends Child {
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How its owner reaches its database. */
  readonly owner: ClientConfig;
  /** Runs one command of the hub's command line and gives what it printed. */
  cli(args: readonly string[]): Promise<string>;
}

/** Starts it as a department would meet it; stopping removes all it kept. */
export async function openHub(root: string, name: string): Promise<BenchHub> {
  const folder = mkdtempSync(join(tmpdir(), `hexie-${name}-`));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const env = { HUB_DATA_DIR: dataDir, HUB_DEMO: 'off', LOG_LEVEL: 'warn' };
  const cli = async (args: readonly string[]): Promise<string> => {
    const command = [join(root, 'server/dist/cli.js'), ...args];
    return (await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } })).stdout;
  };
  let child: Child | undefined;
  const stop = async (): Promise<void> => {
    await child?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    child = await start(process.execPath, [join(root, 'server/dist/main.js')], env, '/readyz');
    const made = await cli(['token', 'add', '--name', 'bench', '--role', 'HRSS', '--json']);
    const { token } = JSON.parse(made) as { token: string };
    const owner = socketEndpoint(join(dataDir, 'socket')).as('hub_owner');
    return { ...child, folder, headers: { authorization: `Bearer ${token}` }, owner, cli, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
