import { can, demand } from '../access/policy.ts';
import { demandFresh } from '../access/steps.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { revealsLeft, takeReveal } from './hourly-limit.ts';
import { recordOf, sealedColumn } from './personal-fields.ts';
import { readWish, type RevealInput, type RevealWish } from './reveal-wish.ts';

/** For so long a page shows a value in plain. */
const shownFor = 30_000;

/** What the service of plain values works with. */
export interface RevealDeps {
  readonly database: Database;
  readonly vault: Pick<Vault, 'decrypt'>;
  readonly clock: Clock;
  readonly audit: Pick<AuditTrail, 'record'>;
}

/** A value in plain, and until when. */
export interface Revealed {
  readonly value: string | null;
  readonly hiddenAt: Date;
  readonly revealsLeft: number;
}

/**
 * The only place that opens a sealed value for somebody's eyes. Who looks, at what and why is committed before the
 * value is opened: whatever breaks down in between, nothing was shown that is not on record.
 */
export class RevealService {
  readonly #deps: RevealDeps;

  constructor(deps: RevealDeps) {
    this.#deps = deps;
  }

  async reveal(viewer: Viewer, input: RevealInput): Promise<Revealed> {
    const { clock, vault } = this.#deps;
    demand(viewer, 'personal.reveal');
    if (viewer.kind !== 'PERSON' || !viewer.session) throw DomainError.forbidden();
    demandFresh(viewer, clock.now());
    const wish = readWish(input);
    const cipher = await this.#sealed(viewer, wish);
    const left = cipher ? await this.#remember(viewer, wish) : await this.#left(viewer);
    const value = cipher && vault.decrypt(cipher);
    return { value, hiddenAt: new Date(clock.now().getTime() + shownFor), revealsLeft: left };
  }

  /** The sealed value of a row in the viewer's sight; null where the row has none. */
  async #sealed(viewer: Viewer, { kind, key, field, purpose }: RevealWish): Promise<Buffer | null> {
    const record = recordOf(kind);
    if (!record || !can(viewer, record.action) || !can(viewer, 'personal.masked'))
      throw DomainError.notFound();
    const sealed = sealedColumn(record, field);
    if (!sealed) throw DomainError.badInput('field', notOfThisKind);
    if (!sealed.purposes.includes(purpose)) throw DomainError.badInput('purpose', otherPurpose);
    const sql = `select r.${sealed.column} as cipher from ${record.table} r where r.id = $1::bigint`;
    const [row] = await this.#deps.database.read<{ cipher: Buffer | null }>(viewer.scope, sql, [key]);
    if (!row) throw DomainError.notFound();
    return row.cipher;
  }

  /** Counts it and writes it down, both or neither; nothing has been opened yet. */
  #remember(viewer: Viewer, wish: RevealWish): Promise<number> {
    const { database, audit, clock } = this.#deps;
    const { purpose, reason, field, caseNo } = wish;
    const object = `${wish.kind}:${wish.key}`;
    return database.transaction(viewer.scope, async query => {
      const left = await takeReveal(query, viewer.scope.actor, clock.now());
      await audit.record(query, actorOf(viewer), {
        act: 'revealPersonalField',
        object,
        purpose: `${purpose}: ${reason}`,
        subjects: [object],
        detail: { field, purpose, caseNo },
      });
      return left;
    });
  }

  #left({ scope }: Viewer): Promise<number> {
    const { database, clock } = this.#deps;
    return database.transaction(scope, query => revealsLeft(query, scope.actor, clock.now()));
  }
}

const notOfThisKind: Message = {
  zh: '该类记录没有此项个人信息。',
  en: 'Records of this kind have no such value.',
};
const otherPurpose: Message = {
  zh: '此项信息不用于该目的，请选择其他目的。',
  en: 'This value is not for that purpose; choose another one.',
};
