import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { purgeRejects } from '../../server/src/ingest/rejects/purge.ts';
import { openContent } from '../../server/src/ingest/chunks.ts';
import { openZip } from './zip-text.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { writeWorkbook, uscc, type Cell, type SheetText } from './support.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
const folder = mkdtempSync(join(tmpdir(), 'hexie-rejects-'));
let serial = 0;
beforeAll(async () => {
  hub = await startHub();
  for (const role of ['INDUSTRY', 'HRSS', 'UNION', 'LEADER'] as const)
    tokens.set(role, await hub.token(role));
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const header = [
  '序号',
  '信用代码',
  '企业名称',
  '所属区域',
  '行业门类',
  '职工人数',
  '成立日期',
  '法定代表人',
  '联系电话',
  '经办备注',
];
const firm = (n: number, change: Partial<Record<string, Cell>> = {}): Cell[] => {
  const row: Record<string, Cell> = {
    序号: n, 信用代码: uscc(n), 企业名称: `示例企业${n}`, 所属区域: '雒容镇', 行业门类: '制造业', 职工人数: 10,
    成立日期: '2015-01-01', 法定代表人: '张三丰', 联系电话: '13812341234', 经办备注: '=1+1',
  }; // prettier-ignore
  return header.map(name => ({ ...row, ...change })[name] ?? null);
};
const sheet = (...rows: Cell[][]): SheetText => ({
  name: '名录',
  title: [['企业名录'], ['填报日期：2022-06-30']],
  header,
  rows,
});

interface Report {
  readonly id: string;
  readonly rowsRead: number;
  readonly inserted: number;
  readonly rejected: number;
  readonly statedOn: string | null;
  readonly issues: { code: string }[];
}

async function send(
  role: Role,
  sheets: readonly SheetText[] | Uint8Array,
  query = '?wait=true',
): Promise<Report[]> {
  const path = join(folder, `${++serial}.xlsx`);
  let bytes: Uint8Array;
  if (sheets instanceof Uint8Array) bytes = sheets;
  else {
    await writeWorkbook(path, sheets);
    bytes = new Uint8Array(await (await import('node:fs/promises')).readFile(path));
  }
  const body = new FormData();
  body.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), '名录 2022.xlsx');
  const response = await fetch(`${hub.origin}/api/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get(role) ?? ''}` },
    body,
  });
  return (await response.json()) as Report[];
}
const fetchRejects = (id: string, role: Role | null = 'INDUSTRY', query = ''): Promise<Response> =>
  fetch(`${hub.origin}/api/imports/${id}/rejects.xlsx${query}`, {
    headers: role ? { authorization: `Bearer ${tokens.get(role) ?? ''}` } : {},
  });
async function rejectsOf(id: string): Promise<{ bytes: Uint8Array; book: ExcelJS.Workbook }> {
  const response = await fetchRejects(id);
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  return { bytes, book };
}
const rejectsUrl = async (role: Role, id: string): Promise<unknown> => {
  const { data } = await hub.graphql(`query($id: ID!) { import(id: $id) { rejectsUrl } }`, {
    token: tokens.get(role) ?? '',
    variables: { id },
  });
  return (data?.['import'] as { rejectsUrl: string | null } | null)?.rejectsUrl;
};

