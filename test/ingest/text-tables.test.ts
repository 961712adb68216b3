import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectEncoding, readText } from '../../server/src/ingest/file/text-encoding.ts';
import { gb18030 } from './gb18030.ts';
import { csvOf, faultless, readHere, refusalOf, uscc, uscc2, value } from './reading.ts';

const header = [...Object.keys(faultless.E), '注册地址'];
const rest = ['雒容镇', 'C', '10', '2010-01-01'];
/** 㐂 and 𠀀 need four bytes in GB18030; 𠀀 needs two units of UTF-16. */
const names = ['甲公司', '㐂𠀀商贸', '一二三公司'];
const table = [
  ['企业名录'],
  header,
  ...names.map((name, i) => [i === 0 ? uscc : uscc2, name, ...rest, '一路1号, "甲"; 乙\n二楼']),
];
const address = '一路1号, "甲";乙二楼';

const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  GB18030: gb18030,
  'UTF-16LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with a mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
} as const;
const lineEnds = { CRLF: '\r\n', LF: '\n', CR: '\r' } as const;
const separators = { comma: ',', tab: '\t', semicolon: ';' } as const;

const cases = Object.keys(encodings).flatMap(encoding =>
  Object.keys(separators).flatMap(separator =>
    Object.keys(lineEnds).map(lineEnd => [encoding, separator, lineEnd] as const),
  ),
) as [keyof typeof encodings, keyof typeof separators, keyof typeof lineEnds][];

describe('text tables in every encoding, separator and line end', () => {
  it.each(cases)('%s, %s, %s', async (encoding, separator, lineEnd) => {
    const text = csvOf(table, separators[separator]).replaceAll('\r\n', lineEnds[lineEnd]);
    const [read] = await readHere('名录.csv', encodings[encoding](text));
    expect(read?.sheet).toMatchObject({ form: 'E', name: '名录', unknownColumns: [] });
    expect(read?.rows.map(row => [row.row, row.rejected, value(row, 'name'), value(row, 'address')])).toEqual(
      names.map((name, i) => [3 + i, false, name, address]),
    );
  });
});

describe('a byte that tells late', () => {
  const lines = Array.from({ length: 6000 }, (_, i) => [uscc, `company ${i}`, 'LUORONG', 'C', '10', '2010-01-01']); // prettier-ignore
  const ascii = ['USCC', ...Array<string>(5).fill('x')];
  /** Half a megabyte of plain ASCII stands before the first Chinese character: no table, but in the right encoding. */
  it.each([
    ['GB18030', gb18030],
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
  ] as const)('is found in %s', async (_, encode) => {
    const bytes = encode(csvOf([ascii, ...lines, [uscc2, '末公司', ...rest]]));
    const path = join(tmpdir(), `late-${process.pid}.csv`);
    await writeFile(path, bytes);
    let text = '';
    for await (const piece of readText(path, await detectEncoding(path))) text += piece;
    await rm(path);
    expect(text.slice(-60)).toContain('末公司');
  });
  it('damaged UTF-8 is refused, not read as GB18030', async () => {
    const bytes = Buffer.from(`${csvOf(table)}\r\n${csvOf(lines)}`);
    bytes[bytes.length - 60] = 0xff;
    expect(await refusalOf(readHere('e.csv', bytes))).toBe('DAMAGED_TEXT');
    const cut = Buffer.from(`\ufeff${csvOf(table)}甲`).subarray(0, -1);
    expect(await refusalOf(readHere('e.csv', cut))).toBe('DAMAGED_TEXT');
  });
  it('text in another encoding is refused', async () => {
    const bytes = Buffer.concat([Buffer.from(csvOf([ascii])), Buffer.from([0x0d, 0x0a, 0xff, 0xff, 0x0a])]);
    expect(await refusalOf(readHere('e.csv', bytes))).toBe('UNKNOWN_ENCODING');
  });
});

describe('the separator', () => {
  const lines = (separator: string): string => csvOf(table.slice(1), separator);
  it.each([
    ['commas below a note full of semicolons', `说明：一；二;三;四;五;六;七;八;九;十;十一;十二;十三\n${lines(',')}`],
    ['tabs although every line has more commas in words', csvOf(table.slice(1).map((row, i) => [...row.slice(0, 6), i === 0 ? '注册地址' : 'a,b,c,d,e,f,g,h,i,j']), '\t')],
    ['semicolons below a title with a comma', `企业名录,2022年\n${lines(';')}`],
    ['a sep= line', `sep=;\r\n${lines(';')}`],
    ['commas with a single data row', csvOf([header, [uscc, '甲公司', ...rest, '路']])],
  ])('%s', async (_, text) => {
    const [read] = await readHere('e.csv', Buffer.from(text));
    expect(read?.sheet.form).toBe('E');
    expect(read?.rows[0]).toMatchObject({ rejected: false, values: { name: '甲公司', staff: 10 } });
  }); // prettier-ignore
});

describe('quotes', () => {
  it.each([
    ['doubled inside', '"甲""一""公司"', '甲"一"公司'],
    ['around nothing', '""', null],
    ['in the middle of a field', '甲"一"公司', '甲"一"公司'],
    ['around a guarded code', '"=""甲公司"""', '甲公司'],
    ['guarding a code', '="甲公司"', '甲公司'],
    ['around blanks', '"  甲公司  "', '甲公司'],
  ])('%s', async (_, field, name) => {
    const text = `${header.slice(0, 6).join(',')}\n${uscc},${field},${rest.join(',')}\n`;
    const [read] = await readHere('e.csv', Buffer.from(text));
    expect(value(read?.rows[0], 'name')).toBe(name);
  });
});
