import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (name: string): string => fileURLToPath(new URL(`src/${name}`, import.meta.url));

/** What node runs: the hub, its command line, and the process that reads files. */
const entries = {
  main: source('main.ts'),
  cli: source('cli.ts'),
  'ingest-reader': source('ingest-reader.ts'),
};

/** Builds the server into dist/; packages stay outside, the workspace's own code is taken in. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { decorator: { legacy: true } },
  ssr: { target: 'node', noExternal: [/^@hexie\//] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
