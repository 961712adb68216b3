import { CFB } from '@e965/xlsx';
import { entryOf, rawZip } from '../ingest/raw-zip.ts';
import type { Random } from './random.ts';

/** One change to the bytes: flipped, overwritten, lost, doubled, cut off, or a number made extreme. */
function once(bytes: Buffer, random: Random): Buffer {
  if (bytes.length < 8) return Buffer.concat([bytes, Buffer.from([random.below(256)])]);
  const at = random.below(bytes.length - 4);
  const length = 1 + random.below(Math.min(64, bytes.length - at));
  switch (random.below(7)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.below(256);
      return bytes;
    case 2:
      bytes.fill(random.of([0, 255, 32, 60, 34]), at, at + length);
      return bytes;
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 5:
      return random.chance(20) ? bytes.subarray(0, at) : bytes;
    default:
      bytes.writeUInt32LE(random.of([0, 1, 0xffffffff, 0x7fffffff, 0x80000000, 0xffff]), at);
      return bytes;
  }
}

/** The bytes with a few changes. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + random.below(random.chance(50) ? 2 : 30); left > 0; left--) changed = Buffer.from(once(changed, random)); // prettier-ignore
  return changed;
}

/** What the library makes of an archive; its own types leave it open. */
interface Archive {
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  readonly FullPaths: readonly string[];
}

/** The archive with the changes inside one of its parts, packed again: they reach the reader of the XML. */
export function mutatedInside(bytes: Uint8Array, random: Random): Buffer {
  const { FileIndex, FullPaths } = CFB.read(bytes, { type: 'array' }) as Archive;
  const parts = FileIndex.flatMap((entry, i) => {
    const name = FullPaths[i]?.split('/').slice(1).join('/') ?? '';
    const { content } = entry;
    return name === '' || name.endsWith('/') || !content ? [] : [{ name, content: Buffer.from(content) }];
  });
  const chosen = random.below(parts.length);
  return rawZip(
    parts.map(({ name, content }, i) => entryOf(name, i === chosen ? mutated(content, random) : content)),
  );
}
