import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { table } from '../../server/src/app/cli/output.ts';
import { importCommand, type ImportCommandDeps } from '../../server/src/ingest/import-command.ts';
import type { ImportProgress } from '../../server/src/ingest/progress/import-progress.ts';
import { csv } from './departments.ts';
import { firm, openBench, rosterHeader, writeText, writeWorkbook, type ImportBench } from './support.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await openBench()));
afterAll(() => bench.close());

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => firm(from + i + 1));

describe('how far an import has come', () => {
  test.each(['csv', 'xlsx'])('is told of a %s by its share of bytes, from nothing to all', async kind => {
    const path = bench.path(`large.${kind}`);
    if (kind === 'csv') writeText(path, csv([rosterHeader, ...rows(12_000)]));
    else await writeWorkbook(path, [{ name: '名录', header: rosterHeader, rows: rows(6_000) }]);
    const told: ImportProgress[] = [];
    await bench.send(path, { fileName: `large.${kind}`, onProgress: progress => told.push(progress) });
    const shares = told.filter(one => one.phase === 'READING').map(one => one.share);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0] ?? 1, shares.at(-1)]).toEqual([expect.closeTo(0, 0), 1]);
    expect(new Set(shares).size).toBeGreaterThan(2);
    expect(told.map(one => one.phase).filter((phase, i, all) => phase !== all[i - 1])).toEqual([
      'READING', 'APPLYING', 'SETTLING',
    ]); // prettier-ignore
  });
});

describe('hub import', () => {
  async function run(status: ImportCommandDeps['status']) {
    const [said, answers]: [string[], unknown[]] = [[], []];
    const path = bench.path('command.csv');
    writeText(path, csv([rosterHeader, ...rows(8_000, 20_000)]));
    const code = await importCommand(
      {
        ingest: bench.ingest,
        viewer: systemViewer('cli'),
        answer: value => Promise.resolve(void answers.push(value)),
        say: line => void said.push(line),
        status,
        columns: 60,
        table,
      },
      [path, bench.path('no-such.csv')],
      { dryRun: true },
    );
    return { code, said, answers };
  }

  test('draws a bar on a terminal, takes it away, and says nothing else on the way', async () => {
    const drawn: (string | null)[] = [];
    const { code, said, answers } = await run(line => drawn.push(line));
    expect(drawn.at(-1)).toBe(null);
    expect(
      drawn.filter(line => line !== null).every(line => /\[[#-]+\] \d+% [\d,]+ 行 rows/.test(line)),
    ).toBe(true);
    expect(drawn.length).toBeGreaterThan(1);
    expect(said).toEqual(['no-such.csv: 没有这个文件 / there is no such file']);
    expect([code, answers]).toEqual([1, [[expect.objectContaining({ inserted: 8_000, dryRun: true })]]]);
  });

  test('says plain lines where there is none', async () => {
    const { said, answers } = await run(null);
    const told = said.filter(line => line.startsWith('command.csv'));
    expect(told.every(line => /^command\.csv · command · .+ · [\d,]+ 行 rows · \d+%$/.test(line))).toBe(true);
    expect(answers).toHaveLength(1);
  });
});
