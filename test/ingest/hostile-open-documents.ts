import { header, hostile, noise, row } from './hostile-file.ts';
import { entryOf, filled, rawZip } from './raw-zip.ts';
import { odsParts } from './table-files.ts';
import { zipOf } from './zip-file.ts';

const mega = 1024 * 1024;
const line = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row ${attributes}>${cells.map(text => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const table = (rows: string): string =>
  `<table:table table:name="表">${line(header)}${line(row)}${rows}</table:table>`;
const ods = (rows: string, more: Record<string, string> = {}): Promise<Buffer> =>
  zipOf({ ...odsParts(table(rows)), ...more });
const cell = (attributes: string, inside = '<text:p>1</text:p>'): string =>
  `<table:table-row><table:table-cell ${attributes}>${inside}</table:table-cell></table:table-row>`;
const empty = '<table:table-cell table:number-columns-repeated="16384"/>';

/** OpenDocument spreadsheets: repeated cells above all. */
export const openDocuments = [
  hostile('a million blank rows in one tag', 'e.ods', 'CLEAN', () => ods(`<table:table-row table:number-rows-repeated="1048570">${empty}</table:table-row>`)),
  hostile('a million blank rows one by one', 'e.ods', 'CLEAN', () => ods('<table:table-row><table:table-cell/></table:table-row>'.repeat(400_000))),
  hostile('a filled row two hundred thousand times', 'e.ods', 'ROW_REPEATED', () => ods(line(row, 'table:number-rows-repeated="200000"'))),
  hostile('a filled row two thousand million times', 'e.ods', 'TOO_MANY_ROWS', () => ods(line(row, 'table:number-rows-repeated="2147483647"'))),
  hostile('a filled cell 16,384 times', 'e.ods', 'TOO_MANY_COLUMNS', () => ods(cell('table:number-columns-repeated="16384"'))),
  hostile('counts that are none', 'e.ods', 'CLEAN', () => ods(cell('table:number-columns-repeated="-1"') + cell('table:number-columns-repeated="1e9"') + cell('table:number-columns-repeated="99999999999999"', ''))),
  hostile('a range over everything', 'e.ods', 'CLEAN', () => ods(cell('table:number-columns-spanned="16384" table:number-rows-spanned="1048576"') + line(row))),
  hostile('blanks without end', 'e.ods', 'CELL_TOO_LONG', () => ods(cell('', `<text:p>x${'<text:s text:c="999999999"/>'.repeat(100)}x</text:p>`))),
  hostile('a cell of 6 MB', 'e.ods', 'CELL_TOO_LONG', () => ods(cell('', `<text:p>${noise(6 * mega)}</text:p>`))),
  hostile('a cell of 64 MB', 'e.ods', 'PACKED_TOO_TIGHTLY', () => rawZip([entryOf('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), filled('content.xml', 64, 'x')])),
  hostile('tables inside cells', 'e.ods', 'CLEAN', () => ods(cell('', `${'<table:table table:name="x" table:is-sub-table="true"><table:table-row><table:table-cell>'.repeat(1000)}${'</table:table-cell></table:table-row></table:table>'.repeat(1000)}`))),
  hostile('a sheet that only a comment names', 'e.ods', 'DAMAGED_FILE', () => zipOf(odsParts(`<!-- <table:table table:name="x"> -->${table('')}`))),
  hostile('an external entity', 'e.ods', 'UNSAFE_FILE', () => ods('', { 'content.xml': `<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>${odsParts(table('<x>&y;</x>'))['content.xml']?.replace(/<\?xml[^>]*>/, '')}` })),
  hostile('broken XML', 'e.ods', 'DAMAGED_FILE', () => ods('<table:table-row>')),
  hostile('control characters', 'e.ods', 'DAMAGED_FILE', () => ods(line(['\u0001']))),
  hostile('201 sheets', 'e.ods', 'TOO_MANY_SHEETS', () => zipOf(odsParts('<table:table table:name="x"/>'.repeat(201)))),
  hostile('a document of another kind', 'e.ods', 'NOT_A_WORKBOOK', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })),
  hostile('no spreadsheet inside', 'e.ods', 'NOT_A_WORKBOOK', () => zipOf({ 'content.xml': '<office:document-content/>' })),
  hostile('a password', 'e.ods', 'ENCRYPTED', () => ods('', { 'META-INF/manifest.xml': '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>', 'content.xml': noise(500) })),
  hostile('a password of the newer kind', 'e.ods', 'ENCRYPTED', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'encrypted-package': noise(500) })),
  hostile('33 MB', 'e.ods', 'FILE_TOO_LARGE', () => rawZip([...Object.entries(odsParts(table(''))).map(([name, content]) => entryOf(name, content)), { ...filled('Pictures/x', 33), packed: Buffer.alloc(33 * mega, ' '), method: 0 }])),
]; // prettier-ignore
