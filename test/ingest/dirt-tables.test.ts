import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { employer, fileOf, kinds, sendBytes, type Sent } from './dirt.ts';
import { csvOf } from './reading.ts';
import { openBench, uscc, type ImportBench } from './support.ts';
import type { FileCell, FileSheet } from './table-files.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

let used = 2000;
const next = (count: number): number => (used += count) - count;
const header = Object.keys(employer(0));
const line = (n: number, changes: Record<string, FileCell> = {}): FileCell[] => Object.values({ ...employer(n), ...changes }); // prettier-ignore
const outcomes = ({ rows }: Sent): unknown[] => rows.map(({ row, outcome }) => [row, outcome]);
const sheetCodes = ({ outcome }: Sent): string[] =>
  outcome.reports[0]?.issues.filter(issue => issue.row === null).map(issue => issue.code) ?? [];

describe.each(kinds)('dirt 1 to 3 in .%s, through the front door', kind => {
  const send = async (sheet: Omit<FileSheet, 'name'>, form: 'E' | 'U' = 'E'): Promise<Sent> =>
    sendBytes(bench, `table.${kind}`, await fileOf(kind, [{ name: '表', ...sheet }]), form);

  it('1: titles, a report line and a two-row header with groups', async () => {
    const n = next(1);
    await send({ rows: [header, line(n)] });
    const sent = await send(
      {
        rows: [
          ['工会建设情况表', null, null, null, null, null, null, null],
          ['单位：某会', null, null, null, null, null, '填报日期：2022年6月30日', null],
          ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '集体合同', null, '职代会'],
          [null, null, null, null, null, '起始日期', '终止日期', null],
          [uscc(n), `示例企业${n}`, '独立建会', '2018-03-01', 8, '2020-01-01', '2022-12-31', '是'],
        ],
        merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'H3:H4', 'F3:G3'],
      },
      'U',
    );
    expect(sent.outcome.reports).toMatchObject([
      { form: 'U', statedOn: '2022-06-30', rowsRead: 1, inserted: 1 },
    ]);
    expect(sent.rows).toMatchObject([
      { row: 5, fact: { collective_from: '2020-01-01', collective_to: '2022-12-31', congress: true } },
    ]);
  });

  it('1: a header in row 20 is found, one in row 21 is not; a two-row header has to end there', async () => {
    const n = next(2);
    const above = (count: number): FileCell[][] => Array.from({ length: count }, () => ['说明']);
    expect(outcomes(await send({ rows: [...above(19), header, line(n)] }))).toEqual([[21, 'INSERTED']]);
    const late = await send({ rows: [...above(20), header, line(n + 1)] });
    expect(late.outcome.refusal?.code).toMatch(/^(NO_TABLE|FORM_UNKNOWN)$/);
    const group = ['企业', null, null, null, null, null];
    const twoRows = await send({ rows: [...above(18), group, header, line(n + 1)], merges: ['A19:F19'] });
    expect(outcomes(twoRows)).toEqual([[21, 'INSERTED']]);
  });

  it('2: totals, blanks, examples, footers, a numbering column, hidden rows', async () => {
    const n = next(3);
    const serial = (first: FileCell, row: readonly FileCell[]): FileCell[] => [first, ...row];
    const blank = header.map(() => null);
    const sent = await send({
      rows: [
        ['序号', ...header],
        serial('示例', line(n)),
        serial(1, line(n)),
        serial(2, blank),
        serial(null, blank),
        serial('小计', [null, null, null, null, 100, null]),
        serial(2, line(n + 1)),
        serial(null, [null, '合　计', null, null, 200, null]),
        serial('3', line(n + 2)),
        serial('备注：含劳务派遣', blank),
        serial('填表人：某某', [null, null, '审核人：某某', null, null, null]),
      ],
      hiddenRows: [7],
    });
    expect(outcomes(sent)).toEqual([[3, 'INSERTED'], [7, 'INSERTED'], [9, 'INSERTED']]); // prettier-ignore
    expect(sent.outcome.reports).toMatchObject([{ rowsRead: 3, inserted: 3, rejected: 0 }]);
    expect(sheetCodes(sent)).toEqual(kind === 'csv' ? [] : ['ROWS_HIDDEN']);
  });

  it('3: merged cells down a column belong to every row; a text table has none', async () => {
    const n = next(3);
    const sent = await send({
      rows: [
        header,
        line(n, { 所属区域: '洛埠镇' }),
        line(n + 1, { 所属区域: null }),
        line(n + 2, { 所属区域: null }),
      ],
      merges: ['C2:C4'],
    });
    const below = kind === 'csv' ? undefined : 'LUOBU';
    expect(sent.rows.map(({ fact }) => fact?.['town'])).toEqual(['LUOBU', below, below]);
  });
});

