import { loadRows } from '../../server/src/ingest/chunks.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  certifications,
  certified,
  dispute,
  disputeHeader,
  firm,
  openBench,
  rosterHeader,
  union,
  unions,
  uscc,
  type ImportBench,
} from './support.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** Names, a number and a remark that stand nowhere but in the files. */
const canaries = {
  boss: '金丝雀甲',
  phone: '13900008888',
  worker: '金丝雀乙',
  chair: '金丝雀丙',
  unknown: '金丝雀丁',
};

const everyText = async (): Promise<string> => {
  const tables = await bench.hub.owner<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      bench.hub.owner<{ text: string }>(`select row_to_json(t)::text as text from ${name} t`),
    ),
  );
  return texts
    .flat()
    .map(row => row.text)
    .join('\n');
};

test('no personal value stands in the clear in any table, report or log', async () => {
  const printed: string[] = [];
  const real = console.error;
  console.error = (...words: unknown[]) => void printed.push(words.join(' '));
  const reports = await bench.reports([
    { name: '名录', header: [...rosterHeader, '内部备注'], rows: [
      [...firm(1), canaries.boss, canaries.phone, canaries.unknown],
      [...firm(2).slice(0, 5), '2015-02-31', '存续', canaries.boss, canaries.phone],
    ] },
    { name: '案件', header: disputeHeader, rows: [
      dispute('甲1号', uscc(1), '示例企业1').with(2, canaries.worker),
      dispute('甲2号', uscc(8), '未到企业').with(2, canaries.worker),
      dispute('甲3号', null, '示例企业1').with(2, canaries.worker),
      dispute('甲4号', uscc(1), '示例企业1').with(2, canaries.worker).with(1, '不是日期'),
    ] },
    unions(union(uscc(1), '示例企业1', 5).with(5, canaries.chair)),
    certifications(certified(uscc(1), '示例企业1')),
  ]); // prettier-ignore
  await bench.send(
    [{ name: '名录', header: rosterHeader, rows: [[...firm(1), canaries.boss, canaries.phone]] }],
    { dryRun: true },
  );
  console.error = real;
  expect(reports.map(report => report.form)).toEqual(['E', 'D', 'U', 'A']);
  const text = `${await everyText()}\n${JSON.stringify(reports)}\n${printed.join('\n')}`;
  for (const canary of Object.values(canaries)) {
    expect(text).not.toContain(canary);
    // Nor as the bytes of a bytea column.
    expect(text).not.toContain(Buffer.from(canary, 'utf8').toString('hex'));
  }
  expect(text).toContain('139****8888');
  expect(text).toContain('金**');
});

test('the raw row can be read back whole with the key', async () => {
  const [row] = await bench.hub.owner<{ id: number }>('select id from import_row order by id limit 1');
  const kept = await loadRows(bench.hub.owner, bench.vault, sources, [row?.id ?? 0]);
  expect(kept.get(row?.id ?? 0)?.raw).toMatchObject({
    法定代表人: canaries.boss, 内部备注: canaries.unknown,
  }); // prettier-ignore
});

test('a failing statement tells no value', async () => {
  const wrong = bench.hub.database.transaction(
    { actor: 'test', towns: '*', channels: '*', kinds: '*' },
    query => query(`select $1::date`, [canaries.worker]),
  );
  const error = (await wrong.catch((thrown: Error) => thrown)) as Error;
  expect(`${error.message} ${error.stack}`).not.toContain(canaries.worker);
});
