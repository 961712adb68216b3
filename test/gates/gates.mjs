import { existsSync } from 'node:fs';
import { browser } from './browser.mjs';
import { breakingChanges } from './breaking-changes.mjs';
import { node, root, run, tool } from './shell.mjs';

const folders = ['server', 'dashboard', 'schema', 'test'];

/** tsc for every package, vue-tsc for the one with components; two at a time. */
async function types() {
  const check = folder => {
    const name = folder === 'dashboard' ? 'vue-tsc' : 'tsc';
    return tool(name, ['--noEmit', '-p', `${folder}/tsconfig.json`], {
      from: folder === 'dashboard' ? 'dashboard' : '.',
    });
  };
  const results = [];
  for (const pair of [folders.slice(0, 2), folders.slice(2)])
    results.push(...(await Promise.all(pair.map(check))));
  return { ok: results.every(r => r.ok), output: results.map(r => r.output).join('') };
}

/** The gates beside the tests proper; `first` is what these cannot do without. Each answers { ok, output }; output is shown if not ok. */
export const gates = [
  { name: 'browser', title: 'a real browser and a Chinese font are there', run: browser, first: true },
  {
    name: 'format',
    title: 'formatted by prettier',
    run: () => tool('prettier', ['--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'lint',
    title: 'lint',
    run: () => tool('eslint', ['-c', 'test/architecture/eslint.config.mjs', '--max-warnings', '0', '.']),
  },
  { name: 'types', title: 'strict types', run: types },
  {
    name: 'boundaries',
    title: 'import rules',
    run: () =>
      tool('depcruise', [
        '--config',
        'test/architecture/boundaries.cjs',
        ...folders.filter(f => existsSync(root + f)),
      ]),
  },
  {
    name: 'contract',
    title: 'the published contract is current',
    run: () => run(node, ['server/contract.mjs', '--check']),
  },
  { name: 'breaking', title: 'nothing promised was broken since the last release', run: breakingChanges },
];
