import { CFB, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { zipOf } from './zip-file.ts';

/** A cell as a test writes it, whatever the kind of file. */
export type FileCell =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly error: string }
  | { readonly formula: string; readonly result: string | number }
  /** A number shown as a percentage. */
  | { readonly percent: number };

/** One sheet of a test's file; rows and columns from 1, merged ranges as A1:B2. */
export interface FileSheet {
  readonly name: string;
  readonly rows: readonly (readonly FileCell[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
}

const dayLength = 86_400_000;
const serial = (date: Date, epoch1904: boolean): number =>
  (date.getTime() - Date.UTC(epoch1904 ? 1904 : 1899, epoch1904 ? 0 : 11, epoch1904 ? 1 : 30)) / dayLength;

/** The sheets as an .xlsx workbook. */
export async function xlsxOf(sheets: readonly FileSheet[], epoch1904 = false): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = epoch1904;
  for (const { name, rows, merges = [], hiddenRows = [], hidden } of sheets) {
    const sheet = book.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const cell = sheet.getCell(r + 1, c + 1);
        const percent = value !== null && typeof value === 'object' && 'percent' in value;
        cell.value = (percent ? value.percent : value) as ExcelJS.CellValue;
        if (percent) cell.numFmt = '0.0%';
        if (value instanceof Date) cell.numFmt = 'yyyy"年"m"月"d"日"';
      }),
    );
    merges.forEach(range => sheet.mergeCells(range));
    hiddenRows.forEach(row => (sheet.getRow(row).hidden = true));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const xlsErrors: Readonly<Record<string, number>> = { '#DIV/0!': 7, '#REF!': 0x17, '#N/A': 0x2a };

function xlsCell(value: FileCell, epoch1904: boolean): CellObject | undefined {
  if (value === null || value === '') return undefined;
  if (value instanceof Date) return { t: 'n', v: serial(value, epoch1904), z: 'yyyy"年"m"月"d"日"' };
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (typeof value === 'boolean') return { t: 'b', v: value };
  if ('error' in value) return { t: 'e', v: xlsErrors[value.error] ?? 0x2a };
  if ('percent' in value) return { t: 'n', v: value.percent, z: '0.0%' };
  const { result } = value;
  return typeof result === 'number' ? { t: 'n', v: result } : { t: 's', v: result };
}

/** The sheets as an .xls workbook (BIFF8). */
export function xlsOf(sheets: readonly FileSheet[], epoch1904 = false): Uint8Array {
  const book = utils.book_new();
  book.Workbook = { WBProps: { date1904: epoch1904 }, Sheets: [] };
  for (const { name, rows, merges = [], hidden } of sheets) {
    const sheet: WorkSheet = {};
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const cell = xlsCell(value, epoch1904);
        if (cell) sheet[utils.encode_cell({ r, c })] = cell;
      }),
    );
    const width = Math.max(1, ...rows.map(row => row.length));
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: width } });
    sheet['!merges'] = merges.map(range => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
    book.Workbook.Sheets?.push({ Hidden: hidden ? 1 : 0 });
  }
  return withHiddenRow(
    new Uint8Array(write(book, { type: 'array', bookType: 'biff8', bookSST: true }) as ArrayBuffer),
    sheets.map(({ hiddenRows }) => hiddenRows?.[0]),
  );
}

/** The writer knows no hidden rows: each sheet's record of its window becomes the record of its first hidden row. */
function withHiddenRow(bytes: Uint8Array, hidden: readonly (number | undefined)[]): Uint8Array {
  const container = CFB.read(bytes, { type: 'array' });
  const content = CFB.find(container, 'Workbook')?.content;
  if (!content) throw new Error('no workbook stream');
  const stream = Buffer.from(content as Uint8Array);
  let sheet = -2; // the stream before the sheets begins like one
  for (let at = 0; at < stream.length - 4; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    if (type === 0x809) sheet++;
    const row = type === 0x23e ? hidden[sheet] : undefined;
    if (row === undefined) continue;
    stream.writeUInt16LE(0x208, at);
    stream.fill(0, at + 4, at + 4 + stream.readUInt16LE(at + 2));
    stream.writeUInt16LE(row - 1, at + 4);
    stream.writeUInt16LE(0x20, at + 16);
  }
  CFB.utils.cfb_add(container, 'Workbook', stream);
  return new Uint8Array(CFB.write(container, { type: 'array' }) as unknown as ArrayBuffer);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const paragraphs = (text: string): string =>
  text.split('\n').map(line => `<text:p>${escaped(line).replaceAll('  ', ' <text:s/>')}</text:p>`).join(''); // prettier-ignore

function odsCell(value: FileCell, more = ''): string {
  const cell = (attributes: string, shown = ''): string =>
    `<table:table-cell ${more} ${attributes}>${paragraphs(shown)}</table:table-cell>`;
  const number = (n: number): string => cell(`office:value-type="float" office:value="${n}"`, String(n));
  if (value === null || value === '') return `<table:table-cell ${more}/>`;
  if (value instanceof Date) {
    const iso = value.toISOString().slice(0, 19).replace('T00:00:00', '');
    return cell(`office:value-type="date" office:date-value="${iso}"`, iso);
  }
  if (typeof value === 'string') return cell('office:value-type="string" calcext:value-type="string"', value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean')
    return cell(`office:value-type="boolean" office:boolean-value="${value}"`, value ? '真' : '假');
  if ('error' in value)
    return cell('table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"', value.error); // prettier-ignore
  if ('percent' in value)
    return cell(`office:value-type="percentage" office:value="${value.percent}"`, `${value.percent * 100}%`);
  const formula = `table:formula="of:=${escaped(value.formula)}"`;
  if (typeof value.result === 'number')
    return cell(`${formula} office:value-type="float" office:value="${value.result}"`, String(value.result));
  return cell(`${formula} office:value-type="string" office:string-value="${value.result}"`, value.result);
}

/** The parts of an OpenDocument spreadsheet around these tables; `head` stands before the body. */
export function odsParts(tables: string, head = ''): Record<string, string> {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>${head}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  }; // prettier-ignore
}

function odsTable({ name, rows, merges = [], hiddenRows = [], hidden }: FileSheet): string {
  const ranges = merges.map(range => utils.decode_range(range));
  const lines = rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const begins = ranges.find(({ s }) => s.r === r && s.c === c);
      const covered = ranges.some(({ s, e }) => r >= s.r && r <= e.r && c >= s.c && c <= e.c);
      if (covered && !begins) return '<table:covered-table-cell/>';
      const span = begins && `table:number-columns-spanned="${begins.e.c - begins.s.c + 1}" table:number-rows-spanned="${begins.e.r - begins.s.r + 1}"`; // prettier-ignore
      return odsCell(value, span);
    });
    const attributes = hiddenRows.includes(r + 1) ? 'table:visibility="collapse"' : '';
    return `<table:table-row ${attributes}>${cells.join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
  });
  const rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'; // prettier-ignore
  return `<table:table table:name="${escaped(name)}" table:style-name="${hidden ? 'ta2' : 'ta1'}"><table:table-column table:number-columns-repeated="16384"/>${lines.join('')}${rest}</table:table>`;
}

/** The sheets as an .ods file, with the repeated empty cells and rows that office programs write behind the table. */
export function odsOf(sheets: readonly FileSheet[], epoch1904 = false): Promise<Buffer> {
  const settings = epoch1904 ? '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>' : ''; // prettier-ignore
  return zipOf(odsParts(settings + sheets.map(odsTable).join('')));
}
