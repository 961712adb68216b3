import { once } from '../access/idempotency.ts';
import { demand } from '../access/policy.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import { Cursors } from '../kernel/cursor.ts';
import { systemScope } from '../kernel/database.ts';
import { AnchorFile } from './anchor-file.ts';
import type { AuditParts } from './audit-log.ts';
import { AuditReader } from './audit-reader.ts';
import { leastKeptDays, purgeAudit, standardKeptDays } from './purge.ts';
import { Sealer } from './sealer.ts';
import { verifyTrail, type Verification } from './verify.ts';

/** Where the trail is anchored and how long it is kept; the environment decides. */
export interface AuditKeeping {
  /** The file outside the database; null anchors nothing. */
  readonly anchorFile: string | null;
  readonly keepDays: number;
}

/** What the trail is kept with. */
export interface AuditServiceParts extends AuditParts {
  readonly audit: AuditTrail;
  readonly keeping?: AuditKeeping | undefined;
}

/** A copy of the anchor file that was kept elsewhere, with its public key. */
export interface GivenAnchors {
  readonly anchors: AnchorFile;
  readonly publicKey: string;
}

/** What a check found, and the milliseconds that it took. */
export interface TimedVerification extends Verification {
  readonly took: number;
}

/** Keeps the trail: seals it, checks it, and lets go of what has been kept for its years. */
export class AuditService {
  readonly sealer: Sealer;
  readonly reader: AuditReader;
  readonly #parts: AuditServiceParts;
  readonly #anchors: AnchorFile | null;
  readonly #keepDays: number;
  /** The check that is under way: whoever asks meanwhile shares it. */
  #checking: Promise<TimedVerification> | undefined;

  constructor(parts: AuditServiceParts) {
    const { anchorFile = null, keepDays = standardKeptDays } = parts.keeping ?? {};
    this.#parts = parts;
    this.#anchors = anchorFile === null ? null : new AnchorFile(anchorFile);
    this.#keepDays = Math.max(keepDays, leastKeptDays);
    const { database, audit, vault } = parts;
    this.reader = new AuditReader({ database, audit, cursors: new Cursors(vault.derive('audit trail')) });
    this.sealer = new Sealer({ ...parts, anchors: this.#anchors });
  }

  /** Seals what waits, then holds everything against its seals; another anchor file, with its key, may be named. */
  async verify(given?: GivenAnchors): Promise<TimedVerification> {
    const begun = performance.now();
    await this.sealer.seal().catch(() => 0);
    const { database, clock } = this.#parts;
    const own = { anchors: this.#anchors, publicKey: this.sealer.key.publicKey };
    const found = await verifyTrail({ database, clock, ...own, ...given, copied: given !== undefined });
    return { ...found, took: Math.round(performance.now() - begun) };
  }

  /** The same for an auditor: that it was done and what came of it is entered in the trail. */
  async verifyAs(
    viewer: Viewer,
    input: { readonly idempotencyKey?: string | null | undefined },
    given?: GivenAnchors,
  ): Promise<TimedVerification> {
    demand(viewer, 'audit.verify');
    const { database, clock, audit } = this.#parts;
    const { actor } = viewer.scope;
    // Before the transaction: who holds one connection and waits for another can wait for ever.
    this.#checking ??= this.verify(given).finally(() => (this.#checking = undefined));
    const found = await this.#checking;
    return database.transaction(systemScope(actor), query =>
      once(query, { actor, act: 'verifyAuditTrail', input, at: clock.now() }, async () => {
        const event = { act: 'verifyAuditTrail', object: 'AuditTrail', detail: said(found) };
        await audit.record(query, actorOf(viewer), event);
        return found;
      }),
    );
  }

  /** Lets go of whole seals whose entries are older than they must be kept; returns how many entries went. */
  purge(): Promise<number> {
    const { database, vault, clock, audit } = this.#parts;
    return purgeAudit({ database, vault, clock, audit, key: this.sealer.key, keepDays: this.#keepDays });
  }
}

/** What of a check the trail itself remembers. */
const said = ({ intact, entries, seals, faults, firstFault }: Verification) => ({
  intact,
  entries,
  seals,
  faults,
  fault: firstFault?.kind ?? null,
  seq: firstFault?.seq ?? null,
});
