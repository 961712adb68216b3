import { header, hostile, noise, row } from './hostile-file.ts';
import { sheetOf } from './reading.ts';
import { entryOf, filled, rawZip } from './raw-zip.ts';
import { parts, textRow, zipOf } from './zip-file.ts';

const mega = 1024 * 1024;
const rows = `${textRow(1, header)}${textRow(2, row)}`;
const sheet = (more: string, tail = ''): Promise<Buffer> =>
  zipOf(parts(`<sheetData>${rows}${more}</sheetData>${tail}`));
const entity = (declared: string): Promise<Buffer> =>
  zipOf(parts(`<sheetData>${textRow(1, ['&y;'])}</sheetData>`, { prolog: `<!DOCTYPE x [${declared}]>` }));
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const inPart = (name: string, content: string): Buffer =>
  rawZip(Object.entries({ ...parts(`<sheetData>${rows}</sheetData>`), [name]: content }).map(([key, value]) => entryOf(key, value))); // prettier-ignore

/** Where a test listens for a reader that follows an address. */
export const listening = { port: 9 };

/** Workbooks in .xlsx: what the XML inside can do. */
export const workbooks = [
  hostile('a cell of 64 MB', 'e.xlsx', 'PACKED_TOO_TIGHTLY', () => rawZip([...Object.entries(parts('')).filter(([name]) => !name.includes('sheet1')).map(([name, content]) => entryOf(name, content)), filled('xl/worksheets/sheet1.xml', 64, 'x')])),
  hostile('a cell of 6 MB that hardly packs', 'e.xlsx', 'CELL_TOO_LONG', () => sheet(textRow(3, [noise(6 * mega)]))),
  hostile('an attribute of 6 MB', 'e.xlsx', 'CELL_TOO_LONG', () => sheet(`<row r="3" x="${noise(6 * mega)}"/>`)),
  hostile('a comment of 6 MB', 'e.xlsx', 'CELL_TOO_LONG', () => sheet(`<!-- ${noise(6 * mega)} -->`)),
  hostile('one long shared string in 12,000 cells', 'e.xlsx', 'CELL_TOO_LONG', () => {
    const cells = Array.from({ length: 60 }, (_, r) => `<row r="${r + 3}">${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`).join('');
    return zipOf(parts(`<sheetData>${rows}${cells}</sheetData>`, { strings: `<si><t>${noise(32_000)}</t></si>` }));
  }),
  hostile('a shared string that is not there', 'e.xlsx', 'DAMAGED_CELL', () => sheet('<row r="3"><c r="B3" t="s"><v>999999</v></c></row>')),
  hostile('a cell in the last corner', 'e.xlsx', 'TOO_MANY_COLUMNS', () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  hostile('a cell in the last row', 'e.xlsx', 'CLEAN', () => sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
  hostile('a column beyond the last', 'e.xlsx', 'TOO_MANY_COLUMNS', () => sheet('<row r="3"><c r="ZZZZZZZZ3"><v>1</v></c></row>')),
  hostile('a row beyond the last', 'e.xlsx', 'TOO_MANY_ROWS', () => sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
  hostile('a row below zero', 'e.xlsx', 'DAMAGED_FILE', () => sheet('<row r="-5"><c><v>1</v></c></row>')),
  hostile('rows that run upwards', 'e.xlsx', 'DAMAGED_FILE', () => sheet(textRow(1, row))),
  hostile('a number that is none', 'e.xlsx', 'CLEAN', () => sheet('<row r="3"><c r="A3"><v>NaN</v></c><c r="B3"><v>1e999</v></c><c r="C3"><v>-0</v></c><c r="D3" s="99999"><v>5</v></c></row>')),
  hostile('styles to the last column', 'e.xlsx', 'CLEAN', () => sheet(`<row r="3">${'<c s="0"/>'.repeat(16_384)}</row>`)),
  hostile('16,384 filled columns', 'e.xlsx', 'TOO_MANY_COLUMNS', () => sheet(`<row r="3">${'<c><v>1</v></c>'.repeat(16_384)}</row>`)),
  hostile('a million blank rows', 'e.xlsx', 'CLEAN', () => sheet(Array.from({ length: mega - 4 }, (_, i) => `<row r="${i + 3}"/>`).join(''))),
  hostile('everything merged', 'e.xlsx', 'CLEAN', () => sheet('', '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>')),
  hostile('300,000 merged ranges', 'e.xlsx', 'TOO_MANY_MERGES', () => sheet('', `<mergeCells>${Array.from({ length: 300_000 }, (_, i) => `<mergeCell ref="A${i + 3}:B${i + 3}"/>`).join('')}</mergeCells>`)),
  hostile('an external entity', 'e.xlsx', 'UNSAFE_FILE', () => entity('<!ENTITY y SYSTEM "file:///etc/passwd">')),
  hostile('an entity on the network', 'e.xlsx', 'UNSAFE_FILE', () => entity(`<!ENTITY y SYSTEM "http://127.0.0.1:${listening.port}/x">`)),
  hostile('a billion laughs', 'e.xlsx', 'UNSAFE_FILE', () => entity(`<!ENTITY l0 "ha">${laughs}<!ENTITY y "&l9;">`)),
  hostile('an entity among the shared strings', 'e.xlsx', 'UNSAFE_FILE', () => inPart('xl/sharedStrings.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst/>')),
  hostile('an entity in the list of sheets', 'e.xlsx', 'UNSAFE_FILE', () => inPart('xl/workbook.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>')),
  hostile('a sheet that lies outside', 'e.xlsx', 'DAMAGED_FILE', () => inPart('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>')),
  hostile('201 sheets', 'e.xlsx', 'TOO_MANY_SHEETS', () => inPart('xl/workbook.xml', `<workbook><sheets>${'<sheet name="x" sheetId="1" r:id="r1"/>'.repeat(201)}</sheets></workbook>`)),
  hostile('tags a hundred thousand deep', 'e.xlsx', 'CLEAN', () => sheet('<x>'.repeat(100_000) + '</x>'.repeat(100_000))),
  hostile('a tag that never ends', 'e.xlsx', 'DAMAGED_FILE', () => sheet('<row r="3" ')),
  hostile('a format that takes a program long', 'e.xlsx', 'CLEAN', () => zipOf(parts(`<sheetData>${rows}<row r="3"><c s="1"><v>1</v></c></row></sheetData>`, { styles: `<numFmts><numFmt numFmtId="176" formatCode="${'['.repeat(65_536)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>` }))),
  hostile('cells that take a program long', 'e.xlsx', 'CLEAN', () => sheet(Array.from({ length: 40 }, (_, i) => textRow(i + 3, header.map((_, c) => (c === 0 ? row[0] ?? '' : `${'甲('.repeat(i)}x${' '.repeat(32_000)}1`)))).join(''))),
  hostile('formulas that call programs', 'e.xlsx', 'CLEAN', () => sheetOf([header, row, [{ formula: "cmd|'/c calc'!A1" }, { formula: 'WEBSERVICE("http://127.0.0.1:9/")', result: 'x' }]])),
  hostile('headers out of JavaScript', 'e.xlsx', 'CLEAN', () => sheetOf([[...header, '__proto__', 'constructor', '__proto__'], [...row, 'polluted', 'x', 'y']])),
]; // prettier-ignore
