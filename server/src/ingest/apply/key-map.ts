import { createHash } from 'node:crypto';

/** Where a key was first claimed, and whether that row said the same. */
export interface Claim {
  readonly sheet: number;
  readonly row: number;
  readonly same: boolean;
}

/** Words of one slot: 4 of the key's digest, 2 of the content's, the row, the sheet. */
const slotWords = 8;

/** The natural keys claimed within one file: digests only, in one flat table, so that two million keys fit in 130 MB. */
export class KeyMap {
  #slots = 1024;
  #words = new Uint32Array(this.#slots * slotWords);
  #used = 0;

  /** Claims the key for a row; if another row holds it already, says which and whether the content is equal. */
  claim(key: string, content: string, sheet: number, row: number): Claim | undefined {
    if (this.#used * 2 >= this.#slots) this.#grow();
    const [digest, said] = [words(key, 4), words(content, 2)];
    const at = this.#find(this.#words, this.#slots, digest) * slotWords;
    const held = this.#at(at, said);
    if (held) return held;
    this.#words.set([...digest, ...said, row, sheet], at);
    this.#used++;
    return undefined;
  }

  /** Which row holds the key, if any. */
  find(key: string, content: string): Claim | undefined {
    const at = this.#find(this.#words, this.#slots, words(key, 4)) * slotWords;
    return this.#at(at, words(content, 2));
  }

  #at(at: number, said: Uint32Array): Claim | undefined {
    const slot = this.#words.subarray(at, at + slotWords);
    if (!slot[6]) return undefined;
    return { sheet: slot[7] ?? 0, row: slot[6], same: slot[4] === said[0] && slot[5] === said[1] };
  }

  /** The slot that holds the key, or the free one where it belongs. */
  #find(table: Uint32Array, slots: number, digest: Uint32Array): number {
    let slot = (digest[0] ?? 0) & (slots - 1);
    for (; ; slot = (slot + 1) & (slots - 1)) {
      const at = slot * slotWords;
      if (!table[at + 6]) return slot;
      if (digest.every((word, i) => table[at + i] === word)) return slot;
    }
  }

  #grow(): void {
    const slots = this.#slots * 2;
    const table = new Uint32Array(slots * slotWords);
    for (let at = 0; at < this.#words.length; at += slotWords) {
      const slot = this.#words.subarray(at, at + slotWords);
      if (slot[6]) table.set(slot, this.#find(table, slots, slot.subarray(0, 4)) * slotWords);
    }
    [this.#slots, this.#words] = [slots, table];
  }
}

function words(text: string, count: number): Uint32Array {
  const digest = createHash('sha256').update(text, 'utf8').digest();
  return Uint32Array.from({ length: count }, (_, i) => digest.readUInt32LE(i * 4));
}
