import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { DashboardHub } from './hub.ts';

/** A file as a person chooses it. */
interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A register with so many new certifications that meet every condition, and one row with an impossible date. */
export async function certifications(hub: DashboardHub, count: number): Promise<FilePayload> {
  const rows = await hub.owner<{ uscc: string; name: string }>(
    `select e.uscc, e.name from enterprise e where e.status = 'ACTIVE' and e.founded_on < '2026-01-01'
     and not exists (select from certification c where c.enterprise_id = e.id and c.certified_on is not null) order by e.id limit $1`,
    [count],
  );
  expect(rows).toHaveLength(count);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['统一社会信用代码', '企业名称', '申报日期', '自评参加人数', '工会代表人数', '职工代表人数', '厂内公示日期', '公示开始日期', '公示结束日期', '公示渠道', '认定日期']);
  const days = ['2026-09-01', 9, 3, 3, '2026-09-05', '2026-10-01', '2026-10-08', '网站、公告栏', '2026-10-20'];
  for (const { uscc, name } of rows) sheet.addRow([uscc, name, ...days]);
  sheet.addRow([rows[0]?.uscc, rows[0]?.name, '2026-02-31', ...days.slice(1)]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '认定台账 新增.xlsx', mimeType, buffer };
} // prettier-ignore
