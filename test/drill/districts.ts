import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Attacks what is published of some random districts; true if no hidden number of persons was found. */
export async function attackedDistricts(count: number): Promise<boolean> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const args = [vitest, 'run', 'test/metrics/suppression-attack.test.ts', '--disableConsoleIntercept'];
  const env = { ...process.env, HEXIE_ATTACKED_DISTRICTS: String(count) };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status === 0;
}
