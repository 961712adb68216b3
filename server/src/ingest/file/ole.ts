import { IngestRefusal } from '../refusal.ts';

/** An OLE container, the file system inside an .xls file; only the streams of its root are seen. */
export interface Ole {
  readonly has: (name: string) => boolean;
  readonly read: (name: string) => Buffer;
}

interface Entry {
  readonly start: number;
  readonly size: number;
}

const noEntry = 0xffffffff;
const endOfChain = 0xfffffffe;
const entryBytes = 128;

const damaged = (): never => {
  throw new IngestRefusal('DAMAGED_FILE', { part: 'OLE' });
};

/** Runs what reads fixed places of the file: reaching past its end means that it is damaged. */
export function within<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) damaged();
    throw error;
  }
}

/** Opens an OLE container held in memory. Chains that run in a circle or out of the file are refused. */
export function openOle(bytes: Buffer): Ole {
  return within(() => {
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) damaged();
    const sectorBytes = 1 << shift;
    const sectors = Math.ceil(bytes.length / sectorBytes);
    const sector = (n: number): Buffer => {
      const from = (n + 1) * sectorBytes;
      return from < bytes.length ? bytes.subarray(from, from + sectorBytes) : damaged();
    };
    const table = allocationTable(bytes, sector, sectors);
    const stream = (start: number): Buffer => Buffer.concat(chain(start, table, sectors).map(sector));
    const directory = stream(bytes.readUInt32LE(48));
    const root = entryAt(directory, 0);
    const entries = childrenOf(directory, directory.readUInt32LE(76));
    const smallest = bytes.readUInt32LE(56);
    const read = ({ start, size }: Entry): Buffer => {
      if (size === 0) return Buffer.alloc(0);
      const whole = size >= smallest ? stream(start) : miniStream(start);
      return whole.length >= size ? whole.subarray(0, size) : damaged();
    };
    /** Small streams share the root's own stream, in sectors of 64 bytes with a table of their own. */
    const miniStream = (start: number): Buffer => {
      const small = stream(bytes.readUInt32LE(60));
      const shared = stream(root.start);
      const count = Math.ceil(shared.length / 64);
      const links = chain(start, n => small.readUInt32LE(n * 4), count);
      return Buffer.concat(links.map(n => shared.subarray(n * 64, n * 64 + 64)));
    };
    return {
      has: name => entries.has(name.toLowerCase()),
      read: name => within(() => read(entries.get(name.toLowerCase()) ?? damaged())),
    };
  });
}

/** The table of what sector follows which, found through the header and the list that continues it. */
function allocationTable(
  bytes: Buffer,
  sector: (n: number) => Buffer,
  sectors: number,
): (n: number) => number {
  const perSector = sector(0).length / 4;
  const parts: Buffer[] = [];
  const add = (n: number): void => {
    if (n < noEntry - 1) parts.push(sector(n));
    if (parts.length > sectors) damaged();
  };
  for (let i = 0; i < 109; i++) add(bytes.readUInt32LE(76 + i * 4));
  let next = bytes.readUInt32LE(68);
  for (let steps = 0; next < endOfChain; steps++) {
    if (steps > sectors) damaged();
    const list = sector(next);
    for (let i = 0; i < perSector - 1; i++) add(list.readUInt32LE(i * 4));
    next = list.readUInt32LE((perSector - 1) * 4);
  }
  return n => (parts[Math.floor(n / perSector)] ?? damaged()).readUInt32LE((n % perSector) * 4);
}

function chain(start: number, table: (n: number) => number, most: number): number[] {
  const links: number[] = [];
  for (let n = start; n !== endOfChain && n !== noEntry; n = table(n)) {
    links.push(n);
    if (links.length > most) damaged();
  }
  return links;
}

const entryAt = (directory: Buffer, n: number): Entry => ({
  start: directory.readUInt32LE(n * entryBytes + 116),
  size: directory.readUInt32LE(n * entryBytes + 120),
});

/** The streams below one storage: its entries form a tree of names. */
function childrenOf(directory: Buffer, first: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [first];
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    if (n === noEntry || seen.has(n)) continue;
    seen.add(n);
    const at = n * entryBytes;
    const length = Math.min(directory.readUInt16LE(at + 64), 64);
    const name = directory.toString('utf16le', at, at + Math.max(0, length - 2));
    if (directory.readUInt8(at + 66) === 2) entries.set(name.toLowerCase(), entryAt(directory, n));
    open.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72));
  }
  return entries;
}
