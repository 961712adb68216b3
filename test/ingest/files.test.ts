import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import {
  codes,
  csvOf,
  readBytes,
  readTable,
  refusalOf,
  sheetOf,
  tableOf,
  uscc,
  value,
  workbook,
} from './reading.ts';
import { parts, textRow, zipOf } from './zip-file.ts';

const header = ['统一社会信用代码', '企业名称', '所属区域', '行业门类', '职工人数', '成立日期'];
const row = [uscc, '甲公司', '雒容镇', 'C', '10', '2010-01-01'];
const good = { rejected: false, values: { uscc, name: '甲公司', staff: 10, foundedOn: '2010-01-01' } };

describe('text tables', () => {
  const table = csvOf([header, row]);
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  // 甲公司 … in GBK, written out: no encoder for it is at hand.
  const gbk = Buffer.from(
    'cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cc6f3d2b5c3fbb3c62ccbf9caf4c7f8d3f22cd0d0d2b5c3c5c0e02cd6b0b9a4c8cbcafd2cb3c9c1a2c8d5c6da0d0a' +
      `${Buffer.from(uscc).toString('hex')}2cbcd7b9abcbbe2cc2e5b2b42c432c31302c323031302d30312d3031`,
    'hex',
  );
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16LE with a mark', utf16(`\ufeff${table}`)],
    ['UTF-16LE without a mark', utf16(table)],
    ['semicolons', Buffer.from(csvOf([header, row], ';'))],
    ['tabs', Buffer.from(csvOf([header, row], '\t'))],
    ['tabs in UTF-16LE, as Excel saves Unicode text', utf16(`\ufeff${csvOf([header, row], '\t')}`)],
    ['a sep= line', Buffer.from(`sep=;\r\n${csvOf([header, row], ';')}`)],
    ['line feeds only', Buffer.from(table.replaceAll('\r\n', '\n'))],
    ['trailing commas and blank lines', Buffer.from(`${table},,,\r\n,,,\r\n\r\n`)],
    ['codes guarded from Excel', Buffer.from(table.replace(uscc, `="${uscc}"`))],
  ])('%s', async (_, bytes) => {
    const [read] = await readBytes('名录.csv', bytes);
    expect(read?.sheet).toMatchObject({ form: 'E', name: '名录' });
    expect(read?.rows).toMatchObject([{ row: 2, ...good }]);
  });
  it('GB18030', async () => {
    const [read] = await readBytes('e.csv', gbk);
    expect(read?.sheet.form).toBe('E');
    expect(read?.rows[0]?.values).toMatchObject({ uscc, name: '甲公司', staff: 10 });
  });
  it('numbers rows as a spreadsheet does: a quoted line break stays in its row', async () => {
    const text = csvOf([['企业名录'], [], header, [uscc, '甲\n公司', ...row.slice(2)], row]);
    const [read] = await readBytes('e.csv', Buffer.from(text));
    expect(read?.rows.map(one => [one.row, value(one, 'name')])).toEqual([[4, '甲公司'], [5, '甲公司']]); // prettier-ignore
  });
});

