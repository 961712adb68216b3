import { createReadStream } from 'node:fs';
import { IngestRefusal } from '../refusal.ts';

/** Encodings that department exports come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Decides by mark, then by zero bytes, then by whether the whole file is valid UTF-8; what is left is GB18030. */
export async function detectEncoding(path: string): Promise<Encoding> {
  let head: Buffer | undefined;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (head === undefined) {
        head = chunk;
        const marked = utf16Of(chunk);
        if (marked) return marked;
      }
      utf8.decode(chunk, { stream: true });
    }
    utf8.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030';
    throw error;
  }
}

/** UTF-16 by its mark; without one, by the zero byte behind every comma, tab, digit and line end. */
export function utf16Of(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] === 0 && i % 2 === 0) even++;
    else if (sample[i] === 0) odd++;
  }
  // A few Chinese characters end in a zero byte themselves (一 is 4E00), so the other half need not be free of them.
  return odd > sample.length / 40 && odd > 4 * even ? 'utf-16le' : undefined;
}

/** The text of the file in pieces, its byte order mark gone. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'gb18030' });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new IngestRefusal('UNKNOWN_ENCODING');
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    yield decode(chunk);
  }
  yield decode();
}
