import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { stream, Worksheet } from 'exceljs';
import type { Day } from '../../kernel/days.ts';
import type { Message } from '../../kernel/errors.ts';
import type { Source } from '../define-source.ts';
import { faultHeader } from '../table/header-words.ts';
import { addNotes } from '../templates/notes-sheet.ts';
import type { SentColumn } from './sheet-columns.ts';

/** What is wrong with a rejected row; column null where the row as a whole is meant. */
export interface RejectFault {
  readonly column: string | null;
  readonly message: Message;
  /** To be looked at; it alone would have rejected nothing. */
  readonly advice: boolean;
}

/** A rejected row as it was sent. */
export interface RejectedRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly RejectFault[];
}

/** The rejected rows of one sheet. */
export interface RejectedSheet {
  readonly name: string;
  readonly source: Source;
  readonly statedOn: Day | null;
  readonly columns: readonly SentColumn[];
  readonly rows: AsyncIterable<RejectedRow>;
}

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const [red, grey] = [fill('FFFFC7C7'), fill('FFE4EBF2')];
/** Rows written before others get their turn. */
const stride = 200;

/**
 * Rejected rows as a workbook that can be mended and sent again: the sender's own headers and cells, every cell text and
 * none a formula, the faulty ones red with a comment, and a last column that says what is wrong.
 */
export async function rejectsWorkbook(
  sheets: readonly RejectedSheet[],
  notes: readonly string[],
): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const out = new PassThrough();
  const bytes = buffer(out);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
  });
  const names = new Set<string>();
  for (const sheet of sheets) await addSheet(book, sheet, sheetName(sheet.name, names));
  addNotes(
    book as unknown as Parameters<typeof addNotes>[0],
    [...new Set(sheets.map(sheet => sheet.source))],
    notes,
  );
  await book.commit();
  return bytes;
}

async function addSheet(book: stream.xlsx.WorkbookWriter, plan: RejectedSheet, name: string): Promise<void> {
  const { columns, statedOn } = plan;
  const headerRow = statedOn === null ? 1 : 2;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: headerRow }] });
  const last = columns.length + 1;
  columns.forEach((column, i) => (sheet.getColumn(i + 1).width = Math.max(12, column.header.length * 2.2)));
  sheet.getColumn(last).width = 60;
  if (statedOn !== null) {
    sheet.getCell(1, 1).value = `填报日期：${statedOn}`;
    sheet.getRow(1).commit();
  }
  [...columns.map(column => column.header), faultHeader].forEach((header, i) => {
    Object.assign(sheet.getCell(headerRow, i + 1), {
      value: header,
      font: { bold: true },
      fill: grey,
      numFmt: '@',
    });
  });
  sheet.getRow(headerRow).commit();
  let at = headerRow;
  for await (const row of plan.rows) {
    addRow(sheet, ++at, columns, row);
    if (at % stride === 0) await setImmediate();
  }
  sheet.commit();
}

function addRow(
  sheet: Worksheet,
  at: number,
  columns: readonly SentColumn[],
  { row, cells, faults }: RejectedRow,
): void {
  columns.forEach(({ key, canonical }, i) => {
    const own = faults.filter(one => !one.advice && one.column !== null && one.column === canonical);
    const text = cells[key];
    if (text === undefined && !own.length) return;
    const cell = sheet.getCell(at, i + 1);
    cell.value = text ?? '';
    cell.numFmt = '@';
    if (!own.length) return;
    cell.fill = red;
    cell.note = own
      .map(({ message }) => `${message.zh}\n${message.en}`)
      .join('\n')
      .slice(0, 2_000);
  });
  const told = sheet.getCell(at, columns.length + 1);
  const said = faults
    .map(({ message, advice }) => `${advice ? '（请核对）' : ''}${message.zh} ${message.en}`)
    .join('\n');
  told.value = `原第 ${row} 行 / row ${row}：${said}`.slice(0, 32_000);
  told.numFmt = '@';
  told.alignment = { wrapText: true, vertical: 'top' };
  sheet.getRow(at).commit();
}

/** A name that a workbook allows, and each only once. */
function sheetName(given: string, taken: Set<string>): string {
  const plain = given.replace(/[[\]:*?/\\'\p{Cc}\p{Cf}]/gu, '_').slice(0, 28) || '退回';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}