describe('dirt 11: what cells of a workbook can be', () => {
  it('formulas with their result, errors, rich text, links', async () => {
    const rows = await readTable('E', [
      {
        职工人数: { formula: 'SUM(1,9)', result: 10 },
        企业名称: { formula: '"甲"&"公司"', result: '甲公司' },
      },
      { 职工人数: { formula: 'A1' } },
      { 职工人数: { error: '#N/A' } },
      { 企业规模: { error: '#REF!' } },
      { 职工人数: { formula: 'A1', result: { error: '#DIV/0!' } } },
      { 企业名称: { richText: [{ text: '甲' }, { font: { bold: true }, text: '公司' }] } },
      { 企业名称: { text: '甲公司', hyperlink: 'https://example.invalid' } },
      { 企业名称: "=cmd|'/c calc'!A1" },
    ]);
    expect(rows.map(one => [value(one, 'name'), value(one, 'staff'), one.rejected, ...codes(one)])).toEqual([
      ['甲公司', 10, false],
      ['甲公司', null, true, 'FORMULA_WITHOUT_VALUE'],
      ['甲公司', null, true, 'ERROR_CELL'],
      ['甲公司', 10, false, 'ERROR_CELL'],
      ['甲公司', null, true, 'ERROR_CELL'],
      ['甲公司', 10, false],
      ['甲公司', 10, false],
      ["=cmd|'/c calc'!A1", 10, false],
    ]);
  });
  it('shared strings without their phonetic guides, escapes, Chinese date formats, numbered and unnumbered cells', async () => {
    const strings =
      '<si><r><t>甲</t></r><r><t>公</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><t>司_x000D__x0000_</t></si>';
    const styles = '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs>'; // prettier-ignore
    const cells = (date: string): string => `<c t="inlineStr"><is><t>${uscc}</t></is></c><c t="s"><v>0</v></c><c t="str"><v>雒容镇</v></c><c t="inlineStr"><is><r><t>C</t></r></is></c><c><v>10</v></c>${date}`; // prettier-ignore
    const sheet = `<dimension ref="A1:XFD9"/><sheetData>${textRow(1, header)}<row>${cells('<c s="1"><v>40179</v></c>')}</row><row r="7">${cells('<c r="F7" s="2"><v>40179.75</v></c><c r="XFD7" s="1"/>')}</row><row r="1048576"/></sheetData>`; // prettier-ignore
    const [read] = await readBytes('e.xlsx', await zipOf(parts(sheet, { strings, styles })));
    expect(read?.rows).toMatchObject([
      { row: 2, ...good },
      { row: 7, ...good },
    ]);
  });
  it('dates of the 1904 system', async () => {
    const bytes = await workbook(book => {
      book.properties.date1904 = true;
      book
        .addWorksheet('e')
        .addRows(tableOf('E', [{ 成立日期: new Date(Date.UTC(2010, 0, 1)) }, { 成立日期: 38717 }]));
    });
    const [read] = await readBytes('e.xlsx', bytes);
    expect(read?.rows.map(one => value(one, 'foundedOn'))).toEqual(['2010-01-01', '2010-01-01']);
  });
});

