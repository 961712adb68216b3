import { randomBytes } from 'node:crypto';
import type { Actor, AuditEvent, Outcome } from '../kernel/audit.ts';
import { hideNumbers } from '../kernel/personal-numbers.ts';
import { canonical } from './canonical.ts';

/** An entry as its canonical text says it; what was not said is left out. */
export interface EntryText {
  /** Makes each text its own, also of two alike in one millisecond. */
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  readonly name: string;
  readonly onBehalfOf?: string;
  readonly session?: string;
  readonly address?: string;
  readonly act: string;
  readonly object?: string;
  readonly purpose?: string;
  readonly outcome: Outcome;
  readonly code?: string;
  /** Keyed digests. */
  readonly before?: string;
  readonly after?: string;
  readonly subjects?: readonly string[];
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The keyed digest of a value, so that nobody can find it by trying. */
export type Digest = (canonicalText: string) => string;

/** What somebody did, as the one text that is stored, hashed and searched. */
export function entryText(at: Date, who: Actor, event: AuditEvent, digest: Digest): string {
  const digested = (value: unknown): string | undefined =>
    value === undefined || value === null ? undefined : digest(canonical(value));
  const entry: Record<keyof EntryText, unknown> = {
    id: randomBytes(9).toString('base64url'),
    at: at.getTime(),
    actor: short(who.actor, 200),
    name: short(who.name, 200),
    onBehalfOf: short(who.onBehalfOf, 200),
    session: short(who.session, 100),
    address: short(who.address, 100),
    act: short(event.act, 100),
    object: short(event.object, 300),
    // A reason is typed by people.
    purpose: short(event.purpose && hideNumbers(event.purpose), 600),
    outcome: event.outcome ?? 'DONE',
    code: short(event.code, 100),
    before: digested(event.before),
    after: digested(event.after),
    subjects: event.subjects?.length ? event.subjects : undefined,
    detail: event.detail && Object.fromEntries(Object.entries(event.detail).map(([k, v]) => [k, bounded(v)])),
  };
  return canonical(entry);
}

/** A text that was given from outside never makes an entry that cannot be written: an index takes 2,700 bytes. */
function short(text: string | null | undefined, most: number): string | undefined {
  if (text === null || text === undefined) return undefined;
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

const bounded = (value: string | number | boolean | null): string | number | boolean | null =>
  typeof value === 'string' ? (short(value, 600) ?? null) : value;
