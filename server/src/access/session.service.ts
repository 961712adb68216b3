import type { Orm } from './orm.ts';
import type { Clock } from '../kernel/clock.ts';
import { PersonSession } from './person-session.entity.ts';
import { Person } from './person.entity.ts';
import { RoleAssignment } from './role-assignment.entity.ts';
import { currentGrant } from './role-term.ts';
import type { Role } from './roles.ts';
import { hashSecret, newSecret } from './secrets.ts';

const minute = 60_000;
const idle = 30 * minute;
const longest = 8 * 60 * minute;

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
  readonly role: Role | null;
  readonly town: string | null;
  readonly mustChangePassword: boolean;
}

/** Browser sessions: 30 minutes of idleness or eight hours end one, and so does anything that happens to the person. */
export class SessionService {
  readonly #orm: Orm;
  readonly #clock: Clock;

  constructor(orm: Orm, clock: Clock) {
    this.#orm = orm;
    this.#clock = clock;
  }

  /** Begins a session and gives the cookie's secret. */
  async begin(person: number, { address, agent }: Origin): Promise<string> {
    const em = this.#orm.em.fork();
    const secret = newSecret();
    const now = this.#clock.now();
    em.create(PersonSession, {
      secretHash: hashSecret(secret),
      person,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + longest),
      address,
      agent: agent?.slice(0, 200) ?? null,
    });
    await em.flush();
    return secret;
  }

  /** The living session with this secret, with the role its person holds today. */
  async find(secret: string): Promise<SignedIn | undefined> {
    const em = this.#orm.em.fork();
    const session = await em.findOne(PersonSession, { secretHash: hashSecret(secret), endedAt: null });
    const now = this.#clock.now();
    if (!session || session.expiresAt <= now) return undefined;
    const quiet = now.getTime() - (session.seenAt ?? now).getTime();
    if (quiet > idle) return undefined;
    const person = await em.findOne(Person, { id: session.person.id, disabledAt: null });
    if (!person) return undefined;
    if (quiet > minute) await em.nativeUpdate(PersonSession, { id: session.id }, { seenAt: now });
    const grant = currentGrant(await em.find(RoleAssignment, { person: person.id }), this.#clock.today());
    return {
      sessionId: session.id,
      personId: person.id,
      username: person.username,
      name: person.displayName,
      role: grant?.role ?? null,
      town: grant?.town ?? null,
      mustChangePassword: person.mustChangePassword ?? false,
    };
  }

  async end(secret: string): Promise<void> {
    const found = { secretHash: hashSecret(secret), endedAt: null };
    await this.#orm.em.fork().nativeUpdate(PersonSession, found, { endedAt: this.#clock.now() });
  }

  /** Ends every session of a person, as a new password does. */
  async endAll(person: number): Promise<void> {
    await this.#orm.em
      .fork()
      .nativeUpdate(PersonSession, { person, endedAt: null }, { endedAt: this.#clock.now() });
  }
}
