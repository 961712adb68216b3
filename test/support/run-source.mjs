// Runs one of our TypeScript files with its decorators, which Node alone cannot: `node run-source.mjs FILE ARGS…`.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [file = ''] = process.argv.splice(2, 1);
const graphql = fileURLToPath(new URL('../../server/node_modules/graphql/index.js', import.meta.url));
await runnerImport(resolve(file), {
  configFile: false,
  logLevel: 'error',
  oxc: { decorator: { legacy: true } },
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
});
