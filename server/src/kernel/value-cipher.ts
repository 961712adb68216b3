import { createCipheriv, createDecipheriv, hash, randomBytes, type KeyObject } from 'node:crypto';

const block = 64;
const [nonceLength, tagLength, aesBlock] = [12, 16, 16];
const roundUp = (length: number): number => Math.ceil(length / aesBlock) * aesBlock;

/** HMAC-SHA-256 with a fixed key for very many short texts: in one call each, without an object that streams. */
export class ShortHmac {
  readonly #outer = Buffer.alloc(block + 32, 0x5c);
  #inner = Buffer.alloc(block + 256, 0x36);

  constructor(key: Buffer) {
    for (const [i, byte] of key.entries()) {
      this.#outer[i] = 0x5c ^ byte;
      this.#inner[i] = 0x36 ^ byte;
    }
  }

  of(text: string): Buffer {
    if (text.length * 3 > this.#inner.length - block) this.#grow(text.length * 3);
    const length = block + this.#inner.write(text, block);
    hash('sha256', this.#inner.subarray(0, length), 'buffer').copy(this.#outer, block);
    return hash('sha256', this.#outer, 'buffer');
  }

  #grow(bytes: number): void {
    const wider = Buffer.alloc(block + bytes);
    this.#inner.copy(wider, 0, 0, block);
    this.#inner = wider;
  }
}

/** A short text and the keyed hash by which it is matched. */
export interface HashedText {
  readonly text: string;
  readonly hash: Buffer;
}

/**
 * AES-256 in counter mode over the text and the first 16 bytes of its keyed hash, a random nonce in front. Opening
 * compares the hash, so nothing that was changed or belongs to another key is ever taken for a text.
 */
export class ValueCipher {
  readonly #key: KeyObject;
  readonly #hmac: ShortHmac;

  constructor(key: KeyObject, hmac: ShortHmac) {
    [this.#key, this.#hmac] = [key, hmac];
  }

  /** Many texts at once: one run of the cipher over all their counters, since starting it is what takes the time. */
  seal(values: readonly HashedText[]): Buffer[] {
    const lengths = values.map(({ text }) => Buffer.byteLength(text) + tagLength);
    const total = lengths.reduce((sum, length) => sum + roundUp(length), 0);
    const plain = Buffer.from(new ArrayBuffer(total));
    const counters = Buffer.from(new ArrayBuffer(total));
    const nonces = randomBytes(nonceLength * values.length);
    let at = 0;
    for (const [i, { text, hash: keyed }] of values.entries()) {
      const length = lengths[i] ?? 0;
      plain.write(text, at);
      plain.set(keyed.subarray(0, tagLength), at + length - tagLength);
      for (let n = 0; n * aesBlock < length; n++, at += aesBlock) {
        counters.set(nonces.subarray(i * nonceLength, (i + 1) * nonceLength), at);
        counters[at + aesBlock - 1] = n & 255;
        counters[at + aesBlock - 2] = n >> 8;
      }
    }
    const stream = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false).update(counters);
    for (let n = 0; n < total; n++) plain[n] = (plain[n] ?? 0) ^ (stream[n] ?? 0);
    at = 0;
    return lengths.map((length, i) => {
      const sealed = Buffer.allocUnsafe(nonceLength + length);
      sealed.set(nonces.subarray(i * nonceLength, (i + 1) * nonceLength));
      sealed.set(plain.subarray(at, at + length), nonceLength);
      at += roundUp(length);
      return sealed;
    });
  }

  /** The text, or undefined where this cipher has not sealed these bytes. */
  open(sealed: Buffer): string | undefined {
    if (sealed.length < nonceLength + tagLength) return undefined;
    const counter = Buffer.alloc(aesBlock);
    sealed.copy(counter, 0, 0, nonceLength);
    const decipher = createDecipheriv('aes-256-ctr', this.#key, counter);
    const plain = decipher.update(sealed.subarray(nonceLength));
    const text = plain.subarray(0, -tagLength).toString('utf8');
    return this.#hmac.of(text).compare(plain, plain.length - tagLength, plain.length, 0, tagLength) === 0
      ? text
      : undefined;
  }
}
