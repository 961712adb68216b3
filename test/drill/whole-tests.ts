import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Attacks what is published of some random districts; true if no hidden number of persons was found. */
export const attackedDistricts = (count: number): Promise<boolean> =>
  passed('test/metrics/suppression-attack.test.ts', { HEXIE_ATTACKED_DISTRICTS: String(count) });

/** Everybody asks for everything; true if no canary came out where it may not. */
export const keptCanaries = (): Promise<boolean> =>
  passed('test/server/canary-oracle.test.ts', { HEXIE_CANARY_PEOPLE: 'all' });

/** Every page as axe sees it, the overviews beside their snapshots, on phones too; true if none is wrong. */
export const soundLooks = (): Promise<boolean> => passed('test/e2e/looks.test.ts', { HEXIE_LOOKS: 'all' });

/** Runs a test file with more of what it does than `npm test` has time for. */
async function passed(file: string, more: Record<string, string>): Promise<boolean> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const args = [vitest, 'run', file, '--disableConsoleIntercept', '--testTimeout=600000'];
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status === 0;
}
