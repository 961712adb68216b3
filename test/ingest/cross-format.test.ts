import { describe, expect, it } from 'vitest';
import { BiffCursor, record } from '../../server/src/ingest/file/biff.ts';
import { Random } from '../drill/random.ts';
import { sheetsFrom } from '../drill/generate.ts';
import { fileOf } from './dirt.ts';
import { csvOf, faultless, readHere, uscc, uscc2, type ReadSheet } from './reading.ts';
import { odsOf, xlsOf, xlsxOf, type FileCell, type FileSheet } from './table-files.ts';

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

const header = [...Object.keys(faultless.E), '企业规模', '备用', '注册地址'];
const row = (...cells: FileCell[]): FileCell[] => cells;
/** One roster with most of what workbooks hold. */
const roster: FileSheet = {
  name: '名录 & <一>',
  rows: [
    row('企业名录', null, null, null, null, null, null, null, null),
    row('填报单位：某局', null, null, null, '填报日期：2022年6月30日', null, null, null, null),
    header,
    row(uscc, '甲公司', '雒容镇', 'C', 10, day(2010, 1, 1), '大型', 0.1 + 0.2, '一路  1 号\n二楼'),
    row(uscc2, '乙公司', null, '36', '1,200', '2012.06', '巨型', true, null),
    row('91450200MA5KDEM11N', '丙公司', null, 'Z', 12.5, '2022-02-30', null, { percent: 0.955 }, null),
    row(914502000000000000, { formula: '"丁"&"公司"', result: '丁公司' }, null, 'C', { error: '#N/A' }, 40179, null, -3.25, null),
    row(uscc2, '乙公司', '洛埠镇', 'C', { formula: 'SUM(1,9)', result: 10 }, day(1999, 12, 31), '小', day(2022, 6, 7), 'x'),
    row('合计', null, null, null, 1232, null, null, null, null),
    row('填表人：某某', null, null, null, null, null, null, null, null),
  ],
  merges: ['A1:I1', 'C4:C7'],
  hiddenRows: [5],
}; // prettier-ignore
const sheets: readonly FileSheet[] = [
  { name: '说明', rows: [row('请按说明填写', null)] },
  { name: '空', rows: [] },
  roster,
  { name: '隐藏', hidden: true, rows: [Object.keys(faultless.U), Object.values(faultless.U) as FileCell[]] },
];

/** What was read, without what no two sealings have in common. */
const told = (read: readonly Omit<ReadSheet, 'chunks'>[]): unknown =>
  read.map(({ sheet, end, rows }) => ({
    sheet,
    end,
    rows: rows.map(({ row: number, values, issues, rejected, repaired }) => ({ number, values, issues, rejected, repaired })),
  })); // prettier-ignore

/** No two sealings of one value are alike. */
const unsealed = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'cipher' in value ? { ...value, cipher: null } : value;

