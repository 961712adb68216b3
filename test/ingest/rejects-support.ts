import ExcelJS from 'exceljs';
import type { Role } from '../../server/src/access/roles.ts';
import type { Departments } from './departments.ts';
import { uscc, type Cell, type SheetText } from './support.ts';

export const rejectsHeader = [
  '序号', '信用代码', '企业名称', '所属区域', '行业门类', '职工人数', '成立日期', '法定代表人', '联系电话', '经办备注',
]; // prettier-ignore

/** A row of a roster with its own spelling of headers, and a remark that looks like a formula. */
export const firmWith = (n: number, change: Partial<Record<string, Cell>> = {}): Cell[] => {
  const row: Record<string, Cell> = {
    序号: n, 信用代码: uscc(n), 企业名称: `示例企业${n}`, 所属区域: '雒容镇', 行业门类: '制造业', 职工人数: 10,
    成立日期: '2015-01-01', 法定代表人: '张三丰', 联系电话: '13812341234', 经办备注: '=1+1',
  }; // prettier-ignore
  return rejectsHeader.map(name => ({ ...row, ...change })[name] ?? null);
};

/** A roster with a title and its day of report. */
export const rosterOf = (...rows: Cell[][]): SheetText => ({
  name: '名录',
  title: [['企业名录'], ['填报日期：2022-06-30']],
  header: rejectsHeader,
  rows,
});

/** The sheets as the bytes of a workbook. */
export async function bookOf(...sheets: readonly SheetText[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, header, rows, title = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of [...title, header, ...rows]) sheet.addRow([...row]);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What was rejected, as it comes back. */
export async function rejectsBook(
  response: Response,
): Promise<{ bytes: Uint8Array; book: ExcelJS.Workbook }> {
  if (response.status !== 200) throw new Error(await response.text());
  const bytes = new Uint8Array(await response.arrayBuffer());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  return { bytes, book };
}

/** The address of the rejects, as an import tells it to a reader. */
export async function rejectsUrl({ ask }: Departments, role: Role, id: string): Promise<unknown> {
  const { data } = await ask(role, `query($id: ID!) { import(id: $id) { rejectsUrl } }`, { id });
  return (data?.['import'] as { rejectsUrl: string | null } | null)?.rejectsUrl;
}
