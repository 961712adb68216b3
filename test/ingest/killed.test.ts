import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubCommand, runProgram, temporaryDataDir, waitFor } from '../support/hub-process.ts';
import { firm, rosterHeader } from './support.ts';

let folder = '';
beforeAll(() => {
  folder = temporaryDataDir();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = 25_000;

test('an import whose process is killed in the middle of its rows leaves nothing of itself', async () => {
  const file = join(folder, '名录.csv');
  const lines = [['填报日期：2022-06-30'], rosterHeader, ...Array.from({ length: rows }, (_, n) => firm(n))];
  writeFileSync(file, lines.map(line => line.join(',')).join('\n'));
  // The database is set up before, so that the first thing to wait for is the import.
  expect((await hubCommand(folder, ['migrate'])).code).toBe(0);
  const run = await runProgram('cli', ['import', file], { HUB_DATA_DIR: folder });
  await waitFor(
    () => /[1-9][\d,]* 行 rows · \d?\d%/.test(run.stderr()),
    30_000,
    () => run.stderr(),
  );
  run.child.kill('SIGKILL');
  expect(await run.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect(run.stdout(), 'it was not over yet').toBe('');
  const again = await hubCommand(folder, ['import', file, '--json']);
  expect(again.code, again.stderr).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject([
    { rowsRead: rows, inserted: rows, updated: 0, unchanged: 0 },
  ]);
}, 180_000);
