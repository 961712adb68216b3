import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { employer, judged, type CellCase, type Kind } from './dirt.ts';
import { openBench, uscc, type ImportBench } from './support.ts';
import type { FileCell } from './table-files.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const check = async (
  kind: Kind,
  place: readonly [header: string, column: string],
  cases: readonly CellCase[],
  epoch1904 = false,
): Promise<void> => expect(await judged(bench, kind, 'E', employer, place, cases, epoch1904)).toEqual(cases);
const code = uscc(1);

describe('dirt 4: dates, through the front door', () => {
  const texts: readonly CellCase[] = [
    ['2012-6-7', '2012-06-07'], ['2012/6/7', '2012-06-07'], ['2012.6.7', '2012-06-07'], ['20120607', '2012-06-07'],
    ['2012年6月7日', '2012-06-07'], ['12-6-7', '2012-06-07'], ['２０１２－６－７', '2012-06-07'], ['　2012 年 6 月 7 日　', '2012-06-07'],
    ['2012-06-07 13:45:00', '2012-06-07'], ['2012/6/7 0:00', '2012-06-07'], ['41067', '2012-06-07'],
    ['2012.06', '2012-06-01', 'DATE_MONTH_ONLY'], ['2012年6月', '2012-06-01', 'DATE_MONTH_ONLY'], ['2012-6', '2012-06-01', 'DATE_MONTH_ONLY'],
    ['2012-02-30', null, 'DATE_IMPOSSIBLE'], ['2011-02-29', null, 'DATE_IMPOSSIBLE'], ['2012-13-01', null, 'DATE_IMPOSSIBLE'],
    ['20120631', null, 'DATE_IMPOSSIBLE'], ['2012.6.31', null, 'DATE_IMPOSSIBLE'], ['2012年0月1日', null, 'DATE_IMPOSSIBLE'],
    ['六月七日', null, 'DATE_UNREADABLE'], ['2012', null, 'DATE_UNREADABLE'], ['长期', null, 'DATE_UNREADABLE'],
    ['', null, 'REQUIRED_EMPTY'], ['—', null, 'REQUIRED_EMPTY'],
  ]; // prettier-ignore
  it('texts', () => check('csv', ['成立日期', 'founded_on'], texts));
  const cells: readonly CellCase[] = [
    [day(2012, 6, 7), '2012-06-07'], [new Date(Date.UTC(2012, 5, 7, 13, 45)), '2012-06-07'], [20120607, '2012-06-07'],
    [2012.06, '2012-06-01', 'DATE_MONTH_ONLY'], [2012.1, null, 'DATE_AMBIGUOUS'], [2012, null, 'DATE_UNREADABLE'], [true, null, 'DATE_UNREADABLE'],
  ]; // prettier-ignore
  it('cells of the 1900 system', () => check('xls', ['成立日期', 'founded_on'], [[41067, '2012-06-07'], ...cells])); // prettier-ignore
  it('cells of the 1904 system', () => check('xls', ['成立日期', 'founded_on'], [[39605, '2012-06-07'], ...cells], true)); // prettier-ignore
  it('cells of an OpenDocument sheet', () => check('ods', ['成立日期', 'founded_on'], [[41067, '2012-06-07'], ...cells])); // prettier-ignore
});

describe('dirt 5: numbers, through the front door', () => {
  const cases: readonly CellCase[] = [
    ['12', 12], ['1,200', 1200], ['１２', 12], ['１，２００', 1200], ['12人', 12], [' 12 人 ', 12], ['1.2万', 12_000],
    ['约12人', null, 'NUMBER_APPROXIMATE'], ['10余人', null, 'NUMBER_APPROXIMATE'], ['5-8', null, 'NUMBER_APPROXIMATE'],
    ['5～8人', null, 'NUMBER_APPROXIMATE'], ['近百', null, 'NUMBER_APPROXIMATE'], ['十二', null, 'NUMBER_UNREADABLE'],
    ['12.5', null, 'NUMBER_NOT_WHOLE'], ['50%', null, 'NUMBER_PERCENT'], ['100%', null, 'NUMBER_PERCENT'], ['-1', null, 'NUMBER_NEGATIVE'], ['—', null, 'REQUIRED_EMPTY'], ['/', null, 'REQUIRED_EMPTY'],
  ]; // prettier-ignore
  it.each(['csv', 'ods'] as const)('counts as text in .%s', kind =>
    check(kind, ['职工人数', 'staff'], cases),
  );
  it('counts as numbers', () => check('xls', ['职工人数', 'staff'], [[12, 12], [11.999999999999998, 12], [12.5, null, 'NUMBER_NOT_WHOLE'], [-3, null, 'NUMBER_NEGATIVE'], [{ percent: 0.5 }, null, 'NUMBER_PERCENT'], [{ percent: 12 }, null, 'NUMBER_PERCENT'], [{ formula: 'SUM(5,7)', result: 12 }, 12], [{ error: '#N/A' }, null, 'ERROR_CELL']])); // prettier-ignore
  it('a unit after the header is taken off and applied', () =>
    check('ods', ['职工人数（万人）', 'staff'], [[0.5, 5000], ['0.5', 5000], ['12人', 12], ['0.3万人', 3000]])); // prettier-ignore
});

