import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import type { AnchorFile } from './anchor-file.ts';
import { Faults, type Fault } from './faults.ts';
import { digestOf, foreignDigest, missingDigest, sha256, type SealHead, type Sealed } from './seal.ts';
import { signatures } from './seal-key.ts';
import { SeqSet } from './seq-set.ts';
import { Anchors } from './verify-anchors.ts';
import { Chain, type PurgeNote } from './verify-seals.ts';

/** What a check leans on: the table, the file, and the public key; no secret. */
export interface VerifyParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly anchors: AnchorFile | null;
  readonly publicKey: string;
  /** The file is a copy that was taken at some time: that it ends before the trail does is no fault. */
  readonly copied?: boolean;
}

/** What a check of the trail found. */
export interface Verification {
  readonly intact: boolean;
  /** Entries that were held against their seals, and the seals and anchors themselves. */
  readonly entries: number;
  readonly seals: number;
  readonly anchors: number;
  /** Entries that are so young that no seal covers them yet. */
  readonly pending: number;
  readonly faults: number;
  /** The fault that stands first in the trail. */
  readonly firstFault: Fault | null;
  /** The trail is covered by seals up to this moment; null where nothing was ever sealed. */
  readonly verifiedThrough: Date | null;
  /** What is older was purged when its years were over; null where nothing was. */
  readonly purgedBefore: Date | null;
}

/** An entry may wait so long for its seal. */
const patience = 60_000;
const lot = 2000;
const mostUnknown = 10_000;

/** Recomputes every digest, the chain, the signatures and the anchors, lot by lot. */
export async function verifyTrail(parts: VerifyParts): Promise<Verification> {
  return parts.database.transaction(systemScope('hub'), async query => {
    await query(`select set_config('hub.audit', 'read', true), set_config('statement_timeout', '0', true)`);
    // Nothing is purged meanwhile.
    await query(`select pg_advisory_xact_lock_shared(hashtext('hub.audit.purge'))`);
    return new Check(parts, query).run();
  });
}

class Check {
  readonly #parts: VerifyParts;
  readonly #query: Query;
  readonly #faults = new Faults();
  readonly #seen = new SeqSet();
  #entries = 0;

  constructor(parts: VerifyParts, query: Query) {
    [this.#parts, this.#query] = [parts, query];
  }

  async run(): Promise<Verification> {
    const { anchors: file, clock, publicKey } = this.#parts;
    const [check, faults] = [signatures(publicKey), this.#faults];
    const genuine = (hash: Buffer, signature: Buffer): boolean => check('seal', hash, signature);
    const anchors = new Anchors(file, faults, genuine);
    const purges = await this.#purges(check);
    const chain = new Chain({ query: this.#query, genuine, purges, anchors, faults });
    await anchors.begin();
    await this.#hold(chain);
    const pending = chain.broken ? 0 : await this.#unsealed(chain);
    // Seals that follow a broken one are no measure for the anchors.
    const now = this.#parts.copied ? null : clock.now();
    if (!chain.broken) await anchors.end(chain.head, await this.#lastSeq(), now);
    return {
      intact: faults.count === 0,
      entries: this.#entries,
      seals: chain.seals,
      anchors: anchors.lines,
      pending,
      faults: faults.count,
      firstFault: faults.first,
      verifiedThrough: momentOf(chain.head),
      purgedBefore: momentOf(chain.purged),
    };
  }

  /** Every entry that the seals speak of, against its digest. */
  async #hold(chain: Chain): Promise<void> {
    for await (const said of chain.entries()) {
      for (let at = 0; at < said.length; at += lot) await this.#holdLot(said.slice(at, at + lot));
    }
  }

  async #holdLot(said: readonly Sealed[]): Promise<void> {
    const rows = await this.#texts(said.map(one => one.seq));
    const found = new Map(rows.map(row => [row.seq, row.entry]));
    for (const { seq, digest } of said) {
      this.#seen.add(seq);
      const entry = found.get(seq);
      if (entry === undefined || digest.equals(missingDigest)) this.#faults.add('REMOVED', seq);
      else if (!digestOf(entry).equals(digest)) await this.#differs(seq, entry, digest);
      this.#entries++;
    }
  }

  /** The texts of a lot; numbers that lie close together are read in one walk. */
  #texts(seqs: readonly number[]): Promise<{ seq: number; entry: string }[]> {
    const [from, to] = [Math.min(...seqs), Math.max(...seqs)];
    if (to - from < 2 * seqs.length)
      return this.#query('select seq, entry from audit_entry where seq between $1 and $2', [from, to]);
    return this.#query('select seq, entry from audit_entry where seq = any($1::bigint[])', [seqs]);
  }

  /** Whether the text is another's, was never ours, or is simply not what was sealed. */
  async #differs(seq: number, entry: string, digest: Buffer): Promise<void> {
    if (foreignDigest(entry).equals(digest)) return this.#faults.add('INSERTED', seq);
    // Every further one costs a walk over all seals, and only the first is named.
    const [other] =
      this.#faults.count > 20
        ? []
        : await this.#query('select from audit_seal where position($1::bytea in content) > 0 limit 1', [
            digestOf(entry),
          ]);
    this.#faults.add(other ? 'REORDERED' : 'CHANGED', seq);
  }

  /** Entries without a seal: young ones wait for it; what neither waits nor is sealed was put in by somebody else. */
  async #unsealed(chain: Chain): Promise<number> {
    const unknown: number[] = [];
    for (let from = -1; ;) {
      const rows = await this.#query<{ seq: number }>(
        'select seq from audit_entry where seq > $1 order by seq limit 20000',
        [from],
      );
      for (const { seq } of rows) {
        if (unknown.length < mostUnknown && (seq < 0 || !this.#seen.has(seq))) unknown.push(seq);
      }
      const last = rows.at(-1);
      if (!last) break;
      from = last.seq;
    }
    const waiting = await this.#query<{ seq: number; at: Date | null }>(
      'select p.seq, e.at from audit_pending p left join audit_entry e on e.seq = p.seq order by p.seq',
    );
    const now = this.#parts.clock.now().getTime();
    for (const { seq, at } of waiting) {
      if (at === null) this.#faults.add('REMOVED', seq);
      else if (now - at.getTime() > patience) this.#faults.add('UNSEALED', seq);
    }
    // What was sealed while this check was running is held against its seal as well.
    await this.#hold(chain);
    const young = new Set(waiting.map(one => one.seq));
    for (const seq of unknown) {
      if (!young.has(seq) && (seq < 0 || !this.#seen.has(seq))) this.#faults.add('INSERTED', seq);
    }
    return waiting.length;
  }

  async #purges(check: ReturnType<typeof signatures>): Promise<PurgeNote[]> {
    const rows = await this.#query<{ note: string; signature: Buffer }>(
      'select note, signature from audit_purge order by id',
    );
    return rows
      .filter(({ note, signature }) => check('purge', sha256(note), signature))
      .map(({ note }) => JSON.parse(note) as PurgeNote);
  }

  async #lastSeq(): Promise<number> {
    const [row] = await this.#query<{ seq: number }>('select hub_audit_last_seq() as seq');
    return row?.seq ?? 0;
  }
}

const momentOf = (head: SealHead | null): Date | null => head && new Date(head.at);