describe('hidden sheets, and headers that mean harm or nothing', () => {
  it.each(['xlsx', 'xls', 'ods'] as const)('2: a hidden sheet of .%s is read and reported', async kind => {
    const n = next(1);
    const sheets = [
      { name: '说明', rows: [['请填写']] },
      { name: '藏', hidden: true, rows: [header, line(n)] },
    ];
    const sent = await sendBytes(bench, `h.${kind}`, await fileOf(kind, sheets), 'E');
    expect(sent.outcome.reports).toMatchObject([{ sheet: '藏', hidden: true, inserted: 1 }]);
    expect(sheetCodes(sent)).toEqual(['SHEET_HIDDEN']);
  });
  it('synonyms of one form hold in another, with stars, breaks and full width', async () => {
    const n = next(1);
    const headers = [
      '＊ 社会信\n用代码',
      '用人单位名称*',
      '辖 区',
      '国民经济行业',
      '从业人数（人）',
      '登记日期',
    ];
    const sent = await sendBytes(bench, 's.xls', await fileOf('xls', [{ name: '表', rows: [headers, line(n)] }]), 'E'); // prettier-ignore
    expect(outcomes(sent)).toEqual([[2, 'INSERTED']]);
  });
  it('two columns of one name, and names out of JavaScript, are kept and pollute nothing', async () => {
    const n = next(1);
    const rows = [
      [...header, '备用', '备用', '__proto__', 'constructor', '__proto__'],
      [...line(n), '一', '二', 'polluted', 'x', 'y'],
    ];
    for (const kind of kinds) {
      const sent = await sendBytes(
        bench,
        `p.${kind}`,
        await fileOf(kind, [{ name: '__proto__', rows }]),
        'E',
      );
      expect(sent.outcome.reports).toMatchObject([{ rowsRead: 1, rejected: 0 }]);
      expect(sheetCodes(sent)).toEqual(['COLUMNS_UNKNOWN']);
    }
    expect('polluted' in {}).toBe(false);
  });
});

describe('dirt 8 to 10, through the front door', () => {
  const union = (code: FileCell, name: string, members = 8): FileCell[] => [code, name, '独立建会', '2018-03-01', members]; // prettier-ignore
  const unionHeader = ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数'];
  const sendUnions = async (...rows: FileCell[][]): Promise<Sent> =>
    sendBytes(bench, 'u.csv', Buffer.from(csvOf([unionHeader, ...rows])), 'U');
  const sendRoster = async (...rows: FileCell[][]): Promise<Sent> =>
    sendBytes(bench, 'e.ods', await fileOf('ods', [{ name: '表', rows: [header, ...rows] }]), 'E');

  it('8: names in full width, with blanks, or of the past; several of one name wait for a person', async () => {
    const n = next(5);
    await sendRoster(
      line(n, { 企业名称: '示例甲（柳东）有限公司' }),
      line(n + 1, { 企业名称: '示例旧名公司' }),
      line(n + 2, { 企业名称: '示例同名公司' }),
      line(n + 3, { 企业名称: '示例同名公司' }),
    );
    await sendRoster(line(n + 1, { 企业名称: '示例新名公司' }));
    const sent = await sendUnions(
      union(null, '示例甲(柳东)  有限公司'),
      union(null, '示例旧名公司'),
      union(null, '示例同名公司'),
      union(null, '示例无此公司'),
    );
    expect(sent.rows.map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
      ['INSERTED'],
      ['INSERTED'],
      ['PARKED', 'AMBIGUOUS_NAME'],
      ['PARKED', 'UNKNOWN_NAME'],
    ]);
  });
  it('9: the same again is unchanged in every kind of file, a correction updates, a repetition is counted', async () => {
    const n = next(3);
    for (const [i, kind] of kinds.entries()) {
      const sheet = { name: '表', rows: [header, line(n), line(n + 1, { 职工人数: i % 2 ? '100人' : 100 })] };
      const sent = await sendBytes(bench, `again.${kind}`, await fileOf(kind, [sheet]), 'E');
      expect(sent.outcome.reports).toMatchObject([i === 0 ? { inserted: 2 } : { inserted: 0, unchanged: 2 }]);
    }
    const corrected = await sendRoster(
      line(n, { 职工人数: '1,200' }),
      line(n, { 职工人数: 1200 }),
      line(n, { 职工人数: 7 }),
    );
    expect(corrected.rows.map(({ outcome, codes }) => [outcome, ...codes])).toEqual([
      ['UPDATED'],
      ['DUPLICATE', 'DUPLICATE_ROW'],
      ['REJECTED', 'DUPLICATE_KEY'],
    ]);
  });
  it('10: rows before their employer wait and are attached', async () => {
    const n = next(1);
    const early = await sendUnions(union(uscc(n), `示例企业${n}`));
    expect(early.rows.map(({ outcome }) => outcome)).toEqual(['PARKED']);
    const roster = await sendRoster(line(n));
    expect(roster.outcome.reports).toMatchObject([{ inserted: 1, attached: 1 }]);
  });
});
