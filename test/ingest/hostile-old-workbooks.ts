import { CFB } from '@e965/xlsx';
import { header, hostile, noise, row } from './hostile-file.ts';
import { xlsOf } from './table-files.ts';

const mega = 1024 * 1024;
const sheet = { name: '表', rows: [header, row] };
const good = (): Uint8Array => xlsOf([sheet]);

/** The workbook's stream, changed by the test. */
function streamed(change: (stream: Buffer) => Buffer): Uint8Array {
  const container = CFB.read(good(), { type: 'array' });
  const stream = Buffer.from(CFB.find(container, 'Workbook')?.content as Uint8Array);
  CFB.utils.cfb_add(container, 'Workbook', change(stream));
  return CFB.write(container, { type: 'buffer' }) as unknown as Uint8Array;
}

/** Where the first record of a type begins, from a place on. */
function find(stream: Buffer, type: number, from = 0): number {
  let at = from;
  while (stream.readUInt16LE(at) !== type) at += 4 + stream.readUInt16LE(at + 2);
  return at;
}
const changed = (type: number, change: (stream: Buffer, at: number) => void): Uint8Array =>
  streamed(stream => {
    change(stream, find(stream, type));
    return stream;
  });
/** The container's own bytes, changed by the test. */
const contained = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(good());
  change(bytes);
  return bytes;
};
const single = (name: string, content: Buffer): Uint8Array => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${name}`, content);
  return CFB.write(container, { type: 'buffer' }) as unknown as Uint8Array;
};

const record = { boundSheet: 0x85, sst: 0xfc, labelSst: 0xfd, codePage: 0x42, firstOfSheet: 0x200 };

/** Workbooks in .xls: the container and the records inside it. */
export const oldWorkbooks = [
  hostile('an .xls named .xlsx', 'e.xlsx', 'FILE_RENAMED', good),
  hostile('a letter named .xls', 'e.xls', 'NOT_A_WORKBOOK', () => single('WordDocument', Buffer.from(noise(5000)))),
  hostile('Excel 95', 'e.xls', 'XLS_TOO_OLD', () => single('Book', Buffer.alloc(5000))),
  hostile('BIFF5 inside', 'e.xls', 'XLS_TOO_OLD', () => streamed(stream => (stream.writeUInt16LE(0x0500, 4), stream))),
  hostile('a password', 'e.xls', 'ENCRYPTED', () => changed(record.codePage, (stream, at) => stream.writeUInt16LE(0x2f, at))),
  hostile('a stream of noise', 'e.xls', 'XLS_TOO_OLD', () => single('Workbook', Buffer.from(noise(9000)))),
  hostile('half a workbook', 'e.xls', 'DAMAGED_FILE', () => Buffer.from(good()).subarray(0, 2000)),
  hostile('a mark and nothing more', 'e.xls', 'DAMAGED_FILE', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')),
  hostile('sectors in a circle', 'e.xls', 'DAMAGED_FILE', () => contained(bytes => { const at = (bytes.readUInt32LE(76) + 1) * 512; for (let i = 0; i < 128; i++) bytes.writeUInt32LE(1, at + i * 4); })),
  hostile('a table of tables in a circle', 'e.xls', 'DAMAGED_FILE', () => contained(bytes => { bytes.writeUInt32LE(0, 68); bytes.fill(0, 512, 1024); })),
  hostile('a sector size of 4 GB', 'e.xls', 'DAMAGED_FILE', () => contained(bytes => bytes.writeUInt16LE(32, 30))),
  hostile('a directory outside the file', 'e.xls', 'DAMAGED_FILE', () => contained(bytes => bytes.writeUInt32LE(0x7fffffff, 48))),
  hostile('a sheet outside the stream', 'e.xls', 'DAMAGED_FILE', () => changed(record.boundSheet, (stream, at) => stream.writeUInt32LE(0x7fffffff, at + 4))),
  hostile('a sheet that is the workbook itself', 'e.xls', 'NO_TABLE', () => changed(record.boundSheet, (stream, at) => stream.writeUInt32LE(0, at + 4))),
  hostile('four thousand million strings', 'e.xls', 'DAMAGED_FILE', () => changed(record.sst, (stream, at) => stream.writeUInt32LE(0xffffffff, at + 8))),
  hostile('a string longer than the file', 'e.xls', 'DAMAGED_FILE', () => changed(record.sst, (stream, at) => stream.writeUInt16LE(0xffff, at + 12))),
  hostile('a string that is not there', 'e.xls', 'DAMAGED_CELL', () => changed(record.labelSst, (stream, at) => stream.writeUInt32LE(99_999, at + 10))),
  hostile('a cell beyond the last column', 'e.xls', 'TOO_MANY_COLUMNS', () => changed(record.labelSst, (stream, at) => stream.writeUInt16LE(255, at + 6))),
  hostile('a record longer than the file', 'e.xls', 'DAMAGED_FILE', () => changed(record.firstOfSheet, (stream, at) => stream.writeUInt16LE(0xffff, at + 2))),
  hostile('no end', 'e.xls', 'DAMAGED_FILE', () => streamed(stream => stream.subarray(0, -4))),
  hostile('9 MB', 'e.xls', 'FILE_TOO_LARGE', good, 9 * mega),
]; // prettier-ignore
