import type { Actor, AuditTrail } from '../kernel/audit.ts';
import { systemScope, type Query } from '../kernel/database.ts';
import type { AnchorFile } from './anchor-file.ts';
import type { AuditParts } from './audit-log.ts';
import { EntryMark } from './entry-mark.ts';
import { SealKey } from './seal-key.ts';
import {
  digestOf, foreignDigest, hashOf, headText, missingDigest, pack, readHead, sha256, type Seal, type Sealed, type SealHead,
} from './seal.ts'; // prettier-ignore

/** One seal takes so many entries at most: half a second's work, and 200 KB. */
const mostEntries = 5000;
/** Milliseconds between two looks at what waits: an entry is sealed within a second. */
const interval = 700;

const hub: Actor = { actor: 'hub', name: 'hub', onBehalfOf: null, session: null, address: null };

/** What sealing needs: the trail itself is told of anchors that are not what they should be. */
export interface SealParts extends AuditParts {
  readonly audit: AuditTrail;
  /** Null where nothing is anchored, as in a test. */
  readonly anchors: AnchorFile | null;
}

interface PendingRow {
  readonly seq: number;
  readonly entry: string | null;
  readonly mac: string | null;
}

/** Chains what was written: takes what waits, seals it, and anchors the head outside the database. */
export class Sealer {
  readonly key: SealKey;
  readonly #parts: SealParts;
  readonly #mark: EntryMark;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();
  #busy = false;
  /** Whether the head that stands is known to be in the anchor file. */
  #anchored = false;
  readonly #told = new Set<string>();

  constructor(parts: SealParts) {
    this.#parts = parts;
    this.key = new SealKey(parts.vault);
    this.#mark = new EntryMark(parts.vault);
  }

  /** Seals now and then, until it is stopped; what goes wrong is told once and tried again. */
  start(log: (line: string) => void): void {
    let told = '';
    const tell = (error: unknown): void => {
      const line = `审计记录未能封存 / the audit trail could not be sealed: ${(error as Error).message}`;
      if (line !== told) log(line);
      told = line;
    };
    const look = (): void => {
      if (this.#busy) return;
      this.#busy = true;
      this.#working = this.seal()
        .then(() => void (told = ''), tell)
        .finally(() => (this.#busy = false));
    };
    look();
    this.#timer = setInterval(look, interval);
  }

  /** Ends with what is left sealed. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
    await this.seal().catch(() => undefined);
  }

  /** Seals all that waits and anchors the head; returns how many entries were sealed. */
  async seal(): Promise<number> {
    const [there] = await this.#parts.database.read<{ waits: boolean }>(
      systemScope('hub'),
      'select hub_audit_waits() as waits',
    );
    let sealed = 0;
    for (let left = there?.waits ?? false; left;) {
      const taken = await this.#sealSome();
      sealed += taken;
      left = taken === mostEntries;
    }
    if (sealed > 0 || !this.#anchored) await this.#anchor();
    return sealed;
  }

  /** One at a time, whichever process it is: who does not get the lock leaves it to the other. */
  async #sealSome(): Promise<number> {
    const anchored = (await this.#parts.anchors?.last().catch(() => undefined))?.seal ?? 0;
    return this.#parts.database.transaction(systemScope('hub'), async query => {
      const [lock] = await query<{ got: boolean }>(
        `select pg_try_advisory_xact_lock(hashtext('hub.audit.seal')) as got`,
      );
      if (!lock?.got) return 0;
      const rows = await query<PendingRow>('select * from hub_audit_pending($1)', [mostEntries]);
      if (rows.length > 0) await this.#write(query, rows, anchored);
      return rows.length;
    });
  }

  async #write(query: Query, rows: readonly PendingRow[], anchored: number): Promise<void> {
    const before = await newest(query);
    const content = pack(rows.map(row => this.#digest(row)));
    const seqs = rows.map(row => row.seq);
    const last = before && readHead(before.head);
    const head = headText({
      id: (last?.id ?? 0) + 1,
      previous: before ? hashOf(before.head).toString('base64url') : '',
      previousSignature: before ? before.signature.toString('base64url') : '',
      digest: sha256(content).toString('base64url'),
      entries: rows.length,
      total: (last?.total ?? 0) + rows.length,
      lastSeq: Math.max(last?.lastSeq ?? 0, ...seqs),
      // Never less than it was: a file that lost lines does not take back what it held.
      anchored: Math.max(last?.anchored ?? 0, Math.min(anchored, last?.id ?? 0)),
      at: this.#parts.clock.now().getTime(),
    });
    const signature = this.key.sign('seal', hashOf(head));
    await query('select hub_audit_seal($1, $2, $3, $4)', [head, content, signature, seqs]);
  }

  #digest({ seq, entry, mac }: PendingRow): Sealed {
    if (entry === null) return { seq, digest: missingDigest };
    return { seq, digest: mac === this.#mark.of(entry) ? digestOf(entry) : foreignDigest(entry) };
  }

  /** Writes the head of the chain to the anchor file, if it is not there yet. */
  async #anchor(): Promise<void> {
    const { anchors: file, database, clock } = this.#parts;
    if (!file) return;
    this.#anchored = false;
    await file.prepare(this.key.publicKey);
    await database.transaction(systemScope('hub'), async query => {
      await query(`select pg_advisory_xact_lock(hashtext('hub.audit.anchor'))`);
      const [seal, last] = [await newest(query), await file.last()];
      const [head, hash] = seal ? [readHead(seal.head), hashOf(seal.head).toString('base64url')] : [];
      const behind = last && (last.seal > (head?.id ?? 0) || (last.seal === head?.id && last.hash !== hash));
      if (behind) await this.#tell('auditBehindAnchors', last.seal, head);
      if (!last && head && head.anchored > 0) await this.#tell('auditAnchorsMissing', head.anchored, head);
      if (!seal || !head || !hash || (last && last.seal >= head.id)) return;
      await file.append({
        seal: head.id,
        hash,
        signature: seal.signature.toString('base64url'),
        count: head.total,
        lastSeq: head.lastSeq,
        at: clock.now().toISOString(),
        after: Math.max(last?.seal ?? 0, head.anchored),
      });
    });
    this.#anchored = true;
  }

  /** Once for each: the trail remembers that it was found cut, and goes on. */
  async #tell(act: string, anchored: number, head: SealHead | undefined): Promise<void> {
    const key = `${act} ${anchored}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const detail = { anchoredSeal: anchored, newestSeal: head?.id ?? 0 };
    await this.#parts.audit.note(hub, { act, object: 'AuditTrail', outcome: 'FAILED', detail });
  }
}

const newest = async (query: Query): Promise<Seal | undefined> =>
  (await query<Seal>('select head, signature from hub_audit_head()'))[0];
