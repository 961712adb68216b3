// Every gate with its duration, the tests beside them, and at the end one plain line: `N passed, N failed`.
// `node test/run.mjs` runs all; `--only format,lint` chosen gates; `--skip contract` all but some;
// words after `--` go to Vitest as file filters. `npm test` calls this after setting everything up.
import { parseArgs } from 'node:util';
import { gates } from './gates/gates.mjs';
import { vitest } from './gates/vitest.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, skip: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const names = [...gates.map(gate => gate.name), 'tests'];
const listed = text => (text ? text.split(',') : []);
const unknown = [...listed(values.only), ...listed(values.skip)].filter(name => !names.includes(name));
if (values.help || unknown.length > 0) {
  console.log(
    `usage: node test/run.mjs [--only GATES] [--skip GATES] [-- FILES…]\ngates: ${names.join(', ')}`,
  );
  process.exit(values.help ? 0 : 2);
}
const wanted = name =>
  values.only ? listed(values.only).includes(name) : !listed(values.skip).includes(name);

const seconds = since => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const start = performance.now();
let passed = 0;
let failed = 0;

const wrong = [];

/** Some gates one after the other; each is told as it ends, and what is wrong once more at the end. */
async function pass(some) {
  for (const gate of some) {
    const began = performance.now();
    const { ok, output, note } = await gate.run().catch(error => ({ ok: false, output: String(error) }));
    const line = `${ok ? '✓' : '✗'} ${gate.name.padEnd(12)} ${gate.title}${note ? ` (${note})` : ''}`;
    console.log(`${line} · ${seconds(began)}`);
    if (ok) passed++;
    else {
      failed++;
      wrong.push(`${line}\n${output.trimEnd().replace(/^/gm, '    ')}`);
    }
  }
}

// Tests need a browser; they do not wait for the other gates, which take what time the tests leave.
const some = gates.filter(gate => wanted(gate.name));
await pass(some.filter(gate => gate.first));
const others = pass(some.filter(gate => !gate.first));

if (wanted('tests')) {
  const began = performance.now();
  console.log('  tests: architecture, migrations, unit, golden, end to end…');
  const result = await vitest(positionals);
  passed += result.passed;
  failed += result.failed;
  for (const [shelf, n] of [...result.shelves].sort()) {
    const skipped = n.skipped ? `, ${n.skipped} skipped` : '';
    console.log(
      `${n.failed ? '✗' : '✓'} ${shelf.padEnd(28)} ${n.passed} passed, ${n.failed} failed${skipped}`,
    );
  }
  console.log(`${result.failed ? '✗' : '✓'} tests · ${seconds(began)}`);
}

await others;
if (wrong.length > 0) console.log(`\n${wrong.join('\n')}`);
if (passed + failed === 0) failed = 1;
console.log(`\nwhole run · ${seconds(start)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
