import { createHash } from 'node:crypto';

const mostNames = 200;
const mostSeen = 2000;
const longestText = 20_000;

/**
 * Names for statements that come again, so that PostgreSQL parses and plans them once a connection. A text earns its
 * name the second time, and names are few and texts short: each costs memory on every connection.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  #seen = new Set<string>();

  of(text: string): string | undefined {
    if (text.length > longestText) return undefined;
    const known = this.#names.get(text);
    if (known || this.#names.size >= mostNames) return known;
    if (this.#seen.has(text)) {
      const name = `read_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
      this.#names.set(text, name);
      return name;
    }
    if (this.#seen.size >= mostSeen) this.#seen = new Set();
    this.#seen.add(text);
    return undefined;
  }
}
