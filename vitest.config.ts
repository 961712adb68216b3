import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** One graphql in the process: Vite would load its ES module, type-graphql the CommonJS one. */
const graphql = { find: /^graphql$/, replacement: path('server/node_modules/graphql/index.js') };

export default defineConfig({
  resolve: { alias: [graphql] },
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['{server,schema,dashboard,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: [path('test/support/global-setup.ts')],
    setupFiles: [path('test/support/setup.ts')],
    env: { LANG: 'zh_CN.UTF-8' },
    pool: 'forks',
    // Tests wait for servers, browsers and processes for a third of their time: two more of them than there are cores.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A poll ends when it is true; how long a busy machine takes for that is no finding.
    expect: { poll: { timeout: 30_000 } },
  },
});
