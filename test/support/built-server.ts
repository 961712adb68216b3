import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
let built: Promise<string> | undefined;

/** A build of the server as it stands, with the tests' holder of data folders beside it; made once per test file. */
export function builtServer(): Promise<string> {
  return (built ??= make());
}

/** Inside the server's node_modules, so that packages are found from there. */
async function make(): Promise<string> {
  const cache = path('../../server/node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'test-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root: path('../../server'),
    configFile: path('../../server/vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: { holder: path('holder.ts') } } },
  });
  return outDir;
}
