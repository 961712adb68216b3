import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { IngestRefusal } from '../refusal.ts';

/** Encodings that department exports come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const chunkBytes = 262_144;
const chunksOf = (path: string): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;

/**
 * Decides by mark, else by the whole file, for the byte that tells may be the last: zero bytes mean UTF-16; what is valid
 * UTF-8 is UTF-8; what is nearly so is damaged UTF-8 and refused, not read as something else; what is left is GB18030.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const zeros = new ZeroBytes();
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let first = true;
  for await (const chunk of chunksOf(path)) {
    const marked = first ? markOf(chunk) : undefined;
    if (marked) return marked;
    first = false;
    zeros.count(chunk);
    if (zeros.decided) break;
    valid &&= decodes(utf8, chunk);
  }
  if (zeros.isUtf16) return 'utf-16le';
  if (valid && decodes(utf8)) return 'utf-8';
  if (await isDamagedUtf8(path)) throw new IngestRefusal('DAMAGED_TEXT');
  return 'gb18030';
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** In UTF-8 with a few spoilt bytes nearly every other byte fits; text in GB18030 hardly has a character that does. */
async function isDamagedUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let spoilt = 0;
  let foreign = 0;
  for await (const chunk of chunksOf(path)) {
    const text = decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) spoilt++;
    foreign += chunk.length - text.length; // each character of three bytes leaves two
  }
  return foreign / 2 > 20 * spoilt;
}

/** Counts the zero bytes at even and at odd places: UTF-16 has one behind every comma, tab, digit and line end. */
class ZeroBytes {
  #even = 0;
  #odd = 0;
  #length = 0;

  count(chunk: Buffer): void {
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
      if ((this.#length + at) % 2 === 0) this.#even++;
      else this.#odd++;
    }
    this.#length += chunk.length;
  }

  /** A few Chinese characters end in a zero byte themselves (一 is 4E00), so the other half need not be free of them. */
  get isUtf16(): boolean {
    return this.#odd > this.#length / 100 && this.#odd > 4 * this.#even;
  }

  get decided(): boolean {
    return this.#odd > 10_000 && this.isUtf16;
  }
}

/** The encoding that the mark at the beginning of the file names. */
function markOf(head: Buffer): Encoding | undefined {
  const hex = head.toString('hex', 0, 4);
  if (hex.startsWith('fffe')) return 'utf-16le';
  if (hex.startsWith('feff')) return 'utf-16be';
  if (hex.startsWith('efbbbf')) return 'utf-8';
  return hex === '84319533' ? 'gb18030' : undefined;
}

/** UTF-16 as far as the beginning of a file tells, by its mark or its zero bytes. */
export function utf16Of(head: Buffer): Encoding | undefined {
  const marked = markOf(head);
  if (marked !== undefined) return marked.startsWith('utf-16') ? marked : undefined;
  const zeros = new ZeroBytes();
  zeros.count(head);
  return zeros.isUtf16 ? 'utf-16le' : undefined;
}

/** The text of the file in pieces, its mark gone. Bytes that the encoding does not have are refused, never guessed. */
export async function* readText(
  path: string,
  encoding: Encoding,
  onBytes?: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new IngestRefusal(encoding === 'gb18030' ? 'UNKNOWN_ENCODING' : 'DAMAGED_TEXT');
    }
  };
  let first = true;
  for await (const chunk of chunksOf(path)) {
    const text = decode(chunk);
    onBytes?.(chunk.length);
    yield first ? text.replace(/^\ufeff/, '') : text;
    first = false;
  }
  yield decode();
}

/** The text of the file's last bytes; what stands at the cut is no matter, so it begins behind the first line end. */
export async function lastText(path: string, encoding: Encoding, bytes: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, bytes);
    const buffer = Buffer.alloc(length);
    await file.read(buffer, 0, length, size - length - ((size - length) % 2));
    return new TextDecoder(encoding).decode(buffer);
  } finally {
    await file.close();
  }
}
