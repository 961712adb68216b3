import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import { openOle } from './ole.ts';
import { utf16Of } from './text-encoding.ts';

/** The kinds of file by their content. */
export type FileKind = 'ZIP' | 'XLS' | 'CSV';

const mega = 1024 * 1024;
const oleMark = 'd0cf11e0a1b11ae1';
const names = { ZIP: 'xlsx', XLS: 'xls', CSV: 'csv' } as const;
const extensions: Readonly<Record<string, FileKind>> = {
  xlsx: 'ZIP', xlsm: 'ZIP', xltx: 'ZIP', xltm: 'ZIP', ods: 'ZIP', ots: 'ZIP', xlsb: 'ZIP', xls: 'XLS', xlt: 'XLS', csv: 'CSV', txt: 'CSV', tsv: 'CSV', tab: 'CSV',
}; // prettier-ignore
const signatures: readonly (readonly [bytes: string, kind: string])[] = [
  ['25504446', 'PDF'], ['89504e47', 'PNG'], ['ffd8ff', 'JPEG'], ['47494638', 'GIF'], ['52617221', 'RAR'],
  ['377abcaf', '7z'], ['1f8b', 'gzip'], ['4d5a', 'EXE'], ['7f454c46', 'ELF'], ['424d', 'BMP'],
]; // prettier-ignore

/** Says what the file is by its first bytes, and refuses what is too large, renamed, locked or no table at all. */
export async function detectKind(path: string, fileName: string, limits: Limits): Promise<FileKind> {
  if ((await stat(path)).size === 0) throw new IngestRefusal('EMPTY_FILE');
  const head = await firstBytes(path, 8192);
  const kind = kindOf(head);
  const extension = extname(fileName).slice(1).toLowerCase();
  const named = extensions[extension];
  if (kind === undefined) {
    if (named === undefined) throw new IngestRefusal('UNKNOWN_FILE_TYPE');
    throw new IngestRefusal('FILE_RENAMED', { extension, found: describe(head) });
  }
  if (kind === 'XLS') await refuseLocked(path, limits);
  const content = describe(head);
  if (named !== undefined && named !== kind)
    throw new IngestRefusal('FILE_RENAMED', { extension, found: content });
  if (kind === 'CSV' && content !== 'csv')
    throw new IngestRefusal('FILE_RENAMED', { extension, found: content });
  await refuseBeyond(path, { ZIP: limits.xlsxBytes, XLS: limits.xlsBytes, CSV: limits.csvBytes }[kind]);
  return kind;
}

/** Refuses a file of more than so many bytes. */
export async function refuseBeyond(path: string, limit: number): Promise<void> {
  const { size } = await stat(path);
  if (size <= limit) return;
  throw new IngestRefusal('FILE_TOO_LARGE', {
    size: Math.ceil(size / mega),
    limit: Math.round(limit / mega),
  });
}

/** A workbook with a password lies in the container of an .xls whatever it was before: that is the answer to give. */
async function refuseLocked(path: string, limits: Limits): Promise<void> {
  await refuseBeyond(path, limits.xlsxBytes);
  if (openOle(await readFile(path)).has('EncryptedPackage')) throw new IngestRefusal('ENCRYPTED');
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer): FileKind | undefined {
  const hex = head.toString('hex', 0, 8);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'ZIP';
  if (hex === oleMark) return 'XLS';
  if (signatures.some(([bytes]) => hex.startsWith(bytes) && isBinary(head))) return undefined;
  return isBinary(head) ? undefined : 'CSV';
}

/** Text holds hardly any control characters; UTF-16 is told from a program by its pattern of zeros. */
function isBinary(head: Buffer): boolean {
  if (utf16Of(head) !== undefined) return false;
  const control = head.reduce(
    (count, byte) => (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? count + 1 : count),
    0,
  );
  return control > head.length / 50;
}

function describe(head: Buffer): string {
  const hex = head.toString('hex', 0, 8);
  const text = head.toString('latin1', 0, 512).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase(); // prettier-ignore
  if (hex.startsWith('504b')) return names.ZIP;
  if (hex === oleMark) return names.XLS;
  const signature = signatures.find(([bytes]) => hex.startsWith(bytes) && isBinary(head));
  if (signature) return signature[1];
  if (/^<(!doctype html|html|table|head|meta)/.test(text)) return 'HTML';
  if (text.startsWith('<?xml')) return 'XML';
  if (text.startsWith('{\\rtf')) return 'RTF';
  return isBinary(head) ? '二进制文件 (binary)' : names.CSV;
}
