import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import type { Step } from '../kernel/errors.ts';
import type { Role } from './roles.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { grantOfPerson, livingSession, type GrantRow, type SessionRow } from './session-statements.ts';
import { stepOf } from './steps.ts';
import type { Language } from './viewer.ts';

const minute = 60_000;
const idle = 30 * minute;
const longest = 8 * 60 * minute;

/** For so many days after its end a session is still told from others, then it is forgotten. */
export const sessionsKeptDays = 30;

const hub = systemScope('hub');

/** Where a sign-in comes from; kept beside the session for the person to recognise it. */
export interface Origin {
  readonly address: string | null;
  readonly agent: string | null;
}

/** Who stands behind a session today. */
export interface SignedIn {
  readonly sessionId: number;
  readonly personId: number;
  readonly username: string;
  readonly name: string;
  readonly language: Language;
  readonly role: Role | null;
  readonly town: string | null;
  /** Last day of the term; null while it is open. */
  readonly roleUntil: Day | null;
  readonly mustChangePassword: boolean;
  readonly enrolled: boolean;
  readonly provenAt: Date | null;
  readonly next: Step | null;
}

/** What a new session begins with besides its person. */
export interface Beginning extends Origin {
  /** A proof carried over from the session it follows. */
  readonly provenAt?: Date | null;
  /** The answer of the issuer it begins with. */
  readonly answer?: string;
}

/** A session as it begins: its number, the cookie's secret, the role it is for. */
export interface BegunSession {
  readonly id: number;
  readonly secret: string;
  readonly grant: GrantRow | undefined;
}

/** Browser sessions: 30 minutes of idleness or eight hours end one, and so does anything that happens to the person. */
export class SessionService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Begins a session within the transaction of the sign-in; null where the issuer's answer has begun one before. */
  async begin(query: Query, person: number, beginning: Beginning): Promise<BegunSession | null> {
    const { address, agent, provenAt = null, answer } = beginning;
    const secret = newSecret();
    const now = this.#clock.now();
    const [grant] = await query<GrantRow>(grantOfPerson, [person, this.#clock.today()]);
    const [row] = await query<{ id: number }>(
      `insert into person_session (secret_hash, person_id, created_at, seen_at, expires_at, address, agent, proven_at,
        answer_hash, assignment_id) values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9) on conflict (answer_hash) do nothing returning id`,
      [
        hashSecret(secret),
        person,
        now,
        new Date(now.getTime() + longest),
        address,
        agent?.slice(0, 200) ?? null,
        provenAt,
        answer === undefined ? null : hashSecret(answer),
        grant?.id ?? null,
      ],
    );
    if (!row) return null;
    await query('update person set last_sign_in_at = $2 where id = $1', [person, now]);
    return { id: row.id, secret, grant };
  }

  /** A session that was not seen since then is over. */
  quietSince = (now: Date): Date => new Date(now.getTime() - idle);

  /** The living session with this secret, with the role its person holds today; unless one only looks, it is in use now. */
  async find(secret: string, looking = false): Promise<SignedIn | undefined> {
    const now = this.#clock.now();
    const values = [hashSecret(secret), now, this.quietSince(now), this.#clock.today()];
    const [row] = await this.#database.read<SessionRow>(hub, livingSession, values, 'living session');
    if (!row) return undefined;
    if (!looking && now.getTime() - row.seenAt.getTime() > minute) await this.#touch(row.sessionId, now);
    return { ...row, next: stepOf(row) };
  }

  /** The proof of the second factor: the session goes on under a new secret, the old one is dead. */
  async prove(query: Query, session: number): Promise<string> {
    const secret = newSecret();
    await query('update person_session set secret_hash = $2, proven_at = $3 where id = $1', [
      session,
      hashSecret(secret),
      this.#clock.now(),
    ]);
    return secret;
  }

  /** Ends one session of a person, all others, or every one; gives the numbers of those that ended. */
  async end(query: Query, person: number, which: { only?: number; but?: number } = {}): Promise<number[]> {
    const rows = await query<{ id: number }>(
      `update person_session set ended_at = $4 where person_id = $1 and ended_at is null and expires_at > $4
        and ($2::bigint is null or id = $2) and ($3::bigint is null or id <> $3) returning id`,
      [person, which.only ?? null, which.but ?? null, this.#clock.now()],
    );
    return rows.map(row => row.id);
  }

  #touch = (id: number, now: Date): Promise<unknown> =>
    this.#database.transaction(hub, query =>
      query('update person_session set seen_at = greatest(seen_at, $2) where id = $1', [id, now]),
    );
}

/** Forgets the sessions that ended a month ago; returns how many. */
export async function forgetSessions(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - sessionsKeptDays * 86_400_000);
  return database.transaction(hub, async query => {
    const [row] = await query<{ count: number }>('select hub_forget_sessions($1)::int as count', [before]);
    return row?.count ?? 0;
  });
}
