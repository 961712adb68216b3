import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP file written by hand: any of its words may be a lie. */
export interface RawEntry {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
  readonly method?: number;
  readonly flags?: number;
  /** The place of its data, where that is another entry's. */
  readonly at?: number;
}

/** An honest entry. */
export function entryOf(name: string, content: string | Buffer): RawEntry {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

/** So many bytes of one character, packed once: what a bomb is filled with. */
export function filled(name: string, megabytes: number, sign = ' '): RawEntry {
  return entryOf(name, Buffer.alloc(megabytes * 1024 * 1024, sign));
}

function header(entry: RawEntry, central: boolean, offset: number): Buffer {
  const { name, packed, size, crc, method = 8, flags = 0 } = entry;
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  const at = central ? 6 : 4;
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(flags, at + 2);
  bytes.writeUInt16LE(method, at + 4);
  bytes.writeUInt32LE(crc, at + 10);
  bytes.writeUInt32LE(packed.length, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 22);
  if (central) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

/** Puts the entries together as they are told, honest or not. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let length = 0;
  for (const entry of entries) {
    central.push(header(entry, true, entry.at ?? length));
    if (entry.at !== undefined) continue;
    const local = header(entry, false, 0);
    parts.push(local, entry.packed);
    length += local.length + entry.packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...parts, directory, end]);
}
