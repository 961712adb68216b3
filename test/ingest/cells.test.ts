import { describe, expect, it } from 'vitest';
import { codes, readTable, uscc, uscc2, value } from './reading.ts';

/** A case: what stands in the cell, what it is read as, and the codes of what was found. */
type Case = readonly [cell: unknown, read: unknown, ...found: string[]];

async function check(
  form: 'E' | 'U' | 'D' | 'A',
  header: string,
  field: string,
  cases: readonly Case[],
  as?: 'csv',
): Promise<void> {
  const rows = await readTable(form, cases.map(([cell]) => ({ [header]: cell })), as); // prettier-ignore
  const seen = rows.map((row, i) => [cases[i]?.[0], value(row, field), ...codes(row)]);
  expect(seen).toEqual(cases);
}

describe('dirt 4: dates', () => {
  const texts: readonly Case[] = [
    ['2022-6-7', '2022-06-07'],
    ['2022/6/7', '2022-06-07'],
    ['2022.6.7', '2022-06-07'],
    ['20220607', '2022-06-07'],
    ['2022年6月7日', '2022-06-07'],
    ['2022 年 6 月 7 日', '2022-06-07'],
    ['22-6-7', '2022-06-07'],
    ['２０２２－０６－０７', '2022-06-07'],
    ['２０２２年６月７日', '2022-06-07'],
    [' 2022-06-07 ', '2022-06-07'],
    ['2022-06-07 13:45:00', '2022-06-07'],
    ['2022/6/7 下午 1:45', '2022-06-07'],
    ['2022-06-07T00:00:00', '2022-06-07'],
    ['2022-06-06T16:00:00.000Z', '2022-06-07'],
    ['44719', '2022-06-07'],
    ['2022.06', '2022-06-01', 'DATE_MONTH_ONLY'],
    ['2022年6月', '2022-06-01', 'DATE_MONTH_ONLY'],
    ['2022-06', '2022-06-01', 'DATE_MONTH_ONLY'],
    ['2022-02-30', null, 'DATE_IMPOSSIBLE'],
    ['2022-1-0', null, 'DATE_IMPOSSIBLE'],
    ['20220600', null, 'DATE_IMPOSSIBLE'],
    ['2022-13-01', null, 'DATE_IMPOSSIBLE'],
    ['2022年2月29日', null, 'DATE_IMPOSSIBLE'],
    ['20220631', null, 'DATE_IMPOSSIBLE'],
    ['待定', null, 'DATE_UNREADABLE'],
    ['２０２２．６．７', '2022-06-07'],
    ['22年6月7日', '2022-06-07'],
    ['2022年6月7日 星期二', '2022-06-07'],
    ['2022. 6. 7', '2022-06-07'],
    ['20220607123045', '2022-06-07'],
    // Half an hour before midnight in Greenwich, and in New York, is the next day here.
    ['2022-06-07T23:30:00Z', '2022-06-08'],
    ['2022-06-07 20:00:00 -05:00', '2022-06-08'],
    ['2022-06-07 12:60', null, 'DATE_IMPOSSIBLE'],
    ['2022-06-07 25:00', null, 'DATE_IMPOSSIBLE'],
    ['2022.13', null, 'DATE_IMPOSSIBLE'],
    ['202206', null, 'DATE_UNREADABLE'],
    ['2022年', null, 'DATE_UNREADABLE'],
    ['2022年上半年', null, 'DATE_UNREADABLE'],
    ['约2022-06-07', null, 'DATE_UNREADABLE'],
    // The number of a footnote is no digit of the day.
    ['2022-6-1①', null, 'DATE_UNREADABLE'],
    ['2022', null, 'DATE_UNREADABLE'],
    ['6/7/2022', null, 'DATE_UNREADABLE'],
    ['2022-06-07至2023-06-06', null, 'DATE_UNREADABLE'],
    ['—', null, 'REQUIRED_EMPTY'],
    ['/', null, 'REQUIRED_EMPTY'],
    ['', null, 'REQUIRED_EMPTY'],
  ];
  it('as text in a workbook', () => check('E', '成立日期', 'foundedOn', texts));
  it('as text in a CSV file', () => check('E', '成立日期', 'foundedOn', texts, 'csv'));
  it('as numbers and dates of a workbook', () =>
    check('E', '成立日期', 'foundedOn', [
      [44719, '2022-06-07'],
      [20220607, '2022-06-07'],
      [2022.06, '2022-06-01', 'DATE_MONTH_ONLY'],
      [2022.1, null, 'DATE_AMBIGUOUS'],
      [2022, null, 'DATE_UNREADABLE'],
      // Without the format of a date these are no serials: they would lie in the years 2453 and 2503.
      [202206, null, 'DATE_UNREADABLE'],
      [220607, null, 'DATE_UNREADABLE'],
      [20220230, null, 'DATE_IMPOSSIBLE'],
      [-5, null, 'DATE_UNREADABLE'],
      [true, null, 'DATE_UNREADABLE'],
    ]));
  it('rejects the row although the column is not starred', async () => {
    const [row] = await readTable('D', [{ 结案日期: '2022-02-30' }]);
    expect(row).toMatchObject({
      rejected: true,
      issues: [{ column: '结案日期', value: '2022-02-30', severity: 'ERROR' }],
    });
  });
});

