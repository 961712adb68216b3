import type { Query } from '../kernel/database.ts';
import type { Faults } from './faults.ts';
import { hashOf, readHead, sha256, unpack, type SealHead, type Sealed } from './seal.ts';
import type { Anchors, Genuine } from './verify-anchors.ts';

/** A seal as it stands in the table. */
interface SealRow {
  readonly id: number;
  readonly head: string;
  readonly content: Buffer | null;
  readonly signature: Buffer;
}

/** The hub's note that seals up to this one were purged; its signature has been checked. */
export interface PurgeNote {
  readonly through: number;
  readonly hash: string;
  readonly at: number;
}

/** What checking the chain leans on. */
export interface ChainParts {
  readonly query: Query;
  readonly genuine: Genuine;
  readonly purges: readonly PurgeNote[];
  readonly anchors: Anchors;
  readonly faults: Faults;
}

/** One signature covers all seals before it, so one in so many is checked, and each only where that one is wrong. */
const stride = 64;
const leastKept = 183 * 86_400_000;
const mostSeals = 1000;
const mostEntries = 4000;

/** Walks the chain of seals from its beginning, and on from there when more has been sealed. */
export class Chain {
  seals = 0;
  /** The last seal that is as it was made. */
  head: SealHead | null = null;
  /** The last seal whose entries were purged. */
  purged: SealHead | null = null;
  #hash: Buffer | null = null;
  #signature: Buffer | null = null;
  #id = 0;
  readonly #unsure: { readonly head: SealHead; readonly hash: Buffer; readonly signature: Buffer }[] = [];
  readonly #parts: ChainParts;
  #broken = false;

  constructor(parts: ChainParts) {
    this.#parts = parts;
  }

  /** Whether a seal was found that is not the hub's, or missing. */
  get broken(): boolean {
    return this.#broken;
  }

  /** What the seals say of entries, in lots; after a seal that is not the hub's nothing further is believed. */
  async *entries(): AsyncGenerator<Sealed[]> {
    let size = 100;
    while (!this.#broken) {
      const rows = await this.#parts.query<SealRow>(
        `select id, head, content, signature from audit_seal where id > $1 order by id limit $2`,
        [this.#id, size],
      );
      if (rows.length === 0) break;
      const said: Sealed[] = [];
      for (const row of rows) {
        if (this.#broken) break;
        for (const one of await this.#seal(row)) said.push(one);
      }
      size = Math.min(mostSeals, Math.max(1, Math.floor((size * mostEntries) / Math.max(1, said.length))));
      yield said;
    }
    this.#checkSignatures();
  }

  async #seal(row: SealRow): Promise<Sealed[]> {
    const said = row.content === null ? [] : unpack(row.content);
    const head = this.#read(row, said);
    if (!head) return [];
    const hash = hashOf(row.head);
    const own = (): boolean => this.#parts.genuine(hash, row.signature);
    await this.#parts.anchors.seal(hash.toString('base64url'), head, own);
    [this.#id, this.#hash, this.#signature, this.head] = [row.id, hash, row.signature, head];
    this.seals++;
    this.#unsure.push({ head, hash, signature: row.signature });
    if (this.#unsure.length >= stride) this.#checkSignatures();
    return said;
  }

  /** The head of a seal that follows the one before it and fits its content. */
  #read(row: SealRow, said: readonly Sealed[]): SealHead | null {
    const first = said[0]?.seq ?? (this.head?.lastSeq ?? 0) + 1;
    const head = safely(row.head);
    if (!head || head.id !== row.id) return this.#break('SEAL_FORGED', first);
    if (this.#hash === null) return this.#beginning(row, head, first);
    if (row.id !== this.#id + 1) return this.#break('SEAL_REMOVED', (this.head?.lastSeq ?? 0) + 1);
    const follows =
      head.previous === this.#hash.toString('base64url') &&
      head.previousSignature === this.#signature?.toString('base64url');
    const fits = row.content !== null && head.digest === sha256(row.content).toString('base64url');
    return follows && fits ? head : this.#break('SEAL_FORGED', first);
  }

  /** The chain begins with the first seal of all, or with the last one that was purged, of which there is a note. */
  #beginning(row: SealRow, head: SealHead, first: number): SealHead | null {
    if (row.content === null) {
      const hash = hashOf(row.head).toString('base64url');
      const note = this.#parts.purges.find(one => one.through === row.id && one.hash === hash);
      if (!note || note.at - head.at < leastKept) return this.#break('SEAL_FORGED', head.lastSeq);
      return (this.purged = head);
    }
    if (row.id !== 1) return this.#break('SEAL_REMOVED', 1);
    const fits = head.previous === '' && head.digest === sha256(row.content).toString('base64url');
    return fits ? head : this.#break('SEAL_FORGED', first);
  }

  #checkSignatures(): void {
    const last = this.#unsure.at(-1);
    if (last && !this.#parts.genuine(last.hash, last.signature)) {
      const forged = this.#unsure.findIndex(one => !this.#parts.genuine(one.hash, one.signature));
      const before = this.#unsure[forged - 1]?.head;
      const at = this.#unsure[forged]?.head ?? last.head;
      this.#break('SEAL_FORGED', (before?.lastSeq ?? at.lastSeq - at.entries) + 1);
    }
    this.#unsure.length = 0;
  }

  #break(kind: 'SEAL_FORGED' | 'SEAL_REMOVED', seq: number): null {
    this.#broken = true;
    this.#parts.faults.add(kind, seq);
    return null;
  }
}

function safely(text: string): SealHead | undefined {
  try {
    return readHead(text);
  } catch {
    return undefined;
  }
}
