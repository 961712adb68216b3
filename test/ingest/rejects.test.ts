import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { openDepartments, type Departments } from './departments.ts';
import { bookOf, firmWith, rejectsBook, rejectsHeader, rejectsUrl, rosterOf } from './rejects-support.ts';
import { uscc } from './support.ts';
import { openZip } from './zip-text.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'UNION');
});
afterAll(() => all.hub.close());
const fetchRejects = (id: string, role: Role | null = 'INDUSTRY', query = ''): Promise<Response> =>
  all.get(`/api/imports/${id}/rejects.xlsx${query}`, role);

describe('what was rejected', () => {
  test('comes back as it was sent, is mended in place, sent again and taken', async () => {
    const report = await all.send(
      'INDUSTRY',
      await bookOf(
        rosterOf(
          firmWith(1),
          firmWith(2, { 成立日期: '2015-02-31', 职工人数: '约12人' }),
          firmWith(3, { 信用代码: '9.145E+17' }),
          firmWith(4, { 企业名称: null }),
        ),
      ),
    );
    expect(report).toMatchObject({ inserted: 1, rejected: 3, statedOn: '2022-06-30' });
    const id = report.id;
    expect(await rejectsUrl(all, 'INDUSTRY', id)).toBe(`/api/imports/${id}/rejects.xlsx`);
    const { bytes, book } = await rejectsBook(await fetchRejects(id));
    const back = book.worksheets[0];
    expect(back?.getCell('A1').value).toBe('填报日期：2022-06-30');
    expect(back?.getRow(2).values).toEqual([undefined, ...rejectsHeader, '错误说明']);
    expect(back?.rowCount).toBe(5);
    const row = (n: number) => rejectsHeader.map((_, i) => back?.getCell(n, i + 1).value);
    expect(row(3)).toEqual([
      '2',
      uscc(2),
      '示例企业2',
      '雒容镇',
      '制造业',
      '约12人',
      '2015-02-31',
      '张三丰',
      '13812341234',
      '=1+1',
    ]);
    const faulty = back?.getCell('G3');
    expect(faulty?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
    expect(JSON.stringify(faulty?.note)).toMatch(/日历.*not a day/);
    expect(back?.getCell('F3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
    expect(back?.getCell('C3').fill ?? {}).not.toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
    expect(back?.getCell('K3').value).toMatch(/^原第 5 行 \/ row 5：.*约数/s);
    expect(back?.getCell('C5').fill).toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
    const parts = openZip(bytes);
    expect(parts.filter(part => /worksheets\/sheet/.test(part.name) && /<f[ >]/.test(part.text))).toEqual([]);
    if (!back) throw new Error('no sheet');
    back.getCell('F3').value = 12;
    back.getCell('G3').value = '2015-02-28';
    back.getCell('B4').value = uscc(3);
    back.getCell('C5').value = '示例企业4';
    const mended = await all.send('INDUSTRY', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(mended).toMatchObject({ rowsRead: 3, inserted: 3, rejected: 0, statedOn: '2022-06-30' });
    expect(mended.issues.map(one => one.code)).toEqual(['COLUMNS_UNKNOWN']);
    expect((await fetchRejects(mended.id)).status).toBe(404);
  });

  test('of a preview too, and with the headers that the department has saved', async () => {
    const save = `mutation { saveHeaderMapping(input: { form: E, header: "在岗人数", column: "职工人数" }) { mapping { id } } }`;
    await all.ask('INDUSTRY', save);
    const own = {
      ...rosterOf(firmWith(20, { 职工人数: '若干' })),
      header: rejectsHeader.map(name => (name === '职工人数' ? '在岗人数' : name)),
    };
    const report = await all.send('INDUSTRY', await bookOf(own), true);
    expect(report).toMatchObject({ rejected: 1 });
    const { book } = await rejectsBook(await fetchRejects(report.id));
    expect(book.worksheets[0]?.getCell('F2').value).toBe('在岗人数');
    expect(book.worksheets[0]?.getCell('F3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
  });

  test('under a two-row header each half is written so that it is found again', async () => {
    const codes = [uscc(1), '示例企业1', '独立建会', '2018-03-01', 5];
    const report = await all.send(
      'UNION',
      await bookOf({
        name: '工会',
        title: [
          ['', '', '', '', '', '集体合同', ''],
          ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '起始日期', '终止日期'],
        ].slice(0, 1),
        header: ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '起始日期', '终止日期'],
        rows: [[...codes, '2022-13-01', '2023-01-01']],
      }),
    );
    expect(report).toMatchObject({ rejected: 1 });
    const { book } = await rejectsBook(await fetchRejects(report.id, 'UNION'));
    const back = book.worksheets[0];
    expect(back?.getRow(1).values).toEqual([
      undefined,
      '统一社会信用代码',
      '企业名称',
      '建会形式',
      '建会日期',
      '会员人数',
      '集体合同起始日期',
      '集体合同终止日期',
      '错误说明',
    ]);
    if (!back) throw new Error('no sheet');
    back.getCell('F2').value = '2022-12-01';
    const mended = await all.send('UNION', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(mended).toMatchObject({ inserted: 1, rejected: 0 });
  });

  test.each(["=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(1)', '＝1＋1', '\t=1', '=HYPERLINK("http://x")'])(
    'a cell that begins like a formula goes back as text: %s',
    async text => {
      const report = await all.send(
        'INDUSTRY',
        await bookOf(rosterOf(firmWith(60, { 经办备注: text, 职工人数: null }))),
      );
      const { bytes, book } = await rejectsBook(await fetchRejects(report.id));
      const cell = book.worksheets[0]?.getCell('J3');
      expect(cell?.value).toBe(text.trim());
      expect(cell?.formula).toBe(undefined);
      const sheets = openZip(bytes).filter(part => /worksheets\/sheet/.test(part.name));
      expect(sheets.some(part => /<f[ >]|t="str"/.test(part.text))).toBe(false);
    },
  );
});