describe('dirt 12: hostile and wrong files', () => {
  const sheetXml = `<sheetData>${textRow(1, header)}${textRow(2, row)}</sheetData>`;
  const ole = (stream: string): Uint8Array => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(5000));
    return CFB.write(container, { type: 'buffer' }) as unknown as Uint8Array;
  };
  const lying = async (): Promise<Buffer> => {
    const bytes = await zipOf(parts(sheetXml + ' '.repeat(100_000)));
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24; // the size in the central directory
    bytes.writeUInt32LE(500, at);
    return bytes;
  };
  it.each([
    ['nothing', 'e.xlsx', () => Buffer.alloc(0), 'EMPTY_FILE'],
    ['a picture named .xlsx', 'e.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'FILE_RENAMED'],
    ['a program named .csv', 'e.csv', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'FILE_RENAMED'],
    ['a workbook named .csv', 'e.csv', () => sheetOf(tableOf('E', [{}])), 'FILE_RENAMED'],
    ['a web page named .xls', 'e.xls', () => Buffer.from('<html><table></table></html>'), 'FILE_RENAMED'],
    ['a picture', 'e.png', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'UNKNOWN_FILE_TYPE'],
    ['a locked workbook', 'e.xlsx', () => ole('EncryptedPackage'), 'ENCRYPTED'],
    ['a workbook of Excel 95', 'e.xls', () => ole('Book'), 'XLS_TOO_OLD'],
    ['a workbook stream of zeros', 'e.xls', () => ole('Workbook'), 'XLS_TOO_OLD'],
    ['a letter named .xls', 'e.xls', () => ole('WordDocument'), 'NOT_A_WORKBOOK'],
    ['an .xls named .xlsx', 'e.xlsx', () => ole('Workbook'), 'FILE_RENAMED'],
    ['an OpenDocument text', 'e.ods', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'NOT_A_WORKBOOK'],
    ['an archive', 'e.xlsx', () => zipOf({ 'a.txt': 'x' }), 'NOT_A_WORKBOOK'],
    ['a cut-off workbook', 'e.xlsx', async () => (await sheetOf(tableOf('E', [{}]))).slice(0, 3000), 'DAMAGED_FILE'],
    ['broken XML', 'e.xlsx', () => zipOf(parts('<sheetData><row>')), 'DAMAGED_FILE'],
    ['control characters in XML', 'e.xlsx', () => zipOf(parts(`<sheetData>${textRow(1, ['\u0001'])}</sheetData>`)), 'DAMAGED_FILE'],
    ['an external entity', 'e.xlsx', () => zipOf(parts(sheetXml, { prolog: '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>' })), 'UNSAFE_FILE'],
    ['a part that lies about its size', 'e.xlsx', lying, 'UNSAFE_FILE'],
    ['content beyond 200 columns', 'e.xlsx', () => sheetOf([[...Array<string>(16_383), 'x']]), 'TOO_MANY_COLUMNS'],
    ['a CSV row of 16,384 columns', 'e.csv', () => Buffer.from('x,'.repeat(16_384)), 'TOO_MANY_COLUMNS'],
    ['rows that run upwards', 'e.xlsx', () => zipOf(parts(`<sheetData>${textRow(5, row)}${textRow(2, row)}</sheetData>`)), 'DAMAGED_FILE'],
    ['an unclosed quotation mark', 'e.csv', () => Buffer.from(`"${csvOf([header, row])}`), 'QUOTE_NOT_CLOSED'],
  ] as const)('refuses %s', async (_, name, bytes, code) => {
    expect(await refusalOf(readBytes(name, new Uint8Array(await bytes())))).toBe(code);
  }); // prettier-ignore
  it('a path that climbs out of the archive', async () => {
    const bytes = await zipOf({ ...parts(sheetXml), 'xl/aaaa.xml': 'x' });
    const name = Buffer.from('xl/aaaa.xml');
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
      bytes.write('../../a.xml', at);
    expect(await refusalOf(readBytes('e.xlsx', bytes))).toBe('UNSAFE_FILE');
  });
  it('forty sheets, a comment on each, are no more parts than a workbook may have', async () => {
    const bytes = await workbook(book => {
      for (let n = 0; n < 40; n++) {
        const sheet = book.addWorksheet(`第${n}表`);
        sheet.addRow(header);
        sheet.addRow([...row.slice(0, 1), `甲公司${n}`, ...row.slice(2)]).getCell(2).note = '请核对';
      }
    });
    expect(await readBytes('e.xlsx', bytes)).toHaveLength(40);
  });
  it('caps are counted, by size, unpacked size, rows and cells', async () => {
    const bomb = await zipOf(parts(sheetXml, { strings: `<si><t>${'x'.repeat(3_000_000)}</t></si>` }));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await refusalOf(readBytes('e.xlsx', bomb, { inflatedBytes: 1_000_000 }))).toBe(
      'UNPACKED_TOO_LARGE',
    );
    expect(await refusalOf(readBytes('e.xlsx', bomb, { xlsxBytes: 1000 }))).toBe('FILE_TOO_LARGE');
    expect(await refusalOf(readBytes('e.xlsx', bomb, { zipEntries: 3 }))).toBe('TOO_MANY_PARTS');
    const csv = Buffer.from(csvOf([header, row, row, row]));
    expect(await refusalOf(readBytes('e.csv', csv, { rows: 3 }))).toBe('TOO_MANY_ROWS');
    expect(await refusalOf(readBytes('e.csv', csv, { cellCharacters: 5 }))).toBe('CELL_TOO_LONG');
  });
  it('a million blank rows and styled empty columns are no content', async () => {
    const blank = '<row r="9" s="1"><c r="A9" s="1"/><c r="XFD9" s="1"/></row>' + Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 10}"/>`).join(''); // prettier-ignore
    const [read] = await readBytes('e.xlsx', await zipOf(parts(`<sheetData>${textRow(1, header)}${textRow(2, row)}${blank}</sheetData>`))); // prettier-ignore
    expect(read?.rows).toMatchObject([good]);
    const [text] = await readBytes('e.csv', Buffer.from(csvOf([header, row]) + '\r\n,,,'.repeat(300_000)), {
      rows: 2,
    });
    expect(text?.rows).toMatchObject([good]);
  });
  it('control characters in text are dropped', async () => {
    const [read] = await readBytes('e.csv', Buffer.from(csvOf([header, [uscc, '甲\u0001\u0000公司', ...row.slice(2)], ...Array.from({ length: 9 }, () => row)]))); // prettier-ignore
    expect(read?.rows[0]).toMatchObject(good);
  });
});
