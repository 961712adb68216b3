import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';

/** A ZIP file whose directory has passed every cap; its parts are unpacked only on demand. */
export interface Zip {
  readonly has: (name: string) => boolean;
  /** Bytes of a part, unpacked; none for a part that is not there. */
  readonly size: (name: string) => number;
  /** The part in chunks; refuses one that unpacks to more than it declared. */
  readonly stream: (name: string) => AsyncGenerator<Buffer>;
  /** A part small enough to be held whole. */
  readonly text: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const mega = 1024 * 1024;
const wholePart = 64 * mega;
const localHeaderBytes = 30;
/** Below this a part may be packed as tightly as it likes: blank rows pack a thousand times and harm nobody. */
const freely = 32 * mega;

/** Opens a ZIP file: entry count, declared sizes, names, methods and encryption are judged before anything is unpacked. */
export async function openZip(path: string, limits: Limits): Promise<Zip> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false, validateEntrySizes: true })
    .catch(() => damaged('ZIP'));
  try {
    return handle(zip, await readDirectory(zip, limits));
  } catch (error) {
    zip.close();
    throw error;
  }
}

const damaged = (part: string): never => {
  throw new IngestRefusal('DAMAGED_FILE', { part });
};

async function readDirectory(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries)
    throw new IngestRefusal('TOO_MANY_PARTS', { limit: limits.zipEntries });
  const entries = new Map<string, Entry>();
  let total = 0;
  const each = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const step = await each.next().catch((error: unknown) => refuseDirectory(error));
    if (step.done) {
      refuseOverlaps([...entries.values()]);
      return entries;
    }
    const entry = step.value;
    if (entry.fileName.endsWith('/')) continue;
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw new IngestRefusal('ENCRYPTED');
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) damaged('ZIP');
    total += entry.uncompressedSize;
    if (total > limits.inflatedBytes) {
      throw new IngestRefusal('UNPACKED_TOO_LARGE', { limit: Math.round(limits.inflatedBytes / mega) });
    }
    if (entry.uncompressedSize > freely && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw new IngestRefusal('PACKED_TOO_TIGHTLY', { part: entry.fileName, limit: limits.ratio });
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new IngestRefusal('UNSAFE_FILE', { part: 'ZIP' });
    entries.set(name, entry);
  }
}

/** Parts that share their bytes are how a small file becomes a large one. */
function refuseOverlaps(entries: Entry[]): void {
  let end = 0;
  for (const entry of entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new IngestRefusal('UNSAFE_FILE', { part: 'ZIP' });
    end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize;
  }
}

function refuseDirectory(error: unknown): never {
  const unsafe = error instanceof Error && /path|characters/i.test(error.message);
  throw new IngestRefusal(unsafe ? 'UNSAFE_FILE' : 'DAMAGED_FILE', { part: 'ZIP' });
}

function handle(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Zip {
  async function* stream(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase()) ?? damaged(name);
    const opened = await zip.openReadStreamPromise(entry).catch(() => damaged(name));
    let size = 0;
    let sum = 0;
    try {
      for await (const chunk of opened as AsyncIterable<Buffer>) {
        size += chunk.length;
        sum = crc32(chunk, sum);
        if (size > entry.uncompressedSize) throw new IngestRefusal('UNSAFE_FILE', { part: 'ZIP' });
        yield chunk;
      }
      // A flipped bit may unpack without complaint, to another number or name.
      if (sum !== entry.crc32) damaged(name);
    } catch (error) {
      if (error instanceof IngestRefusal) throw error;
      if (/too many bytes/.test(String(error))) throw new IngestRefusal('UNSAFE_FILE', { part: 'ZIP' });
      damaged(name);
    } finally {
      opened.destroy();
    }
  }
  return {
    has: name => entries.has(name.toLowerCase()),
    size: name => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    stream,
    text: async name => {
      if ((entries.get(name.toLowerCase())?.uncompressedSize ?? 0) > wholePart) damaged(name);
      const chunks: Buffer[] = [];
      for await (const chunk of stream(name)) chunks.push(chunk);
      return new TextDecoder().decode(Buffer.concat(chunks));
    },
    close: () => {
      zip.close();
      return Promise.resolve();
    },
  };
}
