import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { actorOfSession, type Attempt, type Attempts } from './attempts.ts';
import type { SecondFactorStore } from './second-factor-store.ts';
import type { Origin, SessionService, SignedIn } from './session.service.ts';
import type { Begun } from './sign-in.service.ts';
import { freshFor, rolesWithSecondFactor, stepTexts } from './steps.ts';
import { totpUri } from './totp.ts';
import type { Language } from './viewer.ts';

/** What second factors stand on. */
export interface SecondFactorParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly sessions: SessionService;
  readonly attempts: Attempts;
  readonly store: SecondFactorStore;
}

const hub = systemScope('hub');

/** Enrolling, proving and removing the second factor of whoever holds the session; each proof gives the session a new secret. */
export class SecondFactorService {
  readonly #parts: SecondFactorParts;

  constructor(parts: SecondFactorParts) {
    this.#parts = parts;
  }

  /** A secret to put into an authenticator; it is in force after its first code. */
  async offer(session: string, language: Language): Promise<{ secret: string; uri: string }> {
    const who = this.#mayEnrol(await this.#holder(session));
    const { database, store } = this.#parts;
    const secret = await database.transaction(hub, query => store.offer(query, who.personId));
    return { secret, uri: totpUri(secret, who.username, language) };
  }

  /** The first code of the offered secret: from now on it is asked for; ten recovery codes are shown this once. */
  async confirm(
    session: string,
    code: string,
    origin: Origin,
  ): Promise<Begun & { readonly recoveryCodes: string[] }> {
    const who = this.#mayEnrol(await this.#holder(session));
    const { clock, store } = this.#parts;
    const work = (query: Query) => store.confirm(query, who.personId, code, clock.now());
    const { done, begun } = await this.#attempt('enrolSecondFactor', who, origin, work);
    return { ...begun, recoveryCodes: done };
  }

  /** A code of the authenticator or a recovery code: at the sign-in, and again before what needs it fresh. */
  async prove(session: string, code: string, origin: Origin): Promise<Begun> {
    const who = await this.#holder(session);
    if (!who.enrolled) throw DomainError.stepFirst('ENROLMENT', notEnrolled);
    const { clock, store } = this.#parts;
    const work = (query: Query) => store.prove(query, who.personId, code, clock.now());
    return (await this.#attempt('proveSecondFactor', who, origin, work)).begun;
  }

  /** Gives the second factor up, where the role does not ask for one. */
  async remove(session: string, code: string, origin: Origin): Promise<Begun> {
    const who = await this.#holder(session);
    if (!who.enrolled) throw DomainError.notFound();
    if (who.next === 'SECOND_FACTOR') throw DomainError.stepFirst(who.next, stepTexts[who.next]);
    if (who.role && rolesWithSecondFactor.includes(who.role)) throw required();
    const { clock, store } = this.#parts;
    const work = async (query: Query): Promise<string | null> => {
      const proof = await store.prove(query, who.personId, code, clock.now());
      if (proof) await store.remove(query, who.personId);
      return proof;
    };
    return (await this.#attempt('removeSecondFactor', who, origin, work)).begun;
  }

  /** Counted before it is looked at; what is right changes the session's secret and is entered in one transaction. */
  async #attempt<Done>(
    act: Attempt['act'],
    who: SignedIn,
    origin: Origin,
    work: (query: Query) => Promise<Done | null>,
  ): Promise<{ done: Done; begun: Begun }> {
    const { database, audit, sessions, attempts } = this.#parts;
    const attempt: Attempt = { act, kind: 'CODE', account: who.username, person: who.personId, origin, who };
    await attempts.enter(attempt);
    const right = await database.transaction(hub, async query => {
      const done = await work(query);
      if (done === null) return null;
      const secret = await sessions.prove(query, who.sessionId);
      const detail = { with: typeof done === 'string' ? done : 'TOTP' };
      const event = { act, object: `Person:${who.personId}`, detail };
      await audit.record(query, actorOfSession(who, origin), event);
      return { done, secret };
    });
    if (!right) {
      await attempts.failed(attempt);
      throw wrongCode();
    }
    await attempts.succeeded(attempt);
    return { done: right.done, begun: { secret: right.secret, who: await this.#holder(right.secret) } };
  }

  async #holder(session: string): Promise<SignedIn> {
    const who = await this.#parts.sessions.find(session);
    if (!who) throw DomainError.unauthenticated();
    return who;
  }

  /** A first one after the password is one's own; another one in its place only by whoever has just proven the old one. */
  #mayEnrol(who: SignedIn): SignedIn {
    if (who.next && who.next !== 'ENROLMENT') throw DomainError.stepFirst(who.next, stepTexts[who.next]);
    const since = this.#parts.clock.now().getTime() - (who.provenAt?.getTime() ?? -Infinity);
    if (who.enrolled && since > freshFor)
      throw DomainError.stepFirst('SECOND_FACTOR', stepTexts.SECOND_FACTOR);
    return who;
  }
}

const wrongCode = (): DomainError =>
  DomainError.badInput('code', {
    zh: '验证码不正确或已使用。请等待下一个验证码，或使用恢复码。',
    en: 'The code is wrong or was used before. Wait for the next one, or take a recovery code.',
  });

const notEnrolled = { zh: '尚未绑定验证器。', en: 'No authenticator has been enrolled yet.' };

const required = (): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: '该角色必须使用双因素登录，不能解除；更换设备请重新绑定。',
    en: 'The role requires a second factor, so it cannot be removed; enrol a new authenticator instead.',
  });