describe('dirt 5: numbers', () => {
  it('whole numbers', () =>
    check('E', '职工人数', 'staff', [
      [12, 12], ['12', 12], ['1,200', 1200], ['１，２００', 1200], ['1 200', 1200], ['12人', 12], ['12 名', 12],
      ['1.2万人', 12_000], ['12.0', 12], ['+12', 12], ['0', 0], [11.999999999999998, 12],
      ['约12人', null, 'NUMBER_APPROXIMATE'], ['10余人', null, 'NUMBER_APPROXIMATE'], ['5-8', null, 'NUMBER_APPROXIMATE'],
      ['5—8人', null, 'NUMBER_APPROXIMATE'], ['5~8', null, 'NUMBER_APPROXIMATE'], ['100多', null, 'NUMBER_APPROXIMATE'],
      ['近百人', null, 'NUMBER_APPROXIMATE'], ['12人左右', null, 'NUMBER_APPROXIMATE'], ['≥12', null, 'NUMBER_APPROXIMATE'],
      ['12+', null, 'NUMBER_APPROXIMATE'], ['十二', null, 'NUMBER_UNREADABLE'], ['1,20', null, 'NUMBER_UNREADABLE'],
      ['12家以上', null, 'NUMBER_APPROXIMATE'], ['12.5', null, 'NUMBER_NOT_WHOLE'], [-3, null, 'NUMBER_NEGATIVE'],
      ['99999999999', null, 'NUMBER_TOO_LARGE'], ['12吨', null, 'NUMBER_UNREADABLE'], ['-', null, 'REQUIRED_EMPTY'],
      [new Date(Date.UTC(2022, 4, 8)), null, 'NUMBER_UNREADABLE'],
    ])); // prettier-ignore
  it('groups of other countries, notes and the like are never guessed at', () =>
    check('E', '职工人数', 'staff', [
      ['１２人', 12], ['1,200.00', 1200], ['12 345 678', 12_345_678], ['0.12万人', 1200], ['1，200人', 1200],
      ['1,2', null, 'NUMBER_UNREADABLE'], ['1.200,50', null, 'NUMBER_UNREADABLE'], ['1.234.567', null, 'NUMBER_UNREADABLE'], ['12,34,567', null, 'NUMBER_UNREADABLE'],
      ["1'200", null, 'NUMBER_UNREADABLE'], ['1.200', null, 'NUMBER_NOT_WHOLE'], ['1、200', null, 'NUMBER_UNREADABLE'], ['12 3', null, 'NUMBER_UNREADABLE'],
      ['12①', null, 'NUMBER_UNREADABLE'], ['12²', null, 'NUMBER_UNREADABLE'], ['①', null, 'NUMBER_UNREADABLE'], ['½', null, 'NUMBER_UNREADABLE'],
      ['５－８', null, 'NUMBER_APPROXIMATE'], ['5到8', null, 'NUMBER_APPROXIMATE'], ['约１２', null, 'NUMBER_APPROXIMATE'], ['12（其中女5）', null, 'NUMBER_UNREADABLE'],
      ['－12', null, 'NUMBER_NEGATIVE'], ['(12)', null, 'NUMBER_UNREADABLE'], ['1e3', null, 'NUMBER_UNREADABLE'], ['12元', null, 'NUMBER_UNREADABLE'],
    ])); // prettier-ignore
  it('money', () =>
    check('D', '涉案金额', 'amount', [
      [35000, '35000.00'], ['3.5万元', '35000.00'], ['3.5万', '35000.00'], ['￥1,234.5', '1234.50'], ['35000元', '35000.00'],
      [0.1 + 0.2, '0.30'], ['0.005', '0.01'], ['—', null], ['/', null], ['无', null], ['若干', null, 'NUMBER_UNREADABLE'],
      ['约3万元', null, 'NUMBER_APPROXIMATE'], ['3.5 万 元', '35000.00'], ['3.5万元整', '35000.00'], ['人民币3.5万元', '35000.00'], ['RMB 35,000', '35000.00'],
      ['３．５万元', '35000.00'], ['1,234,567.89', '1234567.89'], ['35，000', '35000.00'], ['1亿元', '100000000.00'],
      ['$100', null, 'NUMBER_UNREADABLE'], ['1.234,56', null, 'NUMBER_UNREADABLE'], ['12,34,567.89', null, 'NUMBER_UNREADABLE'], ['1,2万', null, 'NUMBER_UNREADABLE'],
      ['-1000', null, 'NUMBER_NEGATIVE'], ['３－５万元', null, 'NUMBER_APPROXIMATE'], ['12人', null, 'NUMBER_UNREADABLE'], ['3万5', null, 'NUMBER_UNREADABLE'],
    ])); // prettier-ignore
  it('a unit after the header holds for the cells that name none', () =>
    check('D', '涉案金额（万元）', 'amount', [
      ['3.5', '35000.00'], [3.5, '35000.00'], ['3.5万元', '35000.00'], ['35000元', '35000.00'], ['1,000', '10000000.00'], ['50%', null, 'NUMBER_PERCENT'],
    ])); // prettier-ignore
  it('a percentage is no count and no amount', async () => {
    const percents = ['50%', '５０％', '100 %', '0%'].map(text => [text, null, 'NUMBER_PERCENT'] as const);
    await check('E', '职工人数', 'staff', percents);
    await check('D', '涉案金额', 'amount', percents);
    const [unread] = await readTable('D', [{ 协议金额: '50%' }]);
    expect(unread).toMatchObject({
      rejected: false,
      values: { settlementAmount: null },
      issues: [{ code: 'NUMBER_PERCENT', severity: 'WARNING', value: '50%' }],
    });
  });
  it('an amount that a metric reads rejects its row, another leaves its cell empty', async () => {
    const [read, unread] = await readTable('D', [{ 涉案金额: '若干' }, { 协议金额: '若干' }]);
    expect(read).toMatchObject({ rejected: true });
    expect(unread).toMatchObject({
      rejected: false,
      values: { settlementAmount: null },
      issues: [{ severity: 'WARNING' }],
    });
  });
  it('scores and percentages', () =>
    check('A', '自评得分', 'selfScore', [
      ['95.5', '95.50'],
      ['95分', '95.00'],
      ['95%', '0.95', 'PERCENT_AS_NUMBER'],
      [88, '88.00'],
    ]));
  it('an empty number of applicants is one applicant', async () => {
    const rows = await readTable('D', [{ 申请人数: '' }, { 申请人数: '30人' }]);
    expect(rows.map(row => value(row, 'applicants'))).toEqual([1, 30]);
  });
});

