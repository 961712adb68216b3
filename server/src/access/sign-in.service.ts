import type { AuditTrail } from '../kernel/audit.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { actorOfSession, anonymous, type Attempt, type Attempts } from './attempts.ts';
import { checkNewPassword, dummyHash, hashPassword, verifyPassword } from './password.ts';
import { usernameOf } from './people/account-input.ts';
import type { Beginning, Origin, SessionService, SignedIn } from './session.service.ts';
import {
  anotherOne,
  changedMeanwhile,
  disabled,
  unknownIdentity,
  usedAnswer,
  wrongPassword,
} from './sign-in-refusals.ts';
import { stepTexts } from './steps.ts';
import { stillLinked, stillPassword, type Still } from './still.ts';

/** What signing in stands on. */
export interface SignInParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly sessions: SessionService;
  readonly attempts: Attempts;
}

/** A session that has just begun: the cookie's secret and who it is. */
export interface Begun {
  readonly secret: string;
  readonly who: SignedIn;
}

/** Whom an issuer's answer is about. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  /** What the answer is known by: it begins one session. */
  readonly answer: string;
}

interface Account {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

const hub = systemScope('hub');
const account = `select p.id, p.username, p.display_name as name, p.password_hash as "passwordHash",
  p.disabled_at is not null as disabled from person p`;

/** Sessions begin and end here, each together with its entry in the trail: without the entry there is no session. */
export class SignInService {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** A new session for the right name and password; a wrong name and a wrong password are told alike. */
  async byPassword(typed: string, password: string, origin: Origin): Promise<Begun> {
    const name = typed.normalize('NFKC').trim().toLowerCase();
    const known = await this.#byName(name);
    const attempt: Attempt = { act: 'signIn', kind: 'PASSWORD', account: name, person: known?.id ?? null, origin }; // prettier-ignore
    await this.#parts.attempts.enter(attempt);
    const right = await verifyPassword(password, known?.passwordHash ?? dummyHash);
    if (!known || !right || known.disabled) {
      await this.#parts.attempts.failed(attempt);
      throw wrongPassword();
    }
    await this.#parts.attempts.succeeded(attempt);
    return this.#begun(query => this.#begin(query, known, origin, stillPassword(known)));
  }

  /** A new session for whoever an issuer vouches for: the person who is linked with that issuer and subject. */
  async byIdentity(vouch: () => Promise<Identified>, origin: Origin): Promise<Begun> {
    const { attempts, audit, database } = this.#parts;
    const attempt: Attempt = { act: 'signIn', kind: 'SINGLE_SIGN_ON', account: '', person: null, origin };
    await attempts.enter(attempt);
    const { issuer, subject, answer } = await vouch().catch(async (error: unknown) => {
      const lied = error instanceof DomainError && error.code === 'UNAUTHENTICATED';
      await (lied ? attempts.failed(attempt) : attempts.succeeded(attempt));
      throw error;
    });
    const sql = `${account} join person_identity i on i.person_id = p.id where i.issuer = $1 and i.subject = $2`;
    const [known] = await database.read<Account>(hub, sql, [issuer, subject]);
    if (!known || known.disabled) {
      const refusal = known ? disabled() : unknownIdentity(issuer, subject);
      const object = known ? `Person:${known.id}` : 'Identity';
      const event = { act: 'signIn', object, outcome: 'REFUSED', code: refusal.code, detail: { with: 'SINGLE_SIGN_ON' } } as const; // prettier-ignore
      await audit.note(anonymous(origin), event);
      throw refusal;
    }
    await attempts.succeeded(attempt);
    const still = stillLinked(known.id, issuer, subject);
    return this.#begun(query => this.#begin(query, known, { ...origin, answer }, still));
  }

  async signOut(secret: string, origin: Origin): Promise<void> {
    const who = await this.#parts.sessions.find(secret);
    if (!who) return;
    await this.#parts.database.transaction(hub, async query => {
      const ended = await this.#parts.sessions.end(query, who.personId, { only: who.sessionId });
      const event = { act: 'signOut', object: `Session:${who.sessionId}` };
      if (ended.length > 0) await this.#parts.audit.record(query, actorOfSession(who, origin), event);
    });
  }

  /** Sets a new password, ends every session of the person and begins a new one, which keeps the proof given. */
  async changePassword(secret: string, current: string, next: string, origin: Origin): Promise<Begun> {
    const who = await this.#parts.sessions.find(secret);
    if (!who) throw DomainError.unauthenticated();
    if (who.next === 'SECOND_FACTOR') throw DomainError.stepFirst(who.next, stepTexts[who.next]);
    const attempt: Attempt = { act: 'changePassword', kind: 'PASSWORD', account: who.username, person: who.personId, origin, who }; // prettier-ignore
    await this.#parts.attempts.enter(attempt);
    const known = await this.#byName(who.username);
    if (!known || !(await verifyPassword(current, known.passwordHash ?? dummyHash))) {
      await this.#parts.attempts.failed(attempt);
      throw DomainError.badInput('current', { zh: '当前密码不正确。', en: 'The current password is wrong.' });
    }
    await this.#parts.attempts.succeeded(attempt);
    checkNewPassword(next, who.username);
    if (next === current) throw DomainError.badInput('next', anotherOne);
    const passwordHash = await hashPassword(next);
    return this.#begun(async query => {
      const sql = `update person set password_hash = $2, must_change_password = false
        where id = $1 and password_hash = $3 returning id`;
      const [done] = await query(sql, [who.personId, passwordHash, known.passwordHash]);
      if (!done) throw changedMeanwhile();
      const ended = await this.#parts.sessions.end(query, who.personId);
      const event = { act: 'changePassword', object: `Person:${who.personId}`, detail: { sessionsEnded: ended.length } }; // prettier-ignore
      await this.#parts.audit.record(query, actorOfSession(who, origin), event);
      const still = stillPassword({ ...known, passwordHash });
      return this.#begin(query, known, { ...origin, provenAt: who.provenAt }, still);
    });
  }

  async #begun(work: (query: Query) => Promise<string>): Promise<Begun> {
    const secret = await this.#parts.database.transaction(hub, work);
    const who = await this.#parts.sessions.find(secret);
    if (!who) throw wrongPassword();
    return { secret, who };
  }

  async #begin(query: Query, { id, name }: Account, beginning: Beginning, still: Still): Promise<string> {
    const [holds] = await query(still.sql, still.values);
    if (!holds) throw wrongPassword();
    const begun = await this.#parts.sessions.begin(query, id, beginning);
    if (!begun) throw usedAnswer();
    const { grant } = begun;
    const actor = {
      actor: `person:${id}`,
      name,
      onBehalfOf: grant ? [grant.role, grant.town].filter(Boolean).join(' ') : null,
      session: String(begun.id),
      address: beginning.address,
    };
    await this.#parts.audit.record(query, actor, { act: 'signIn', object: `Person:${id}`, detail: { with: still.with } }); // prettier-ignore
    return begun.secret;
  }

  async #byName(typed: string): Promise<Account | undefined> {
    const name = spelled(typed);
    const sql = `${account} where p.username = $1`;
    const [row] = await this.#parts.database.read<Account>(hub, sql, [name ?? '']);
    return row;
  }
}

function spelled(typed: string): string | null {
  try {
    return usernameOf(typed);
  } catch {
    return null;
  }
}
