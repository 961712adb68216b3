import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actsOf, cli, factsOf, type Acts } from './acts-support.ts';
import { firm, openBench, roster, union, unions, uscc, type ImportBench, type SheetText } from './support.ts';

let bench: ImportBench;
let acts: Acts;
beforeEach(async () => {
  bench = await openBench();
  acts = actsOf(bench);
});
afterEach(() => bench.close());

const told = () =>
  bench.hub.owner('select uscc, members from union_organisation u join enterprise e on e.id = u.enterprise_id order by 1'); // prettier-ignore
const issuesOf = (id: string | undefined) =>
  bench.hub.owner(
    `select i.code, i.row_no, i.params from import_issue i join import_sheet s on s.id = i.sheet_id
      where s.file_id = $1 and code like 'DUPLICATE%' order by i.id`,
    [id],
  );
const members = (code: string | null, count: number, name = '示例企业1') => union(code, name, count);

describe('one record in two writings of its employer, in one file', () => {
  const [coded, named] = [members(uscc(1), 80), members(null, 80)];
  const [codedOther, namedOther] = [members(uscc(1), 81), members(null, 81)];
  const other = (row: readonly (string | number | Date | null)[]): SheetText => ({ ...unions(row), name: '工会二' }); // prettier-ignore
  test.each<[string, readonly SheetText[], object, number]>([
    ['code, then name, equal', [unions(coded, named)], { inserted: 1, duplicates: 1 }, 80],
    ['name, then code, equal', [unions(named, coded)], { inserted: 1, duplicates: 1 }, 80],
    ['code, then name, different', [unions(coded, namedOther)], { inserted: 1, rejected: 1 }, 80],
    ['name, then code, different', [unions(named, codedOther)], { inserted: 1, rejected: 1 }, 80],
    ['name, code, another code', [unions(named, codedOther, members(uscc(1), 82))], { inserted: 1, rejected: 2 }, 80], // prettier-ignore
    [
      'name, then code on another sheet',
      [unions(named), other(codedOther)],
      { inserted: 1, rejected: 1 },
      80,
    ],
    ['code, then name on another sheet', [unions(coded), other(namedOther)], { inserted: 1, rejected: 1 }, 80], // prettier-ignore
    ['the same code on another sheet', [unions(coded), other(codedOther)], { inserted: 1, rejected: 1 }, 80],
  ])('%s', async (_name, sheets, expected, count) => {
    await bench.reports([roster(firm(1), firm(2))]);
    const reports = await bench.reports(sheets);
    const sum = (key: 'inserted' | 'updated' | 'rejected' | 'duplicates') =>
      reports.reduce((total, report) => total + report[key], 0);
    const counts = { inserted: sum('inserted'), updated: sum('updated'), rejected: sum('rejected'), duplicates: sum('duplicates') }; // prettier-ignore
    expect(counts).toEqual({ inserted: 0, updated: 0, rejected: 0, duplicates: 0, ...expected });
    expect(await told()).toEqual([{ uscc: uscc(1), members: count }]);
    const first = (await issuesOf(reports[0]?.id))[0];
    expect(first?.['params']).toMatchObject({
      row: 2,
      sheet: '工会',
      ...('rejected' in expected ? { differences: '（“会员人数” 80 ≠ 81）' } : {}),
    });
    // The same file once more says nothing else, and neither does telling everything anew.
    const before = await factsOf(bench);
    const [again] = await bench.reports(sheets);
    expect(await factsOf(bench)).toEqual(before);
    await acts.withdraw(again?.id);
    expect(await factsOf(bench)).toEqual(before);
  });

  test.each([
    ['name first', [members(null, 5, '某厂'), members(uscc(1), 6)], 5],
    ['code first', [members(uscc(1), 6), members(null, 5, '某厂')], 6],
  ])('a name that a person then says to mean it: %s', async (_name, rows, count) => {
    await bench.reports([roster(firm(1), firm(2))]);
    const [report] = await bench.reports([unions(...rows)]);
    expect(report).toMatchObject({ inserted: 1, parked: 1, rejected: 0 });
    const { item } = await acts.matches.match(cli, { name: '某厂', uscc: uscc(1) });
    expect(await told()).toEqual([{ uscc: uscc(1), members: count }]);
    expect(await issuesOf(report?.id)).toEqual([
      {
        code: 'DUPLICATE_KEY',
        row_no: 3,
        params: { row: 2, sheet: '工会', key: '“统一社会信用代码”', differences: '' },
      },
    ]);
    // It turns out to mean another employer: the row that was left out is heard.
    await acts.matches.undo(cli, { id: item.id });
    expect(await told()).toEqual([{ uscc: uscc(1), members: 6 }]);
    await acts.matches.match(cli, { name: '某厂', uscc: uscc(2) });
    expect(await told()).toEqual([{ uscc: uscc(1), members: 6 }, { uscc: uscc(2), members: 5 }]); // prettier-ignore
  });

  test.each([
    ['before', 0],
    ['behind', 1],
  ])('a roster %s it that gives the name to another comes to the same', async (_name, at) => {
    const file = [unions(members(null, 5, '旧名'), members(uscc(1), 6))];
    const renamed = [roster(firm(2, '旧名'))];
    await bench.reports([roster(firm(1, '旧名'))]);
    await bench.reports([roster(firm(1))]);
    for (const one of at === 0 ? [renamed, file] : [file, renamed]) await bench.reports(one);
    // 旧名 is borne by one and was borne by the other: it says nothing any more.
    expect(await told()).toEqual([{ uscc: uscc(1), members: 6 }]);
    expect(await bench.hub.owner('select reason from parked_row')).toEqual([{ reason: 'AMBIGUOUS_NAME' }]);
  });
});

test('two rows of one record that wait in different words come together when both attach', async () => {
  await bench.reports([unions(members(uscc(1), 5))]);
  await bench.reports([unions(members(null, 6))]);
  const [report] = await bench.reports([roster(firm(1))]);
  expect(await told()).toEqual([{ uscc: uscc(1), members: 6 }]);
  expect(report).toMatchObject({ attached: 1 });
  expect(await bench.hub.owner('select from parked_row')).toEqual([]);
});
