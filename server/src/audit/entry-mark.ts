import { createHmac } from 'node:crypto';
import type { Vault } from '../kernel/personal.ts';

/** The hub's own mark on an entry: who writes into the table without the hub's secret cannot make one. */
export class EntryMark {
  readonly #key: Buffer;

  constructor(vault: Vault) {
    this.#key = vault.derive('audit: mark of an entry');
  }

  of(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}
