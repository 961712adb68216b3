// What npm's scripts call: sets up what is missing, then hands over to Node 24. Runs under Node 20 with nothing installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, hubNode, root } from './processes.mjs';
import { setUp } from './setup.mjs';

const file = path => join(root, ...path.split('/'));
// Node 24 strips types by itself.
const script = path => (existsSync(file(`${path}.ts`)) ? file(`${path}.ts`) : file(`${path}.mjs`));
const vitest = file('node_modules/vitest/vitest.mjs');

/** command → what must be built, and what then runs under Node 24. */
const commands = {
  start: { build: ['server', 'dashboard'], run: args => [file('server/dist/main.js'), ...args] },
  hub: { build: ['server'], run: args => [file('server/dist/cli.js'), ...args] },
  dev: { build: [], run: args => [file('server/launch/dev.mjs'), ...args] },
  test: { build: ['server', 'dashboard'], run: args => [file('test/run.mjs'), ...args] },
  bench: { build: ['server', 'dashboard'], run: args => [script('test/bench/run'), ...args] },
  drill: { build: ['server', 'dashboard'], run: args => [script('test/drill/run'), ...args] },
  unit: { build: [], run: args => [vitest, 'run', ...args] },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`usage: node server/launch/main.mjs ${Object.keys(commands).join('|')} …\n`);
  process.exit(2);
}
try {
  await setUp(command.build);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
const [program = '', ...rest] = command.run(args);
if (!existsSync(program)) {
  process.stderr.write(`npm run ${name}：尚未提供 / is not there yet\n`);
  process.exit(1);
}
handOver(hubNode, ['--enable-source-maps', program, ...rest], name);
