import { describe, expect, it } from 'vitest';
import { lastRecords } from '../../server/src/ingest/file/csv-tail.ts';
import { csvOf, faultless, readHere, refusalOf, uscc, uscc2, value } from './reading.ts';

const header = [...Object.keys(faultless.E), '注册地址'];
const row = (name: string, address: string, code = uscc): string[] => [
  code,
  name,
  '雒容镇',
  'C',
  '10',
  '2010-01-01',
  address,
];
const read = (text: string) => readHere('名录.csv', Buffer.from(text));
const refused = async (text: string): Promise<unknown> =>
  read(text).then(
    () => 'read',
    (error: unknown) => error,
  );

describe('a quote that is never closed', () => {
  const good = csvOf([header, row('甲公司', '一路'), row('乙公司', '二路\n三楼')]);
  it.each([
    ['to the end of the file', `${good}\r\n${uscc2},"丙公司,洛埠镇,C,1,2010-01-01,三路\r\n`, 4, 5],
    [
      'until another opens',
      `${good}\r\n${uscc2},"丙公司,洛埠镇,C,1,2010-01-01,三路\r\n${uscc2},"丁公司",洛埠镇,C,1,2010-01-01,三路`,
      4,
      5,
    ],
    ['below a line that names the separator', `sep=,\r\n${good}\r\n${uscc2},"丙公司,洛埠镇`, 4, 6],
  ])('%s is refused with its place', async (_, text, at, line) => {
    const params = { sheet: '名录', row: at, line, column: 2 };
    const refusal = await refused(text);
    expect(refusal).toMatchObject({ code: 'QUOTE_NOT_CLOSED', params });
    expect(refusal).toMatchObject({
      text: {
        zh: expect.stringContaining(`第 ${at} 行（文本第 ${line} 行）第 2 列`),
        en: expect.stringContaining(`row ${at} (line ${line} of the text), column 2`),
      },
    });
  });
  it('inside a field it is text, and blanks behind a closing one are none', async () => {
    const [sheet] = await read(
      `${header.join(',')}\n${row('6"管件公司', '"甲"路').join(',')}\n${uscc2},"乙,公司" ,洛埠镇,C,1,2010-01-01,"三路"\n`,
    );
    expect(sheet?.rows.map(each => [value(each, 'name'), value(each, 'address'), each.rejected])).toEqual([
      ['6"管件公司', '"甲"路', false],
      ['乙,公司', '三路', false],
    ]);
  });
});

describe('the last rows, looked at first', () => {
  it('a quoted cell with more separators than there may be columns is one cell', async () => {
    const [sheet] = await read(csvOf([header, row('甲公司', 'a,'.repeat(300))]));
    expect(sheet?.rows).toMatchObject([{ rejected: false, values: { address: 'a,'.repeat(300) } }]);
    expect(await refusalOf(read(`${csvOf([header, row('甲公司', '')])}\n${'a,'.repeat(300)}`))).toBe(
      'TOO_MANY_COLUMNS',
    );
  });
  it('a day inside a quoted cell is not the day of the report', async () => {
    const remark = '注册地址：\n填报日期：2022-01-31\n填表人：某某';
    const [sheet] = await read(`${csvOf([header, row('甲公司', remark), row('乙公司', '二路', uscc2)])}\r\n`);
    expect(sheet?.rows).toHaveLength(2);
    expect([sheet?.sheet.statedOn, sheet?.end.statedOn]).toEqual([null, null]);
    const [footed] = await read(
      `${csvOf([header, row('甲公司', remark), ['填表人：某某', '填报日期：2022-06-30']])}\r\n`,
    );
    expect([footed?.sheet.statedOn, footed?.end.statedOn]).toEqual(['2022-06-30', '2022-06-30']);
  });
  it.each([
    ['cut between rows', 'x,y\n1,"a,b"\n2,c\n', [['1', 'a,b'], ['2', 'c']]],
    ['cut inside quotes', 'x\ny",z\n1,"a\nb"\n', undefined],
    ['perhaps cut inside quotes', 'x\n1,6"\n3,4\n', undefined],
    ['no quote at all', 'x\r1,2\r3,4', [['1', '2'], ['3', '4']]],
    ['one line', 'x,y', []],
  ])('%s', (_, tail, records) => expect(lastRecords(tail, ',')).toEqual(records)); // prettier-ignore
});
