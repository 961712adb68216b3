import { issueMessage } from '../../server/src/ingest/issue-texts.ts';
import { describe, expect, it } from 'vitest';
import { openContent, rawOf } from '../../server/src/ingest/chunks.ts';
import { codes, csvOf, faultless, readBytes, readTable, sheetOf, tableOf, uscc, uscc2, value, vault, workbook } from './reading.ts'; // prettier-ignore

const unionHeader = [
  ['序号', '统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '集体合同', null, '工资专项集体合同', null, '职代会'],
  [null, null, null, null, null, null, '起始日期', '终止日期', '起始日期', '终止日期', null],
]; // prettier-ignore
const unionRow = [1, uscc, '甲公司', '独立建会', '2011-01-01', 8, '2020-01-01', '2022-12-31', '2021-01-01', '2021-12-31', '是']; // prettier-ignore
const unionDates = { collectiveFrom: '2020-01-01', collectiveTo: '2022-12-31', wageFrom: '2021-01-01', wageTo: '2021-12-31', congress: true }; // prettier-ignore

describe('dirt 1: titles, report lines and two-row headers', () => {
  it('reads a two-row header with merged cells below a title and a report line', async () => {
    const table = [
      ['工会建设情况表'],
      ['填报单位：某会', null, null, '填报日期：2022年6月30日'],
      ...unionHeader,
      unionRow,
    ];
    const [read] = await readBytes('u.xlsx', await sheetOf(table, sheet => {
      sheet.mergeCells('A1:K1');
      ['A', 'B', 'C', 'D', 'E', 'F', 'K'].forEach(column => sheet.mergeCells(`${column}3:${column}4`));
      sheet.mergeCells('G3:H3');
      sheet.mergeCells('I3:J3');
    })); // prettier-ignore
    expect(read?.sheet).toMatchObject({ form: 'U', statedOn: '2022-06-30', unknownColumns: [] });
    expect(read?.sheet.headers.slice(6, 8)).toEqual(['集体合同起始日期', '集体合同终止日期']);
    expect(read?.rows.map(row => [row.row, row.rejected])).toEqual([[5, false]]);
    expect(read?.rows[0]?.values).toMatchObject(unionDates);
  });
  it('reads a two-row header whose group names stand over their first column only, as CSV has them', async () => {
    const [read] = await readBytes('u.csv', Buffer.from(csvOf([...unionHeader, unionRow])));
    expect(read?.rows[0]?.values).toMatchObject(unionDates);
  });
  it.each([
    ['beside its label', [['填报日期：', '2022-06-30']], '2022-06-30', []],
    ['as a date cell', [['填报日期', new Date(Date.UTC(2022, 5, 30))]], '2022-06-30', []],
    ['among other words', [['填报单位：某局   填报日期：2022.6.30   单位：人']], '2022-06-30', []],
    ['unreadable', [['填报日期：月底']], null, ['STATED_ON_UNREADABLE']],
    ['not at all', [['企业名录']], null, []],
  ])('finds the day of the report %s', async (_, above, day, found) => {
    const [read] = await readBytes('e.xlsx', await sheetOf([...above, ...tableOf('E', [{}])]));
    expect([read?.sheet.statedOn, read?.end.issues.map(issue => issue.code)]).toEqual([day, found]);
    expect(read?.rows).toHaveLength(1);
  });
  it('finds the day of the report in the footer', async () => {
    const [read] = await readBytes('e.xlsx', await sheetOf([...tableOf('E', [{}]), ['填表人：某某', null, '填报日期：2022-06-30']])); // prettier-ignore
    expect([read?.sheet.statedOn, read?.end.statedOn, read?.rows.length]).toEqual([null, '2022-06-30', 1]);
  });
  it('takes headers in any order, with blanks, line breaks, stars, full width and synonyms', async () => {
    const headers = ['成立\n日期 ', '从业人数（人）', '＊ 行业', '辖 区', '名称', 'ｕｓｃｃ', '备用'];
    const [read] = await readBytes('e.xlsx', await sheetOf([headers, ['2010-01-01', 10, 'C', '雒容', '甲公司', uscc, 'x']])); // prettier-ignore
    expect(read?.sheet).toMatchObject({
      form: 'E',
      unknownColumns: ['备用'],
      issues: [{ code: 'COLUMNS_UNKNOWN' }],
    });
    expect(read?.rows[0]).toMatchObject({
      rejected: false,
      values: { staff: 10, town: 'LUORONG', name: '甲公司' },
    });
    const raw: unknown = rawOf(openContent(vault, Buffer.from(read?.chunks[0] ?? [])), 0);
    expect(raw).toEqual({ 成立日期: '2010-01-01', '从业人数（人）': '10', '＊行业': 'C', 辖区: '雒容', 名称: '甲公司', ｕｓｃｃ: uscc, 备用: 'x' }); // prettier-ignore
  });
  it('applies units in headers, and a money unit stated above; a unit in the cell wins', async () => {
    const header = Object.keys(faultless.D);
    const rows = [3.5, '3.5万元', '35000元'].map(amount => [...Object.values(faultless.D), amount]);
    const inHeader = await sheetOf([[...header, '涉案金额（万元）'], ...rows]);
    const above = await sheetOf([['单位：万元'], [...header, '涉案金额'], ...rows]);
    for (const bytes of [inHeader, above]) {
      const [read] = await readBytes('d.xlsx', bytes);
      expect(read?.rows.map(row => value(row, 'amount'))).toEqual(['35000.00', '35000.00', '35000.00']);
    }
  });
  it('finds a header in row 20 and not in row 21', async () => {
    const at = (row: number): unknown[][] => [
      ...Array.from({ length: row - 1 }, () => ['说明']),
      ...tableOf('E', [{}]),
    ];
    const [last] = await readBytes('e.xlsx', await sheetOf(at(20)));
    const [late] = await readBytes('e.xlsx', await sheetOf(at(21)));
    expect([last?.sheet.form, last?.rows[0]?.row, late?.sheet.form]).toEqual(['E', 21, null]);
  });
  it('names the missing columns of the nearest form', async () => {
    const [read] = await readBytes('e.xlsx', await sheetOf([['统一社会信用代码', '企业名称', '行业', '职工人数', '成立日期'], [uscc]])); // prettier-ignore
    expect(read?.sheet).toMatchObject({ form: null, missing: { form: 'E', columns: ['所属区域'] } });
    expect(read?.sheet.issues).toMatchObject([
      { code: 'FORM_UNKNOWN', params: { form: 'E', columns: '所属区域' } },
    ]);
  });
  it('judges each sheet for itself, hidden ones too', async () => {
    const bytes = await workbook(book => {
      book.addWorksheet('说明').addRow(['请按说明填写']);
      tableOf('E', [{}]).forEach((row, i, all) =>
        i === 0 ? book.addWorksheet('一').addRows(all) : undefined,
      );
      book.addWorksheet('二', { state: 'hidden' }).addRows(tableOf('D', [{}]));
    });
    const read = await readBytes('all.xlsx', bytes);
    expect(read.map(({ sheet }) => [sheet.name, sheet.form, sheet.hidden])).toEqual([['说明', null, false], ['一', 'E', false], ['二', 'D', true]]); // prettier-ignore
    expect(read[2]?.sheet.issues.map(issue => issue.code)).toEqual(['SHEET_HIDDEN']);
  });
});

describe('dirt 2: rows that are no data', () => {
  it('passes over sums, blanks, examples, repeated headers and footers, and counts hidden rows', async () => {
    const [header = [], row = []] = tableOf('E', [{}]);
    const line = (serial: unknown, ...cells: unknown[]): unknown[] => [serial, ...cells];
    const table = [
      line('序号', ...header),
      line('示例', ...row),
      line(1, ...row),
      line(2),
      [],
      line(null, '小计', null, null, null, 10),
      line('序号', ...header),
      line(3, uscc2, ...row.slice(1)),
      line('雒容镇', '小计', null, null, null, 10),
      line('合 计', null, null, null, null, 20),
      ['备注：', '1、人数为月末数'],
      ['2、含劳务派遣'],
      ['填表人：', '某某', null, '审核人：', '某某'],
    ];
    const [read] = await readBytes('e.xlsx', await sheetOf(table, sheet => (sheet.getRow(8).hidden = true)));
    expect(read?.rows.map(one => [one.row, one.rejected])).toEqual([[3, false], [8, false]]); // prettier-ignore
    expect(read?.end.issues).toMatchObject([{ code: 'ROWS_HIDDEN', params: { count: 1, first: 8 } }]);
  });
  it('a row that only fills columns outside the form is told, not counted', async () => {
    const [header = [], row = []] = tableOf('E', [{}]);
    const [read] = await readBytes('e.xlsx', await sheetOf([[...header, '批注'], [...row, ''], [null, null, null, null, null, null, '见附件']])); // prettier-ignore
    expect([read?.rows.length, read?.end.issues]).toMatchObject([1, [{ code: 'ROWS_OUTSIDE', params: { first: 3 } }]]); // prettier-ignore
  });
});

describe('dirt 3: merged cells', () => {
  it('belong to every row they span', async () => {
    const rows = tableOf('E', [
      { 所属区域: '洛埠镇' },
      { 所属区域: null, 统一社会信用代码: uscc2 },
      { 所属区域: null },
    ]);
    const [read] = await readBytes('e.xlsx', await sheetOf(rows, sheet => {
      sheet.mergeCells('C2:C9');
      sheet.mergeCells('B2:B3');
    })); // prettier-ignore
    expect(read?.rows.map(row => value(row, 'town'))).toEqual(['LUOBU', 'LUOBU', 'LUOBU']);
    expect(read?.rows.map(row => row.row)).toEqual([2, 3, 4]);
  });
});

describe('columns that mean the same', () => {
  it('是否建会 fills in for 建会形式 where that is empty', async () => {
    const rows = await readTable('U', [
      { 是否建会: '是' },
      { 是否建会: '否', 建会形式: '', 建会日期: '', 会员人数: 0 },
      { 是否建会: '是', 建会形式: '' },
      { 是否建会: '否' },
    ]);
    expect(rows.map(row => [value(row, 'form'), row.rejected, ...codes(row)])).toEqual([
      ['OWN', false],
      ['NONE', false],
      [null, true, 'WORD_UNKNOWN'],
      ['OWN', false, 'COLUMNS_DIFFER'],
    ]);
  });
  it('which column was used is said in the words of the file', async () => {
    const [row] = await readTable('U', [{ 是否建会: '否' }]);
    const [found] = row?.issues ?? [];
    expect(found).toMatchObject({
      column: '建会形式', params: { first: '建会形式', kept: '独立建会', second: '是否建会' }, value: '否',
    }); // prettier-ignore
    expect(found && issueMessage(found)).toEqual({
      zh: '“建会形式”和“是否建会”两列都表示“建会形式”而内容不同，采用“建会形式”列的“独立建会”，未采用“是否建会”列的“否”。',
      en: 'The columns "建会形式" and "是否建会" both mean "建会形式" and differ; "独立建会" of "建会形式" was used, "否" of "是否建会" was not.',
    });
  });
  it('two personal columns are compared too, and shown as masks', async () => {
    const rows = await readTable('E', [
      { 联系电话: '14000001234', 手机: '14000001234' },
      { 联系电话: '14000001234', 手机: '14000005678' },
    ]);
    expect(rows.map(codes)).toEqual([[], ['COLUMNS_DIFFER']]);
    expect(JSON.stringify(rows[1]?.issues)).not.toContain('14000');
  });
});
