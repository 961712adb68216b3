import { CFB } from '@e965/xlsx';
import { header, hostile, noise, row } from './hostile-file.ts';
import { entryOf, filled, rawZip, type RawEntry } from './raw-zip.ts';
import { parts, textRow, zipOf } from './zip-file.ts';

const mega = 1024 * 1024;
const sheet = `<sheetData>${textRow(1, header)}${textRow(2, row)}</sheetData>`;
const entries = (more: Record<string, string> = {}): RawEntry[] =>
  Object.entries({ ...parts(sheet), ...more }).map(([name, content]) => entryOf(name, content));
const without = (name: string): RawEntry[] => entries().filter(entry => entry.name !== name);
const sheetPart = 'xl/worksheets/sheet1.xml';
const renamed = (to: string): Buffer => rawZip([...entries(), { ...entryOf('x', 'x'), name: to }]);

/** A container of an encrypted package, as a password makes of a workbook. */
function locked(): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200, 1));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.from(noise(6000)));
  return CFB.write(container, { type: 'buffer' }) as unknown as Uint8Array;
}

/** Forty entries that all unpack the same bytes: small on disk, more than a gigabyte in memory. */
function overlapping(): Buffer {
  const kernel = filled('xl/media/0', 31);
  const honest = entries();
  const at = rawZip([...honest, kernel]).indexOf(kernel.packed) - 30 - kernel.name.length;
  const others = Array.from({ length: 20 }, (_, i) => ({ ...kernel, name: `xl/media/${i + 1}`, at }));
  return rawZip([...honest, kernel, ...others]);
}

/** Archives: what the ZIP layer has to notice before anything is unpacked. */
export const archives = [
  hostile('a flat bomb of 64 MB', 'e.xlsx', 'PACKED_TOO_TIGHTLY', () => rawZip([...without(sheetPart), filled(sheetPart, 64)])),
  hostile('a bomb of forty parts', 'e.xlsx', 'UNPACKED_TOO_LARGE', () => {
    const kernel = filled('xl/media/0', 31);
    return rawZip([...entries(), ...Array.from({ length: 40 }, (_, i) => ({ ...kernel, name: `xl/media/${i}` }))]);
  }),
  hostile('parts that overlap', 'e.xlsx', 'UNSAFE_FILE', overlapping),
  hostile('a bomb inside an archive inside a workbook', 'e.xlsx', 'CLEAN', () => rawZip([...entries(), entryOf('xl/media/inner.zip', rawZip([filled('x', 100)]))])),
  hostile('archives inside an archive', 'e.xlsx', 'NOT_A_WORKBOOK', () => rawZip([entryOf('a.zip', rawZip([entryOf('b.zip', rawZip([filled('c', 50)]))]))])),
  hostile('a part that unpacks to more than it says', 'e.xlsx', 'UNSAFE_FILE', () => rawZip([...without(sheetPart), { ...filled(sheetPart, 20), size: 500 }])),
  hostile('a part that unpacks to less than it says', 'e.xlsx', 'DAMAGED_FILE', () => rawZip([...without(sheetPart), { ...entryOf(sheetPart, '<worksheet/>'), size: 5000 }])),
  hostile('a part whose sum is wrong', 'e.xlsx', 'DAMAGED_FILE', () => rawZip([...without(sheetPart), { ...entryOf(sheetPart, String(parts(sheet)[sheetPart])), crc: 1 }])),
  hostile('a part packed in an unknown way', 'e.xlsx', 'DAMAGED_FILE', () => rawZip([...without(sheetPart), { ...entryOf(sheetPart, 'x'), method: 99 }])),
  hostile('a part whose data is noise', 'e.xlsx', 'DAMAGED_FILE', () => rawZip([...without(sheetPart), { ...entryOf(sheetPart, noise(3000)), packed: Buffer.from(noise(2000)) }])),
  hostile('an archive with a password', 'e.xlsx', 'ENCRYPTED', () => rawZip(entries().map(entry => ({ ...entry, flags: 1 })))),
  hostile('a workbook with a password', 'e.xlsx', 'ENCRYPTED', locked),
  hostile('a workbook with a password, named .xls', 'e.xls', 'ENCRYPTED', locked),
  hostile('a name that climbs out', 'e.xlsx', 'UNSAFE_FILE', () => renamed('../../../../etc/cron.d/x')),
  hostile('a name from the root', 'e.xlsx', 'UNSAFE_FILE', () => renamed('/etc/passwd')),
  hostile('a name with a drive', 'e.xlsx', 'UNSAFE_FILE', () => renamed('C:\\Windows\\x')),
  hostile('two parts of one name', 'e.xlsx', 'UNSAFE_FILE', () => rawZip([...entries(), entryOf(sheetPart.toUpperCase(), '<worksheet/>')])),
  hostile('three thousand parts', 'e.xlsx', 'TOO_MANY_PARTS', () => rawZip([...entries(), ...Array.from({ length: 3000 }, (_, i) => entryOf(`x/${i}`, ''))])),
  hostile('one part more than two hundred', 'e.xlsx', 'TOO_MANY_PARTS', () => rawZip([...entries(), ...Array.from({ length: 201 - entries().length }, (_, i) => entryOf(`x/${i}`, ''))])),
  hostile('an archive of a letter', 'e.xlsx', 'NOT_A_WORKBOOK', () => zipOf({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', 'word/document.xml': '<w/>' })),
  hostile('a binary workbook', 'e.xlsb', 'XLSB_NOT_READ', () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' })),
  hostile('half an archive', 'e.xlsx', 'DAMAGED_FILE', () => rawZip(entries()).subarray(0, 1500)),
  hostile('an archive behind 300 MB of nothing', 'e.xlsx', 'FILE_TOO_LARGE', () => rawZip(entries()), 300 * mega),
]; // prettier-ignore
