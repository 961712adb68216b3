import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    // Vitest would keep one core for itself; tests wait for servers and browsers more than they reckon.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
