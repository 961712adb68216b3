// The imports of `npm run bench` alone, and as small as one likes: node test/bench/imports-run.ts --rows 100000 --workbook 10000
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureImports } from './imports.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    workbook: { type: 'string', default: '100000' },
  },
});
const sizes = { rows: Number(values.rows), workbookRows: Number(values.workbook) };
const root = fileURLToPath(new URL('../..', import.meta.url));
const { text, met } = await measureImports(root, sizes, note => void process.stderr.write(`  ${note}\n`));
process.stdout.write(text);
process.exitCode = met ? 0 : 1;
