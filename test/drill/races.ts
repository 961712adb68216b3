import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const patience = 600_000;

/**
 * A thousand acts at once on one record over HTTP - a role handed over, a name matched, an import withdrawn - and a
 * thousand submissions under one key: the races of `npm test`, with sixteen times as many. Each race prints a line.
 */
export function races(racers: number): Promise<boolean> {
  const words = ['run', 'test/access/races.test.ts', '--reporter=dot', `--testTimeout=${patience}`];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
    cwd: root,
    env: { ...process.env, HUB_RACERS: String(racers) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise(resolve => {
    child.on('close', code => {
      const lines = said.split('\n').filter(line => code !== 0 || / at once, /.test(line));
      process.stdout.write(`${lines.join('\n')}\n`);
      resolve(code === 0);
    });
  });
}
