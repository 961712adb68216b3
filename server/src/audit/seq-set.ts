const bits = 65_536;

/** Which numbers were seen: an eighth of a byte for each, so that millions are no matter. */
export class SeqSet {
  readonly #chunks = new Map<number, Uint8Array>();

  add(seq: number): void {
    const chunk = Math.floor(seq / bits);
    let bytes = this.#chunks.get(chunk);
    if (!bytes) this.#chunks.set(chunk, (bytes = new Uint8Array(bits / 8)));
    const bit = seq % bits;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  has(seq: number): boolean {
    const bit = seq % bits;
    return (((this.#chunks.get(Math.floor(seq / bits))?.[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  }
}
