import type { AuditTrail } from '../kernel/audit.ts';
import { AnchorFile } from './anchor-file.ts';
import type { AuditParts } from './audit-log.ts';
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

/** Keeps the trail: seals it, checks it, and lets go of what has been kept for its years. */
export class AuditService {
  readonly sealer: Sealer;
  readonly #parts: AuditServiceParts;
  readonly #anchors: AnchorFile | null;
  readonly #keepDays: number;

  constructor(parts: AuditServiceParts) {
    const { anchorFile = null, keepDays = standardKeptDays } = parts.keeping ?? {};
    this.#parts = parts;
    this.#anchors = anchorFile === null ? null : new AnchorFile(anchorFile);
    this.#keepDays = Math.max(keepDays, leastKeptDays);
    this.sealer = new Sealer({ ...parts, anchors: this.#anchors });
  }

  /** Seals what waits, then holds everything against its seals; another anchor file, with its key, may be named. */
  async verify(given?: { readonly anchors: AnchorFile; readonly publicKey: string }): Promise<Verification> {
    await this.sealer.seal().catch(() => 0);
    const { database, clock } = this.#parts;
    const own = { anchors: this.#anchors, publicKey: this.sealer.key.publicKey };
    return verifyTrail({ database, clock, ...own, ...given });
  }

  /** Lets go of whole seals whose entries are older than they must be kept; returns how many entries went. */
  purge(): Promise<number> {
    const { database, vault, clock, audit } = this.#parts;
    return purgeAudit({ database, vault, clock, audit, key: this.sealer.key, keepDays: this.#keepDays });
  }
}