describe('moments', () => {
  it('to the second, in Shanghai where no zone is named', async () => {
    const cases = [
      ['2022-06-07 12:30:45', '2022-06-07T04:30:45.000Z'], ['2022-06-07T12:30:45Z', '2022-06-07T12:30:45.000Z'], ['2022-06-07 12:30:45 +0800', '2022-06-07T04:30:45.000Z'],
      ['20220607123045', '2022-06-07T04:30:45.000Z'], [20220607123045, '2022-06-07T04:30:45.000Z'], ['2022年6月7日 下午1时30分', '2022-06-07T05:30:00.000Z'],
      // A serial that lost its format has not lost its time of day.
      ['44719.5', '2022-06-07T04:00:00.000Z'], [44719.5, '2022-06-07T04:00:00.000Z'], [44719, '2022-06-06T16:00:00.000Z'],
      [20220607, '2022-06-06T16:00:00.000Z'], ['2022-06-07 24:00:00', '2022-06-07T16:00:00.000Z'], ['2022-06-07 12:30:61', undefined],
    ] as const; // prettier-ignore
    const rows = await readTable('S', cases.map(([cell]) => ({ 签署时间: cell }))); // prettier-ignore
    expect(rows.map((row, i) => [cases[i]?.[0], value(row, 'signedAt') ?? undefined])).toEqual(cases);
  });
});

