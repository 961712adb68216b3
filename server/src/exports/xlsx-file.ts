import type { PassThrough } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { stream, Worksheet } from 'exceljs';
import type { Language } from '../access/viewer.ts';
import { cellOf, type Cell } from './cells.ts';
import { valueAt, type ExportColumn } from './export-columns.ts';
import type { FileContent } from './export.service.ts';
import { notesOf, notesTitle } from './notes.ts';

/** The last row a sheet can have; one is for the headings. */
export const mostSheetRows = 1_048_576 - 1;

/** Rows written before others get their turn. */
const stride = 100;
/** Bytes that may wait to be packed or sent before writing pauses. */
const mostWaiting = 1024 * 1024;
const longestCell = 32_767;

/** A list as a workbook, written to the stream as its rows are read; nothing but what waits to be sent is in memory. */
export async function writeXlsx(
  out: PassThrough,
  { columns, pages, notes }: FileContent,
  language: Language,
): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = book.addWorksheet(notes.title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  addHeadings(sheet, columns, language);
  let count = 0;
  for await (const rows of pages) {
    for (const row of rows) {
      const values = columns.map(({ field, path }) => valueOf(cellOf(field, valueAt(row, path), language)));
      sheet.addRow(values).commit();
      if (++count % stride !== 0) continue;
      await setImmediate();
      await untilSent(out, sheet);
    }
  }
  sheet.commit();
  addNotes(book, notesOf(notes, count, language), notesTitle(language));
  await book.commit();
}

function addHeadings(sheet: Worksheet, columns: readonly ExportColumn[], language: Language): void {
  columns.forEach(({ heading, field }, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = Math.min(40, Math.max(12, heading[language].length * 2.2));
    if (field.filter === 'day') column.numFmt = 'yyyy-mm-dd';
    if (field.filter === 'decimal') column.numFmt = '#,##0.00';
  });
  const row = sheet.addRow(columns.map(({ heading }) => inText(heading[language])));
  row.font = { bold: true };
  row.commit();
}

function addNotes(book: stream.xlsx.WorkbookWriter, notes: readonly [string, string][], title: string): void {
  const sheet = book.addWorksheet(title);
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 90;
  for (const [name, value] of notes) sheet.addRow([inText(name), inText(value)]).commit();
  sheet.commit();
}

type Value = number | Date | { richText: { text: string }[] } | null;

/** Numbers and days as such; every text as text of the cell itself, which is never read as a formula. */
function valueOf(cell: Cell | null): Value {
  if (!cell) return null;
  if (cell.kind === 'number') return Number(cell.text);
  if (cell.kind === 'day') return new Date(`${cell.text}T00:00:00Z`);
  return inText(cell.text);
}

const inText = (text: string): Value => ({ richText: [{ text: text.slice(0, longestCell) }] });

/** What exceljs keeps to itself: the streams into which its sheet is packed. It never waits for them, so we do. */
interface Packed {
  readonly stream: {
    readonly pipes: readonly { readonly _writableState: { readonly length: number } }[];
  };
}

async function untilSent(out: PassThrough, sheet: Worksheet): Promise<void> {
  const { pipes } = (sheet as unknown as Packed).stream;
  for (;;) {
    if (out.destroyed) throw new Error('nobody reads the file any more');
    const waiting = pipes.reduce((sum, pipe) => sum + pipe._writableState.length, out.readableLength);
    if (waiting <= mostWaiting) return;
    await setTimeout(10);
  }
}
