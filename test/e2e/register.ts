import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { DashboardHub } from './hub.ts';

/** A file as a person chooses it. */
export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A register with so many new certifications that meet every condition (of employers without one, unless any will do), and one row with an impossible date. */
export async function certifications(hub: DashboardHub, count: number, any = false): Promise<FilePayload> {
  const rows = await hub.owner<{ uscc: string; name: string }>(
    `select e.uscc, e.name from enterprise e where e.status = 'ACTIVE' and e.founded_on < '2026-01-01'
     and ($2 or not exists (select from certification c where c.enterprise_id = e.id and c.certified_on is not null)) order by e.id limit $1`,
    [count, any],
  );
  expect(rows).toHaveLength(count);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['统一社会信用代码', '企业名称', '申报日期', '自评参加人数', '工会代表人数', '职工代表人数', '厂内公示日期', '公示开始日期', '公示结束日期', '公示渠道', '认定日期']);
  const days = ['2026-09-01', 9, 3, 3, '2026-09-05', '2026-10-01', '2026-10-08', '网站、公告栏', '2026-10-20'];
  for (const { uscc, name } of rows) sheet.addRow([uscc, name, ...days]);
  sheet.addRow([rows[0]?.uscc, rows[0]?.name, '2026-02-31', ...days.slice(1)]);
  return workbook(book, '认定台账 新增.xlsx');
} // prettier-ignore

/** A workbook as a person chooses it. */
export async function workbook(book: ExcelJS.Workbook, name: string): Promise<FilePayload> {
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer };
}

/** A register whose only row has no code and a name that is nearly an employer's. */
export async function misspelt(hub: DashboardHub): Promise<{ file: FilePayload; name: string }> {
  const [employer] = await hub.owner<{ name: string }>(
    `select name from enterprise where name like '%有限公司' and status = 'ACTIVE' order by length(name) desc limit 1`,
    [],
  );
  const name = (employer?.name ?? '').replace('有限公司', '公司');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['统一社会信用代码', '企业名称', '申报日期']);
  sheet.addRow([null, name, '2026-09-09']);
  return { file: await workbook(book, '没有代码.xlsx'), name };
}
