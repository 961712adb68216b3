import { demand } from '../access/policy.ts';
import { demandFresh } from '../access/steps.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { reasonOf } from '../kernel/reason.ts';
import { takeReveal } from './hourly-limit.ts';
import { accessesOf, type SubjectAccesses } from './subject-accesses.ts';
import { recordsOf, type SubjectRecord } from './subject-records.ts';

/** What answering somebody's request works with. */
export interface SubjectRequestDeps {
  readonly database: Database;
  readonly vault: Pick<Vault, 'hash'>;
  readonly clock: Clock;
  readonly audit: Pick<AuditTrail, 'record'>;
  /** What an act of the trail is called. */
  readonly actText: (act: string) => Message;
}

/** Whose request, and what it is answered for. */
export interface SubjectRequest {
  readonly idNumber: string;
  readonly reason: string;
}

/** What is held of somebody, and who has seen it. */
export interface SubjectAnswer {
  readonly answeredAt: Date;
  readonly records: readonly SubjectRecord[];
  readonly accesses: SubjectAccesses;
  readonly requestsLeft: number;
}

/**
 * Answers whoever asks at the counter what the hub holds of them and who has seen it (PIPL 44, 45). The number they
 * give is hashed at once and kept nowhere; that it was asked is committed before anything is answered.
 */
export class SubjectRequestService {
  readonly #deps: SubjectRequestDeps;

  constructor(deps: SubjectRequestDeps) {
    this.#deps = deps;
  }

  /** What an act of the trail is called. */
  nameOf(act: string): Message {
    return this.#deps.actText(act);
  }

  async answer(viewer: Viewer, input: SubjectRequest): Promise<SubjectAnswer> {
    const { database, vault, clock } = this.#deps;
    demand(viewer, 'personal.answer');
    if (viewer.kind !== 'PERSON' || !viewer.session) throw DomainError.forbidden();
    demandFresh(viewer, clock.now());
    const reason = reasonOf(input.reason);
    const hash = vault.hash(numberOf(input.idNumber));
    const records = await recordsOf(database, viewer.scope, hash);
    const ids = records.map(({ id }) => id);
    const requestsLeft = await this.#remember(viewer, reason, ids);
    const touched = [...new Set([...ids, ...records.flatMap(({ files }) => files)])];
    const accesses = await accessesOf(database, viewer.scope.actor, touched);
    return { answeredAt: clock.now(), records, accesses, requestsLeft };
  }

  /** One of the hour's, since whoever tries numbers learns whom the hub knows, and the entry: both or neither. */
  #remember(viewer: Viewer, reason: string, subjects: readonly string[]): Promise<number> {
    const { database, audit, clock } = this.#deps;
    return database.transaction(viewer.scope, async query => {
      const left = await takeReveal(query, viewer.scope.actor, clock.now());
      await audit.record(query, actorOf(viewer), {
        act: 'answerSubjectRequest',
        object: 'SubjectRequest',
        purpose: reason,
        subjects,
        detail: { count: subjects.length, purpose: 'SUBJECT_REQUEST' },
      });
      return left;
    });
  }
}

/** The number as files' numbers are read: eighteen characters, half width, a capital X; the refusal never repeats it. */
function numberOf(text: string): string {
  const number = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '').toUpperCase(); // prettier-ignore
  if (/^\d{17}[\dX]$/.test(number)) return number;
  throw DomainError.badInput('idNumber', {
    zh: '请填写 18 位居民身份证号。',
    en: 'Give the identity number of 18 characters.',
  });
}
