import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from './errors.ts';

const macLength = 16;

/** Seals places in a list: nobody can read order from them or make one up, and a damaged one is refused. */
export class Cursors {
  readonly #key: Buffer;

  /** The key comes from `Vault.derive`, for this purpose alone. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** `order` names the sort keys, so that a cursor of one order is refused in another. */
  encode(order: string, keys: readonly (string | null)[], id: number): string {
    const body = Buffer.from(JSON.stringify([order, keys, id]));
    return Buffer.concat([this.#mac(body), body]).toString('base64url');
  }

  decode(argument: string, order: string, cursor: string): { keys: (string | null)[]; id: number } {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(macLength);
    const genuine =
      bytes.length > macLength && timingSafeEqual(bytes.subarray(0, macLength), this.#mac(body));
    if (!genuine || bytes.toString('base64url') !== cursor) {
      throw DomainError.badInput(argument, { zh: '游标无效。', en: 'The cursor is not valid.' });
    }
    const [of, keys, id] = JSON.parse(body.toString()) as [string, (string | null)[], number];
    if (of !== order) {
      throw DomainError.badInput(argument, {
        zh: '游标属于另一种排序，请从第一页重新开始。',
        en: 'The cursor belongs to a list in another order; start again from its first page.',
      });
    }
    return { keys, id };
  }

  #mac(body: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(body).digest().subarray(0, macLength);
  }
}