describe('dirt 6: codes damaged by a spreadsheet', () => {
  it('a number of few digits with an E in it is no damage', () =>
    check('D', '案号', 'caseNo', [['2E10', '2E10'], ['2E+10', null, 'CODE_SCIENTIFIC'], ['9.14502E17', null, 'CODE_SCIENTIFIC']])); // prettier-ignore
  it('identity numbers: lower case, full width and blanks are repaired, old ones asked for anew', async () => {
    const cases = [
      ['45020219900101004X', []], ['45020219900101004x', []], ['４５０２０２１９９００１０１００４Ｘ', []], ['450202 19900101 004X', []],
      ['450202900101004', ['ID_NUMBER_OLD']], ['450202199001010045', ['ID_NUMBER_INVALID']], ['450202199001010000', ['CODE_DIGITS_LOST']],
      ['4.50202E+17', ['CODE_SCIENTIFIC']], [450202199001010000, ['CODE_DIGITS_LOST']],
    ] as const; // prettier-ignore
    const rows = await readTable('C', cases.map(([cell]) => ({ 身份证号: cell }))); // prettier-ignore
    expect(rows.map((row, i) => [cases[i]?.[0], codes(row)])).toEqual(cases);
  });
  it('says how they were damaged', () =>
    check('E', '统一社会信用代码', 'uscc', [
      ['9.1450200E+17', null, 'CODE_SCIENTIFIC'],
      [914502000000000000, null, 'CODE_DIGITS_LOST'],
      ['914502001234567000', null, 'CODE_DIGITS_LOST'],
      ['9145020012345', null, 'USCC_LENGTH'],
    ]));
  it('rejects a damaged case number', () =>
    check('D', '案号', 'caseNo', [['2.02206E+15', null, 'CODE_SCIENTIFIC'], [20220607000123456, null, 'CODE_DIGITS_LOST'], [20220001, '20220001']])); // prettier-ignore
});

describe('dirt 7: credit codes', () => {
  it('repairs what is beyond doubt and says so', async () => {
    const repaired = ['91450200ma5kdem11m', '9145 0200 MA5KDEM11M', '91450200-MA5KDEM1-1M', '９１４５０２００ＭＡ５ＫＤＥＭ１１Ｍ', '9145O2OOMA5KDEM11M', '9I450200MA5KDEMI1M']; // prettier-ignore
    const rows = await readTable('E', repaired.map(code => ({ 统一社会信用代码: code }))); // prettier-ignore
    expect(rows.map(row => [value(row, 'uscc'), row.repaired, row.rejected, codes(row)])).toEqual(
      repaired.map(() => [uscc, true, false, ['USCC_REPAIRED']]),
    );
  });
  it('refuses the rest', () =>
    check('E', '统一社会信用代码', 'uscc', [
      [uscc2, uscc2],
      ['91450200MA5KDEM11N', null, 'USCC_CHECK'],
      ['9145O200MA5KDEM11N', null, 'USCC_CHECK'],
      ['91450200MA5KDEM11S', null, 'USCC_CHARACTER'],
      ['91450200MA5KDEM11', null, 'USCC_LENGTH'],
      ['', null, 'REQUIRED_EMPTY'],
    ]));
  it('a code is needed only where the row does not name the employer', async () => {
    const rows = await readTable('U', [{ 统一社会信用代码: '' }, { 统一社会信用代码: '', 企业名称: '' }]);
    expect(rows.map(row => [row.rejected, codes(row)])).toEqual([[false, []], [true, ['EMPLOYER_UNNAMED']]]); // prettier-ignore
  });
});

