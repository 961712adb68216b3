import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onceARun } from './once-a-run.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** A build of the server as it stands, with the tests' holder of data folders beside it. */
export const builtServer = (): Promise<string> =>
  onceARun('server', async outDir => {
    await build({
      root: path('../../server'),
      configFile: path('../../server/vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir, rolldownOptions: { input: { holder: path('holder.ts') } } },
    });
  });