describe('what was rejected', () => {
  test('comes back as it was sent, is mended in place, sent again and taken', async () => {
    const [report] = await send('INDUSTRY', [
      sheet(
        firm(1),
        firm(2, { 成立日期: '2015-02-31', 职工人数: '约12人' }),
        firm(3, { 信用代码: '9.145E+17' }),
        firm(4, { 企业名称: null }),
      ),
    ]);
    expect(report).toMatchObject({ inserted: 1, rejected: 3, statedOn: '2022-06-30' });
    const id = report?.id ?? '';
    expect(await rejectsUrl('INDUSTRY', id)).toBe(`/api/imports/${id}/rejects.xlsx`);
    const { bytes, book } = await rejectsOf(id);
    const back = book.worksheets[0];
    expect(back?.getCell('A1').value).toBe('填报日期：2022-06-30');
    expect(back?.getRow(2).values).toEqual([undefined, ...header, '错误说明']);
    expect(back?.rowCount).toBe(5);
    const row = (n: number) => header.map((_, i) => back?.getCell(n, i + 1).value);
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
    const [mended] = await send('INDUSTRY', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(mended).toMatchObject({ rowsRead: 3, inserted: 3, rejected: 0, statedOn: '2022-06-30' });
    expect(mended?.issues.map(one => one.code)).toEqual(['COLUMNS_UNKNOWN']);
    expect((await fetchRejects(mended?.id ?? '')).status).toBe(404);
  });

  test('of a preview too, and with the headers that the department has saved', async () => {
    const save = `mutation { saveHeaderMapping(input: { form: E, header: "在岗人数", column: "职工人数" }) { mapping { id } } }`;
    await hub.graphql(save, { token: tokens.get('INDUSTRY') ?? '' });
    const own = {
      ...sheet(firm(20, { 职工人数: '若干' })),
      header: header.map(name => (name === '职工人数' ? '在岗人数' : name)),
    };
    const [report] = await send('INDUSTRY', [own], '?wait=true&dryRun=true');
    expect(report).toMatchObject({ rejected: 1 });
    const { book } = await rejectsOf(report?.id ?? '');
    expect(book.worksheets[0]?.getCell('F2').value).toBe('在岗人数');
    expect(book.worksheets[0]?.getCell('F3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7C7' } });
  });

  test('under a two-row header each half is written so that it is found again', async () => {
    const codes = [uscc(1), '示例企业1', '独立建会', '2018-03-01', 5];
    const [report] = await send('UNION', [
      {
        name: '工会',
        title: [
          ['', '', '', '', '', '集体合同', ''],
          ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '起始日期', '终止日期'],
        ].slice(0, 1),
        header: ['统一社会信用代码', '企业名称', '建会形式', '建会日期', '会员人数', '起始日期', '终止日期'],
        rows: [[...codes, '2022-13-01', '2023-01-01']],
      },
    ]);
    expect(report).toMatchObject({ rejected: 1 });
    const response = await fetchRejects(report?.id ?? '', 'UNION');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
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
    expect(await send('UNION', new Uint8Array(await book.xlsx.writeBuffer()))).toMatchObject([
      { inserted: 1, rejected: 0 },
    ]);
  });

  test('is for its sender alone, and every time on record', async () => {
    const [report] = await send('INDUSTRY', [sheet(firm(30, { 职工人数: null }))]);
    const id = report?.id ?? '';
    const other = await hub.token('INDUSTRY');
    tokens.set('INDUSTRY', other);
    expect((await fetchRejects(id)).status).toBe(404);
    expect(await rejectsUrl('INDUSTRY', id)).toBe(null);
    expect((await fetchRejects(id, 'UNION')).status).toBe(404);
    expect((await fetchRejects(id, 'LEADER')).status).toBe(403);
    expect((await fetchRejects(id, null)).status).toBe(401);
    expect((await fetchRejects('no-such-id')).status).toBe(404);
    const [mine] = await send('INDUSTRY', [sheet(firm(31, { 职工人数: null }))]);
    await fetchRejects(mine?.id ?? '');
    await fetchRejects(mine?.id ?? '');
    expect((await fetchRejects(mine?.id ?? '', 'INDUSTRY', '?part=2')).status).toBe(404);
    expect((await fetchRejects(mine?.id ?? '', 'INDUSTRY', '?part=x')).status).toBe(400);
    const told = await hub.owner(
      `select kind, rows, name, actor like 'token:%' as token from disclosure where file_id = '${mine?.id}'`,
    );
    expect(told).toEqual(
      [1, 2].map(() => ({ kind: 'REJECTS', rows: 1, name: 'INDUSTRY test', token: true })),
    );
    const scope = { actor: 'test', towns: '*', channels: '*' } as const;
    for (const sql of ['delete from disclosure', `update disclosure set rows = 0`]) {
      await expect(hub.database.transaction(scope, query => query(sql))).rejects.toThrow();
    }
  });

  test('is gone after thirty days, with a word that says so, and out of what is kept', async () => {
    const [real] = await send('INDUSTRY', [sheet(firm(40), firm(41, { 职工人数: null }))]);
    const [preview] = await send('INDUSTRY', [sheet(firm(42, { 职工人数: null }))], '?wait=true&dryRun=true');
    hub.wait(29 * 86_400_000);
    expect((await fetchRejects(real?.id ?? '')).status).toBe(200);
    hub.wait(2 * 86_400_000);
    const gone = await fetchRejects(real?.id ?? '');
    expect([gone.status, ((await gone.json()) as { message: string }).message]).toEqual([
      404,
      expect.stringContaining('30 天'),
    ]);
    expect(await rejectsUrl('INDUSTRY', real?.id ?? '')).toBe(null);
    expect(await purgeRejects(hub.services)).toBeGreaterThan(1);
    const chunks = (id: string | undefined) =>
      hub.owner<{ content: Buffer }>(
        `select content from import_chunk c join import_sheet s on s.id = c.sheet_id where s.file_id = '${id}'`,
      );
    expect(await chunks(preview?.id)).toEqual([]);
    const [kept] = await chunks(real?.id);
    const content = kept && openContent(hub.services.vault, kept.content);
    expect(content?.rows).toEqual([4]);
    expect(Object.values(content?.raw ?? {}).every(cells => cells.length === 1)).toBe(true);
    expect(await purgeRejects(hub.services)).toBe(0);
  });
});