describe('the same table in another kind of file', () => {
  it.each([
    ['xls', xlsOf, false],
    ['xls', xlsOf, true],
    ['ods', odsOf, false],
    ['ods', odsOf, true],
  ] as const)('.%s tells what the .xlsx tells', async (kind, make, epoch1904) => {
    const expected = told(await readHere('e.xlsx', await xlsxOf(sheets, epoch1904)));
    expect(told(await readHere(`e.${kind}`, await make(sheets, epoch1904)))).toEqual(expected);
  });

  it('the .xlsx itself tells what it should', async () => {
    const read = await readHere('e.xlsx', await xlsxOf(sheets));
    expect(read.map(({ sheet, rows }) => [sheet.form, sheet.hidden, sheet.statedOn, rows.length])).toEqual([
      [null, false, null, 0],
      [null, false, null, 0],
      ['E', false, '2022-06-30', 5],
      ['U', true, null, 1],
    ]);
    expect(read[2]?.rows.map(({ row: number, rejected, values }) => [number, rejected, values['town'], values['foundedOn']])).toEqual([
      [4, false, 'LUORONG', '2010-01-01'],
      [5, false, 'LUORONG', '2012-06-01'],
      [6, true, 'LUORONG', null],
      [7, true, 'LUORONG', '2010-01-01'],
      [8, false, 'LUOBU', '1999-12-31'],
    ]); // prettier-ignore
    expect(read[2]?.end.issues).toMatchObject([{ code: 'ROWS_HIDDEN', params: { count: 1, first: 5 } }]);
  });

  it('long texts, and thousands of them, tell the same', async () => {
    const long = (i: number): string => `${i}${(i % 2 === 0 ? '甲a' : 'ab').repeat(i % 37)}`;
    const many: FileSheet = {
      name: 'e',
      rows: [
        [...header, '备用二'],
        ...Array.from({ length: 700 }, (_, i) => row(uscc, '甲公司', '雒容镇', 'C', i, day(2010, 1, 1 + (i % 28)), null, long(i), long(i + 1), i === 7 ? '长'.repeat(3000) : i === 8 ? 'x'.repeat(3000) : null)),
      ],
    }; // prettier-ignore
    // As text: a difference in so much would take the runner minutes to draw.
    const said = async (kind: string, bytes: Uint8Array): Promise<string> =>
      JSON.stringify(told(await readHere(`e.${kind}`, bytes)));
    const expected = await said('xlsx', await xlsxOf([many]));
    expect((await said('xls', xlsOf([many]))) === expected).toBe(true);
    expect((await said('ods', await odsOf([many]))) === expected).toBe(true);
  });

  it('a string of an .xls runs over into the next record, where each letter may take more room', () => {
    const records = [
      [record.SST, Buffer.concat([Buffer.from([5, 0, 0x08, 1, 0]), Buffer.from('ab')])], // five letters, one run of a font
      [record.CONTINUE, Buffer.concat([Buffer.from([1]), Buffer.from('甲乙', 'utf16le')])],
      [record.CONTINUE, Buffer.concat([Buffer.from([0]), Buffer.from('c'), Buffer.from([0, 0])])],
      [record.CONTINUE, Buffer.from([0, 0, 2, 0, 0, 0x64, 0x65])],
    ] as const;
    const stream = Buffer.concat(
      records.flatMap(([type, data]) => {
        const head = Buffer.alloc(4);
        head.writeUInt16LE(type, 0);
        head.writeUInt16LE(data.length, 2);
        return [head, data];
      }),
    );
    const cursor = new BiffCursor(stream, { type: record.SST, start: 4, end: 4 + records[0][1].length });
    expect([cursor.string(cursor.short()), cursor.string(cursor.short())]).toEqual(['ab甲乙c', 'de']);
  });

  it('whatever people put into cells, an .xls and an .ods tell what the .xlsx tells', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const sheetsOfSeed = sheetsFrom(new Random(seed));
      const said = async (kind: 'xlsx' | 'xls' | 'ods'): Promise<string> =>
        JSON.stringify(told(await readHere(`e.${kind}`, await fileOf(kind, sheetsOfSeed))), unsealed);
      const expected = await said('xlsx');
      expect({ seed, same: (await said('xls')) === expected }).toEqual({ seed, same: true });
      expect({ seed, same: (await said('ods')) === expected }).toEqual({ seed, same: true });
    }
  });

  it('a plain table tells the same in all four', async () => {
    const plain: FileSheet = {
      name: 'e',
      rows: [
        header,
        row(uscc, '甲公司', '雒容镇', 'C', '10', '2010-01-01', '大型', '备', null),
        row(uscc2.toLowerCase(), '乙公司', '雒容镇', '36', '1,200', '2012.06', '巨型', null, '路'),
        row(null, '丙公司', '雒容镇', 'Z', '约12人', '2022-02-30', null, null, null),
      ],
    };
    const files = { xlsx: await xlsxOf([plain]), xls: xlsOf([plain]), ods: await odsOf([plain]), csv: Buffer.from(csvOf(plain.rows)) }; // prettier-ignore
    const read = await Promise.all(
      Object.entries(files).map(async ([kind, bytes]) => told(await readHere(`e.${kind}`, bytes))),
    );
    for (const one of read) expect(one).toEqual(read[0]);
    expect(JSON.stringify(read[0])).toContain('NUMBER_APPROXIMATE');
  });
});