describe('dirt 8: names', () => {
  it('lose the blanks beside Chinese characters and keep the others', () =>
    check('E', '企业名称', 'name', [
      [' 甲子 商贸有限 公司 ', '甲子商贸有限公司'],
      ['甲子（柳东） 有限公司', '甲子（柳东）有限公司'],
      ['ABC  Trading 公司', 'ABC Trading公司'],
    ]));
});

describe('words and flags', () => {
  it.each([
    ['E', '所属区域', 'town', [['雒容镇', 'LUORONG'], ['雒容', 'LUORONG'], ['洛埠', 'LUOBU'], ['新区核心区', 'CORE'], ['官塘', 'CORE'], ['核心区', 'CORE'], ['鹿寨', null, 'WORD_UNKNOWN']]],
    ['E', '行业门类', 'industry', [['C', 'C'], ['制造业', 'C'], ['C36', 'C'], ['c3611', 'C'], ['36', 'C'], ['C 制造业', 'C'], ['农林牧渔业', 'A'], ['交通运输、仓储和邮政业', 'G'], ['C99', null, 'WORD_UNKNOWN'], ['A36', null, 'WORD_UNKNOWN'], ['互联网', null, 'WORD_UNKNOWN']]],
    ['E', '企业规模', 'size', [['大型', 'LARGE'], ['微', 'MICRO'], ['', null], ['巨型', null, 'WORD_UNKNOWN']]],
    ['E', '经营状态', 'status', [['在业', 'ACTIVE'], ['', 'ACTIVE'], ['歇业', 'SUSPENDED'], ['注销', 'CLOSED', 'CLOSED_WITHOUT_DATE']]],
    ['U', '建会形式', 'form', [['单独建会', 'OWN'], ['联合建会', 'JOINT'], ['区域行业覆盖', 'REGIONAL'], ['是', null, 'WORD_UNKNOWN']]],
    ['U', '职代会', 'congress', [['是', true], ['√', true], ['Y', true], ['有', true], [true, true], [1, true], ['否', false], ['×', false], ['无', false], ['/', null], ['也许', null, 'FLAG_UNREADABLE']]],
    ['D', '结案方式', 'outcome', [['调解成功', 'SETTLED'], ['调解不成', 'FAILED'], ['撤回', 'WITHDRAWN'], ['转仲裁', 'TO_ARBITRATION'], ['转诉讼', 'TO_COURT'], ['不予受理', 'NOT_ACCEPTED']]],
    ['D', '案由', 'cause', [['劳动报酬', '04'], ['解除、终止合同', '03'], ['加班费', '04'], ['拖欠工资', '04'], ['工伤保险待遇', '06'], ['失业保险待遇', '05'], ['未休年假', '04'], ['年休假', '07'], ['履行集体合同', '10'], ['其他', '99'], ['邻里纠纷', '99', 'CAUSE_UNKNOWN']]],
  ] as const)('%s %s', (form, header, field, cases) => check(form, header, field, cases)); // prettier-ignore
  it('an unknown word rejects only where the column is starred', async () => {
    const [size, town] = await readTable('E', [{ 企业规模: '巨型' }, { 所属区域: '鹿寨' }]);
    expect([size?.rejected, town?.rejected]).toEqual([false, true]);
  });
});
