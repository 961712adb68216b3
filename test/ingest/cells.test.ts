import { describe, expect, it } from 'vitest';
import { check, type Case } from './cell-cases.ts';
import { readTable, value } from './reading.ts';

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
