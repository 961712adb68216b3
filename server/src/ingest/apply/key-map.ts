import { hash } from 'node:crypto';

/** Where a key was first claimed, and whether that row said the same. */
export interface Claim {
  readonly sheet: number;
  readonly row: number;
  readonly same: boolean;
}

/** The digest under which a key or a content is remembered. */
export const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer');

/** Words of one slot: 4 of the key's digest, 2 of the content's, the row, the sheet. */
const slotWords = 8;

/** The natural keys claimed within one file: digests only, in one flat table, so that two million keys fit in 130 MB. */
export class KeyMap {
  #slots = 1024;
  #words = new Uint32Array(this.#slots * slotWords);
  #used = 0;

  /** Claims the key for a row; if another row holds it already, says which and whether the content is equal. */
  claim(key: Buffer, content: Buffer, sheet: number, row: number): Claim | undefined {
    if (this.#used * 2 >= this.#slots) this.#grow();
    const at = this.#place(key);
    const held = this.#at(at, content);
    if (held) return held;
    const words = this.#words;
    for (let i = 0; i < 4; i++) words[at + i] = key.readUInt32LE(i * 4);
    for (let i = 0; i < 2; i++) words[at + 4 + i] = content.readUInt32LE(i * 4);
    words[at + 6] = row;
    words[at + 7] = sheet;
    this.#used++;
    return undefined;
  }

  /** Whether any key is claimed. */
  get used(): boolean {
    return this.#used > 0;
  }

  /** Which row holds the key, if any. */
  find(key: Buffer, content: Buffer): Claim | undefined {
    return this.#at(this.#place(key), content);
  }

  #at(at: number, content: Buffer): Claim | undefined {
    const words = this.#words;
    const row = words[at + 6];
    if (!row) return undefined;
    const same = words[at + 4] === content.readUInt32LE(0) && words[at + 5] === content.readUInt32LE(4);
    return { sheet: words[at + 7] ?? 0, row, same };
  }

  #place(key: Buffer): number {
    const word = (i: number): number => key.readUInt32LE(i * 4);
    return slotOf(this.#words, this.#slots, word(0), word(1), word(2), word(3));
  }

  #grow(): void {
    const old = this.#words;
    const slots = this.#slots * 2;
    const table = new Uint32Array(slots * slotWords);
    for (let at = 0; at < old.length; at += slotWords) {
      if (!old[at + 6]) continue;
      const word = (i: number): number => old[at + i] ?? 0;
      const to = slotOf(table, slots, word(0), word(1), word(2), word(3));
      for (let i = 0; i < slotWords; i++) table[to + i] = word(i);
    }
    [this.#slots, this.#words] = [slots, table];
  }
}

/** Where in the table the slot begins that holds the key, or the free one where it belongs. */
function slotOf(table: Uint32Array, slots: number, a: number, b: number, c: number, d: number): number {
  for (let slot = a & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const at = slot * slotWords;
    if (!table[at + 6]) return at;
    if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return at;
  }
}
