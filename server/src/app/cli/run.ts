import { configOrExit, type Config } from '../config.ts';
import type { OpenDatabase } from '../database/index.ts';
import { messageLine } from '../message-line.ts';
import { openOutput, type Output } from './output.ts';

/** What a command works with. */
export interface CommandRun {
  readonly config: Config;
  readonly output: Output;
  /** The database, opened on first use, closed at the end; beside a running hub it is that hub's. */
  open(options?: { migrate?: boolean }): Promise<OpenDatabase>;
  /** Ended by Ctrl-C or SIGTERM; long work stops between two steps. */
  readonly signal: AbortSignal;
}

/** Runs one command to its end; an expected refusal is one line on stderr and exit status 1. */
export async function runCommand(
  json: boolean,
  work: (run: CommandRun) => Promise<number | undefined>,
): Promise<void> {
  const config = configOrExit();
  const output = openOutput(json);
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort());
  let opened: Promise<OpenDatabase> | undefined;
  const openDatabase = async (options: object): Promise<OpenDatabase> => {
    // Loaded only when it is needed: help and wrong usage answer at once.
    const { createDatabase } = await import('../database/index.ts');
    return createDatabase(config, { kind: 'command', log: line => output.say(line), ...options });
  };
  const open = (options = {}): Promise<OpenDatabase> => (opened ??= openDatabase(options));
  try {
    process.exitCode = (await work({ config, output, open, signal: abort.signal })) ?? 0;
  } catch (error) {
    output.say(messageLine(error));
    process.exitCode = 1;
  } finally {
    const database = await opened?.catch(() => undefined);
    if (database) await sealed(config, database, output);
    await database?.close();
  }
}

/** What a command did is sealed before it ends; beside a running hub, whose files may be elsewhere, that hub anchors it. */
async function sealed(config: Config, opened: OpenDatabase, output: Output): Promise<void> {
  const { sealTrail } = await import('./seal-trail.ts');
  await sealTrail(config, opened).catch((error: unknown) => output.say(messageLine(error)));
}
