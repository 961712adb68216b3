import ExcelJS from 'exceljs';
import { stampZip } from './stamp-zip.ts';
import type { Cell, SheetPlan } from './sheet-plan.ts';

const written = new Date('2026-01-01T00:00:00Z');

/** The sheets as the bytes of an .xlsx file; equal plans give equal bytes. */
export async function writeXlsx(sheets: readonly SheetPlan[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = '演示数据';
  book.created = written;
  book.modified = written;
  for (const plan of sheets)
    fillSheet(book.addWorksheet(plan.name, { state: plan.hidden ? 'hidden' : 'visible' }), plan);
  return stampZip(Buffer.from(await book.xlsx.writeBuffer()));
}

function fillSheet(sheet: ExcelJS.Worksheet, plan: SheetPlan): void {
  const width = plan.header.length;
  plan.titles.forEach((title, i) => {
    const row = sheet.addRow([title]);
    sheet.mergeCells(row.number, 1, row.number, width);
    row.font = i === 0 ? { bold: true, size: 16 } : { size: 11 };
    row.alignment = { horizontal: i === 0 ? 'center' : 'left' };
  });
  addHeader(sheet, plan);
  const first = sheet.rowCount + 1;
  for (const cells of plan.rows) {
    const row = sheet.addRow([...cells]);
    cells.forEach((cell, i) => {
      if (cell instanceof Date) row.getCell(i + 1).numFmt = 'yyyy/m/d';
    });
  }
  if (plan.mergedColumn !== undefined) mergeEqual(sheet, plan.mergedColumn + 1, first, sheet.rowCount);
  for (const cells of plan.footer) sheet.addRow([...cells]);
  plan.header.forEach((name, i) => (sheet.getColumn(i + 1).width = Math.max(10, name.length * 2.4)));
}

function addHeader(sheet: ExcelJS.Worksheet, plan: SheetPlan): void {
  if (!plan.groups) {
    sheet.addRow([...plan.header]).font = { bold: true };
    return;
  }
  const upper = sheet.addRow(plan.groups.map((group, i) => group || plan.header[i]));
  const lower = sheet.addRow(plan.header.map((name, i) => (plan.groups?.[i] ? name : null)));
  upper.font = lower.font = { bold: true };
  for (let i = 0; i < plan.header.length; i++) {
    if (!plan.groups[i]) sheet.mergeCells(upper.number, i + 1, lower.number, i + 1);
    else if (plan.groups[i] !== plan.groups[i - 1]) {
      let end = i;
      while (plan.groups[end + 1] === plan.groups[i]) end++;
      if (end > i) sheet.mergeCells(upper.number, i + 1, upper.number, end + 1);
    }
  }
}

function mergeEqual(sheet: ExcelJS.Worksheet, column: number, first: number, last: number): void {
  let start = first;
  for (let row = first + 1; row <= last + 1; row++) {
    const same = row <= last && sheet.getCell(row, column).value === sheet.getCell(start, column).value;
    if (same && row - start < 40) continue;
    if (row - 1 > start) sheet.mergeCells(start, column, row - 1, column);
    start = row;
  }
}

/** The sheet as a text table, titles and footer included. */
export function writeCsv(plan: SheetPlan, delimiter = ','): string {
  const lines: (readonly Cell[])[] = [
    ...plan.titles.map(t => [t]),
    plan.header,
    ...plan.rows,
    ...plan.footer,
  ];
  const write = (cell: Cell): string => csvCell(cell, delimiter);
  return lines.map(cells => cells.map(write).join(delimiter)).join('\r\n') + '\r\n';
}

function csvCell(cell: Cell, delimiter: string): string {
  const text = cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  const quoted = text.includes(delimiter) || /["\r\n]/.test(text);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}
