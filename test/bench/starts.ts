import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './child.ts';

/** Seconds until /readyz answers: a new data folder with the demo to load, and the same folder again. */
export interface Starts {
  readonly first: number;
  readonly second: number;
}

/** Runs `npm start` twice on a data folder of its own, as a newcomer would. */
export async function starts(root: string, note: (text: string) => void): Promise<Starts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hexie-start-'));
  chmodSync(dataDir, 0o755);
  const once = async (): Promise<number> => {
    const began = performance.now();
    const env = { HUB_DATA_DIR: dataDir, HUB_DEMO: 'on', LOG_LEVEL: 'warn' };
    const hub = await start('npm', ['start', '--prefix', root], env, '/readyz');
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
    await hub.stop();
    return seconds;
  };
  try {
    note('npm start on a new data folder, with the demo district');
    const first = await once();
    note('npm start again');
    return { first, second: await once() };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