describe('dirt 6 and 7: codes, through the front door', () => {
  const lower = (text: string): string => text.toLowerCase();
  it('damaged beyond repair', () =>
    check('xls', ['统一社会信用代码', 'uscc'], [
      ['9.1450200E+17', null, 'CODE_SCIENTIFIC'], [914502000000000000, null, 'CODE_DIGITS_LOST'], ['914502001234567000', null, 'CODE_DIGITS_LOST'],
      [code.slice(0, 17), null, 'USCC_LENGTH'], [`${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`, null, 'USCC_CHECK'],
    ])); // prettier-ignore
  it('repaired and reported', () => {
    const n = (i: number): string => uscc(i);
    const full = (text: string): string => text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)); // prettier-ignore
    return check('xlsx', ['统一社会信用代码', 'uscc'], [
      [n(501), n(501)],
      [` ${n(502).slice(0, 8)} ${n(502).slice(8)} `, n(502), 'USCC_REPAIRED'],
      [`${n(503).slice(0, 8)}-${n(503).slice(8, 17)}-${n(503).slice(17)}`, n(503), 'USCC_REPAIRED'],
      [full(n(504)), n(504), 'USCC_REPAIRED'],
      [n(505).replaceAll('0', 'O'), n(505), 'USCC_REPAIRED'],
      [n(506).replace('1', 'I'), n(506), 'USCC_REPAIRED'],
      [lower('91450200MA5KDEM11M'), '91450200MA5KDEM11M', 'USCC_REPAIRED'],
    ]); // prettier-ignore
  });
});

describe('dirt 6: identity numbers, through the front door', () => {
  const contract = (n: number): Record<string, FileCell> => ({
    合同编号: `合${n}`, 统一社会信用代码: uscc(1), 劳动者姓名: '示例人', 身份证号: '', 合同类型: '无固定期限', 签订日期: '2020-01-01', 起始日期: '2020-01-01', 签订方式: '电子',
  }); // prettier-ignore
  it.each(['xls', 'csv'] as const)('in .%s', async kind => {
    const cases: CellCase[] = [
      ['450202199001010000', null, 'CODE_DIGITS_LOST'], ['4.50202E+17', null, 'CODE_SCIENTIFIC'], ['450202199002300017', null, 'ID_NUMBER_INVALID'],
      ['4502021990010', null, 'ID_NUMBER_INVALID'], ...(kind === 'xls' ? [[450202199001010000, null, 'CODE_DIGITS_LOST'] as const] : []),
    ]; // prettier-ignore
    expect(await judged(bench, kind, 'C', contract, ['身份证号', 'id_number_mask'], cases)).toEqual(cases);
  });
});

describe('dirt 11: what a cell can be, through the front door', () => {
  const common: readonly CellCase[] = [
    [{ formula: '"丁"&"公司"', result: '丁公司' }, '丁公司'], [{ error: '#N/A' }, null, 'ERROR_CELL'], [{ error: '#REF!' }, null, 'ERROR_CELL'],
    ['#N/A', null, 'ERROR_CELL'], ["=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"],
  ]; // prettier-ignore
  it.each(['xlsx', 'xls', 'ods', 'csv'] as const)('in .%s', kind =>
    check(kind, ['企业名称', 'name'], common),
  );
  it('control characters are no part of a name', () =>
    check('xls', ['企业名称', 'name'], [['戊\u0000\u0007公司', '戊公司'], ['己\u202e公司\u200b', '己公司']])); // prettier-ignore
});
