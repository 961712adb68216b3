import { actorOf, type Viewer } from './viewer.ts';
import type { AuditEvent, AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import { Turns } from '../kernel/in-turn.ts';
import { once } from './idempotency.ts';
import { demand, type Action } from './policy.ts';

/** What acts on people, roles and tokens stand on. */
export interface ActParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  /** Nothing that was known of anybody is believed any longer. */
  readonly forget: () => void;
}

/** What somebody asks to be done to people, roles or tokens. */
export interface AccessAct {
  readonly act: string;
  readonly needs: Action;
  readonly input: { readonly idempotencyKey?: string | null | undefined };
}

/** What was done: the answer, kept for whoever asks again with the same key, and what the audit trail hears of it. */
export interface Done<Answer extends object> {
  /** Plain JSON without any secret: a repeated request must not show one again. */
  readonly answer: Answer;
  readonly event: Omit<AuditEvent, 'act' | 'outcome' | 'code'>;
}

const turns = new Turns();

/**
 * Does one act in one transaction: once for its key, written into the audit trail with it, and alone. All acts on people,
 * roles and tokens wait for each other, in every process: what one has checked (that another administrator is left,
 * that a role is free) is still so when it writes.
 */
export async function perform<Answer extends object>(
  { database, clock, audit, forget }: ActParts,
  viewer: Viewer,
  { act, needs, input }: AccessAct,
  work: (query: Query) => Promise<Done<Answer>>,
): Promise<Answer> {
  demand(viewer, needs);
  const { actor } = viewer.scope;
  const acting = (query: Query): Promise<Answer> =>
    once(query, { actor, act, input, at: clock.now() }, async () => {
      await query(`select pg_advisory_xact_lock(hashtextextended('hub access', 0))`);
      const { answer, event } = await work(query);
      await audit.record(query, actorOf(viewer), { act, ...event });
      return answer;
    });
  try {
    return await turns.take(database, () => database.transaction(systemScope(actor), acting));
  } finally {
    forget();
  }
}

/** Refuses what the present state does not allow. */
export const notNow = (text: Message): DomainError => new DomainError('INVALID_TRANSITION', text);

/** The number behind a global id such as `Person:12`; anything else names nothing. */
export function numberOf(kind: string, id: string): number {
  const [, digits] = new RegExp(`^(?:${kind}:)?(\\d{1,15})$`).exec(id) ?? [];
  if (!digits) throw DomainError.notFound();
  return Number(digits);
}
