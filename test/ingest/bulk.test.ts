import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sources } from '../../server/src/catalogue/sources.ts';
import { loadRows } from '../../server/src/ingest/chunks.ts';
import type { ImportReport } from '../../server/src/ingest/import-report.ts';
import { contractHeaders, contractRow, employerCode } from '../bench/contract-file.ts';
import { csvOf } from './reading.ts';
import { openBench, roster, writeText, type ImportBench } from './support.ts';

const employers = 40;
let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const begin = async (): Promise<void> => {
  await bench.hub.owner(
    `truncate import_file, change, fact_statement, enterprise_history, contract_history restart identity cascade`,
  );
  await bench.hub.owner(
    `insert into change (id, kind, known_at, actor) values (0, 'BEGINNING', '-infinity', 'hub')`,
  );
  const firms = Array.from({ length: employers }, (_, n) =>
    [employerCode(n), `柳东测试第${n}制造有限公司`, '雒容镇', '制造业', 50, '2001-01-01', '存续']); // prettier-ignore
  await bench.reports([roster(...firms)]);
};

let serial = 0;
/** Sends rows of form C as a text table. */
async function sendRows(rows: readonly (readonly string[])[]): Promise<ImportReport> {
  const path = bench.path(`${++serial}.csv`);
  writeText(path, csvOf([contractHeaders, ...rows]));
  const outcome = await bench.send(path, { fileName: 'c.csv' });
  return outcome.reports[0] as ImportReport;
}

/** Everything that is known of contracts, and what became of each row in the order of its arrival. */
const known = async () => ({
  contracts: await bench.hub.owner(
    `select e.uscc, contract_no, contract_key, worker_name_hash, worker_name_mask, id_number_hash, id_number_mask, kind,
        signed_on, starts_on, ends_on, terminated_on, electronic, platform, platform_contract_key, digest, position, wage, c.version
       from contract c join enterprise e on e.id = c.enterprise_id order by 1, 2`,
  ),
  outcomes: await bench.hub.owner(
    `select outcome, encode(fact_key, 'hex') as key from import_row r join import_sheet s on s.id = r.sheet_id
      where s.form = 'C' order by r.id`,
  ),
  parked: await bench.hub.owner('select form, key_hash, employer_uscc, reason from parked_row order by 2'),
});

const counted = (reports: readonly ImportReport[]) =>
  (['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected', 'parked', 'duplicates'] as const).map(key =>
    reports.reduce((sum, report) => sum + report[key], 0),
  );

/** A row and what its department did to it; no two rows of one file share a key. */
const row = fc.record({
  wage: fc.integer({ min: 1500, max: 9000 }),
  spoilt: fc.constantFrom('', '', '', '', '', 'date', 'employer', 'id'),
});
const spoil = (cells: string[], how: string): string[] => {
  if (how === 'date') cells[6] = '2022-02-30';
  if (how === 'employer') cells[1] = employerCode(employers + 7);
  if (how === 'id') cells[4] = '450299196501010000';
  return cells;
};

test('one large file says the same as its rows in small files', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2300, maxLength: 2600, size: 'max' }),
      fc.array(row, { minLength: 600, maxLength: 900, size: 'max' }),
      async (first, corrected) => {
        const rowsOf = (list: typeof first): string[][] =>
          list.map(({ wage, spoilt }, n) => {
            const cells = contractRow(n, employers);
            cells[14] = String(wage);
            return spoil(cells, spoilt);
          });
        const files = [rowsOf(first), rowsOf(corrected)];
        await begin();
        const large = [];
        for (const file of files) large.push(await sendRows(file));
        const expected = await known();
        await begin();
        const small = [];
        for (const file of files) {
          for (let from = 0; from < file.length; from += 400)
            small.push(await sendRows(file.slice(from, from + 400)));
        }
        expect(counted(small)).toEqual(counted(large));
        expect(await known()).toEqual(expected);
      },
    ),
    { numRuns: 2, endOnFailure: true },
  );
}, 240_000);

test('a file sent again changes nothing, and each of its rows can be read back', async () => {
  await begin();
  const rows = Array.from({ length: 2300 }, (_, n) => contractRow(n, employers));
  expect(await sendRows(rows)).toMatchObject({ rowsRead: 2300, inserted: 2300 });
  const before = await known();
  expect(await sendRows(rows)).toMatchObject({ rowsRead: 2300, unchanged: 2300 });
  expect((await known()).contracts).toEqual(before.contracts);
  const ids = await bench.hub.owner<{ id: number; row_no: number }>(
    `select r.id, r.row_no from import_row r join import_sheet s on s.id = r.sheet_id
      where s.form = 'C' and r.row_no in (2, 501, 502, 503, 2301) order by r.id`,
  );
  const kept = await loadRows(bench.hub.owner, bench.vault, sources, ids.map(one => one.id)); // prettier-ignore
  expect(kept.size).toBe(10);
  for (const { id, row_no } of ids) {
    const said = kept.get(id);
    const [contractNo, , , worker, idNumber] = contractRow(row_no - 2, employers);
    expect(said?.raw).toMatchObject({ 合同编号: contractNo, 劳动者姓名: worker, 身份证号: idNumber });
    expect(said?.values).toMatchObject({ contractNo, idNumber: { hash: bench.vault.hash(idNumber ?? '') } });
  }
}, 120_000);

test('two rows of one key in a large file: the equal one is a repetition, the other is rejected, naming the first', async () => {
  await begin();
  const rows = Array.from({ length: 2200 }, (_, n) => contractRow(n, employers));
  const other = contractRow(3, employers);
  other[14] = '9999';
  const report = await sendRows([...rows, contractRow(5, employers), other]);
  expect(report).toMatchObject({ rowsRead: 2202, inserted: 2200, duplicates: 1, rejected: 1 });
  const repeated = report.issues.filter(issue => issue.code.startsWith('DUPLICATE'));
  expect(repeated.map(issue => [issue.row, issue.code])).toEqual([
    [2202, 'DUPLICATE_ROW'],
    [2203, 'DUPLICATE_KEY'],
  ]);
}, 120_000);

test('a day of report below a large text table orders it like one above it', async () => {
  await begin();
  const many = Array.from({ length: 2100 }, (_, n) => contractRow(n, employers));
  const newer = many.map(cells => cells.with(14, '5000'));
  await sendRows([...newer, ['填表人：某某', '', '填报日期：2022-06-30']]);
  const late = await sendRows([...many, ['填表人：某某', '', '填报日期：2022-01-31']]);
  expect(late).toMatchObject({ statedOn: '2022-01-31', updated: 0, unchanged: 2100 });
  expect(await bench.hub.owner('select distinct wage::int from contract')).toEqual([{ wage: 5000 }]);
}, 120_000);
