import { loadRows } from '../../server/src/ingest/chunks.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  certifications, certified, dispute, disputes, firm, openBench, roster, union, unions, uscc, type Cell, type ImportBench, type SheetText,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
beforeEach(async () => {
  bench = await openBench();
  await bench.reports([roster(firm(1), firm(2))]);
});
afterEach(() => bench.close());

const changed = (row: Cell[], column: number, value: Cell): Cell[] => row.with(column, value);

describe('one key twice in a file', () => {
  const u = union(uscc(1), '示例企业1', 80);
  const d = dispute('甲1号', uscc(1), '示例企业1');
  const a = certified(uscc(1), '示例企业1');
  test.each<[string, readonly SheetText[], object]>([
    ['E equal', [roster(firm(3), firm(3))], { inserted: 1, duplicates: 1 }],
    [
      'E equal after normalising',
      [roster(firm(3), changed(firm(3), 4, '1０3'))],
      { inserted: 1, duplicates: 1 },
    ],
    ['E different', [roster(firm(3), changed(firm(3), 4, 999))], { inserted: 1, rejected: 1 }],
    ['U equal', [unions(u, u)], { inserted: 1, duplicates: 1 }],
    ['U by code and by name', [unions(u, changed(u, 0, null))], { inserted: 1, duplicates: 1 }],
    ['U different', [unions(u, changed(u, 4, 81))], { inserted: 1, rejected: 1 }],
    ['D equal', [disputes(d, d)], { inserted: 1, duplicates: 1 }],
    [
      'D with another writing of the number',
      [disputes(d, changed(d, 0, ' 甲１号'))],
      { inserted: 1, duplicates: 1 },
    ],
    [
      'D with another spelling of the respondent',
      [
        disputes(
          dispute('甲3号', uscc(1), '示例(柳州)企业1'),
          dispute('甲3号', uscc(1), '示例 （柳州）企业１'),
        ),
      ],
      { inserted: 1, duplicates: 1 },
    ],
    ['D different', [disputes(d, changed(d, 6, 1))], { inserted: 1, rejected: 1 }],
    ['D another case', [disputes(d, changed(d, 0, '甲2号'))], { inserted: 2 }],
    ['A equal', [certifications(a, a)], { inserted: 1, duplicates: 1 }],
    ['A another day', [certifications(a, changed(a, 2, '2022-03-02'))], { inserted: 2 }],
    [
      'parked and equal',
      [unions(changed(u, 0, uscc(9)), changed(u, 0, uscc(9)))],
      { parked: 1, duplicates: 1 },
    ],
    [
      'parked and different',
      [unions(changed(u, 0, uscc(9)), union(uscc(9), 'x', 1))],
      { parked: 1, rejected: 1 },
    ],
  ])('%s', async (_name, sheets, expected) => {
    const [report] = await bench.reports(sheets);
    expect(report).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      parked: 0,
      duplicates: 0,
      ...expected,
    });
  });

  test('the later row is told where the first one stands, also on another sheet', async () => {
    const other = { ...disputes(changed(d, 6, 5)), name: '案件二' };
    const reports = await bench.reports([disputes(d), other]);
    expect(reports[1]).toMatchObject({ rejected: 1, inserted: 0 });
    const [issue] = reports[1]?.issues ?? [];
    expect(issue).toMatchObject({ code: 'DUPLICATE_KEY', row: 2, severity: 'ERROR', sheet: '案件二' });
    expect(issue?.message.zh).toContain('第 2 行（工作表“案件”）');
    expect(issue?.message.en).toContain('row 2 (sheet "案件")');
  });

  test('a contradiction names the columns in the words of the file, a personal one by its mask, and what to do', async () => {
    const other = changed(changed(d, 2, '李四'), 6, '1,300元');
    const [report] = await bench.reports([disputes(changed(d, 2, '张三'), other)]);
    const [issue] = report?.issues ?? [];
    expect(issue).toMatchObject({ code: 'DUPLICATE_KEY', row: 3, column: '申请人' });
    expect(issue?.message.zh).toContain('“涉案金额” 1200 ≠ 1,300元');
    expect(issue?.message.zh).toContain('多余的请删去一行；确是另一条记录的，请改正“案号”。');
    expect(JSON.stringify(issue)).not.toMatch(/张三|李四/);
  });

  test('everything that can be judged of a rejected row is told at once', async () => {
    const bad = changed(changed(d, 1, '2002-01-01'), 6, '约三千');
    const [report] = await bench.reports([disputes(bad)]);
    expect(report).toMatchObject({ rejected: 1 });
    expect(report?.issues.map(one => one.code)).toEqual(['NUMBER_APPROXIMATE', 'BEFORE_FOUNDING']);
  });

  test('a rejected row claims no key', async () => {
    const bad = changed(d, 1, '2022-02-31');
    const [report] = await bench.reports([disputes(bad, d)]);
    expect(report).toMatchObject({ rejected: 1, inserted: 1 });
  });
});

test('every row adds up, and is kept encrypted with its outcome', async () => {
  const d = dispute('甲1号', uscc(1), '示例企业1');
  const [report] = await bench.reports([
    disputes(
      d,
      d,
      changed(d, 1, '不是日期'),
      dispute('乙', uscc(8), '谁'),
      dispute('丙', uscc(2), '示例企业2'),
    ),
  ]);
  expect(report).toMatchObject({ rowsRead: 5, inserted: 2, duplicates: 1, rejected: 1, parked: 1 });
  const rows = await bench.hub.owner<{ id: number; row_no: number; outcome: string }>(
    `select r.id, row_no, outcome from import_row r join import_sheet s on s.id = r.sheet_id where form = 'D' order by row_no`,
  );
  expect(rows.map(row => [row.row_no, row.outcome])).toEqual([
    [2, 'INSERTED'], [3, 'DUPLICATE'], [4, 'REJECTED'], [5, 'PARKED'], [6, 'INSERTED'],
  ]); // prettier-ignore
  const kept = await loadRows(bench.hub.owner, bench.vault, sources, rows.map(row => row.id)); // prettier-ignore
  expect(kept.get(rows[0]?.id ?? 0)?.raw).toMatchObject({
    案号: '甲1号',
    申请人: '张三丰',
  });
});
