import { IngestRefusal } from '../refusal.ts';

/** The record types of an .xls workbook stream that the hub reads; all others are passed over. */
export const record = {
  FORMULA: 0x06, EOF: 0x0a, DATEMODE: 0x22, FILEPASS: 0x2f, CONTINUE: 0x3c, BOUNDSHEET: 0x85, MULRK: 0xbd, RSTRING: 0xd6,
  XF: 0xe0, MERGES: 0xe5, SST: 0xfc, LABELSST: 0xfd, NUMBER: 0x203, LABEL: 0x204, BOOLERR: 0x205, STRING: 0x207,
  ROW: 0x208, RK: 0x27e, FORMAT: 0x41e, BOF: 0x809,
} as const; // prettier-ignore

/** One record: its type and where its data lies in the stream. */
export interface BiffRecord {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** The records from a place on to the end that belongs to it; a stream that breaks off before is refused. */
export function* recordsFrom(stream: Buffer, at: number): Generator<BiffRecord> {
  let depth = 0;
  for (let start = at + 4; ;) {
    const type = stream.readUInt16LE(start - 4);
    const end = start + stream.readUInt16LE(start - 2);
    if (end > stream.length) throw new RangeError('a record reaches past the end');
    if (type === record.BOF) depth++;
    else if (type === record.EOF && --depth <= 0) return;
    // What is drawn into a sheet is a stream of its own between BOF and EOF.
    if (depth <= 1) yield { type, start, end };
    start = end + 4;
  }
}

/** Reads through the data of a record and of the records that continue it. */
export class BiffCursor {
  readonly #stream: Buffer;
  #at: number;
  #end: number;

  constructor(stream: Buffer, { start, end }: BiffRecord) {
    this.#stream = stream;
    this.#at = start;
    this.#end = end;
  }

  /** Moves into the continuing record where this one is used up. */
  #continue(): void {
    while (this.#at >= this.#end) {
      if (this.#stream.readUInt16LE(this.#end) !== record.CONTINUE)
        throw new IngestRefusal('DAMAGED_FILE', { part: 'BIFF' });
      this.#at = this.#end + 4;
      this.#end = this.#at + this.#stream.readUInt16LE(this.#end + 2);
    }
  }

  byte(): number {
    this.#continue();
    return this.#stream.readUInt8(this.#at++);
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return this.short() + this.short() * 65_536;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      this.#continue();
      const step = Math.min(left, this.#end - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A string with its count of characters (one or two bytes), its flags, and what it carries along. */
  string(count: number): string {
    let wide = this.byte();
    const runs = (wide & 8) !== 0 ? this.short() : 0;
    const extension = (wide & 4) !== 0 ? this.long() : 0;
    let text = '';
    for (let left = count; left > 0;) {
      if (this.#at >= this.#end) {
        this.#continue();
        wide = this.#stream.readUInt8(this.#at++); // each continuing record says anew how its characters are written
      }
      const size = (wide & 1) === 0 ? 1 : 2;
      const step = Math.min(left, Math.floor((this.#end - this.#at) / size));
      if (step === 0) throw new IngestRefusal('DAMAGED_FILE', { part: 'BIFF' });
      const to = this.#at + step * size;
      text += this.#stream.toString(size === 1 ? 'latin1' : 'utf16le', this.#at, to);
      this.#at = to;
      left -= step;
    }
    this.skip(runs * 4 + extension);
    return text;
  }
}
