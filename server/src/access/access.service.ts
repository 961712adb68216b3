import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { Identity } from './identity.ts';
import type { Orm } from './orm.ts';
import { checkNewPassword, dummyHash, hashPassword, verifyPassword } from './password.ts';
import { PeopleService, usernameOf, type MadePerson, type NewPerson } from './people.service.ts';
import { Person, type PersonRow } from './person.entity.ts';
import { SessionService, type Origin, type SignedIn } from './session.service.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { TokenService, type NewToken } from './token.service.ts';

/** Everything about people, sessions and tokens that the HTTP routes and the command line ask for. */
export class AccessService {
  readonly people: PeopleService;
  readonly tokens: TokenService;
  readonly sessions: SessionService;
  readonly identity: Identity;
  readonly #orm: Orm;
  readonly #guard: SignInGuard;

  /** The trail that sign-ins and grants are entered in. */
  readonly audit: AuditTrail;

  constructor(orm: Orm, clock: Clock, vault: Vault, audit: AuditTrail) {
    this.audit = audit;
    this.#orm = orm;
    this.people = new PeopleService(orm, clock);
    this.tokens = new TokenService(orm, clock);
    this.sessions = new SessionService(orm, clock);
    this.identity = new Identity(this.tokens, this.sessions);
    this.#guard = new SignInGuard(orm, clock, vault);
  }

  addPerson = (input: NewPerson) => this.people.add(input);
  listPeople = () => this.people.list();
  disablePerson = (username: string) => this.#changed(this.people.disable(username));
  ensureFirstPeople = (): Promise<MadePerson[]> => this.people.ensureFirst();
  addToken = (input: NewToken, createdBy = 'cli') => this.tokens.add(input, createdBy);
  listTokens = () => this.tokens.list();
  revokeToken = (id: number) => this.#changed(this.tokens.revoke(id));

  /** A new session for the right name and password; a wrong name and a wrong password are told alike. */
  async signIn(
    username: string,
    password: string,
    origin: Origin,
  ): Promise<{ secret: string; who: SignedIn }> {
    const account = username.normalize('NFKC').trim().toLowerCase();
    const address = origin.address ?? '';
    await this.#guard.enter(account, address);
    const person = await this.#find(account);
    const right = await verifyPassword(password, person?.passwordHash ?? dummyHash);
    if (!person || !right || person.disabledAt) throw wrongPassword();
    await this.#guard.succeed(account, address);
    return this.#begin(person.id, origin);
  }

  async signOut(secret: string): Promise<void> {
    await this.#changed(this.sessions.end(secret));
  }

  /** Sets a new password, ends every session of the person and begins a new one. */
  async changePassword(secret: string, current: string, next: string, origin: Origin) {
    const who = await this.sessions.find(secret);
    if (!who) throw DomainError.unauthenticated();
    const address = origin.address ?? '';
    await this.#guard.enter(who.username, address);
    const em = this.#orm.em.fork();
    const person = await em.findOneOrFail(Person, { id: who.personId });
    if (!(await verifyPassword(current, person.passwordHash ?? dummyHash))) {
      throw DomainError.badInput('current', { zh: '当前密码不正确。', en: 'The current password is wrong.' });
    }
    await this.#guard.succeed(who.username, address);
    checkNewPassword(next, person.username);
    if (next === current) {
      throw DomainError.badInput('next', {
        zh: '新密码不得与当前密码相同。',
        en: 'The new password must be another one.',
      });
    }
    em.assign(person, { passwordHash: await hashPassword(next), mustChangePassword: false });
    await em.flush();
    await this.#changed(this.sessions.endAll(person.id));
    return this.#begin(person.id, origin);
  }

  async #begin(person: number, origin: Origin): Promise<{ secret: string; who: SignedIn }> {
    const secret = await this.sessions.begin(person, origin);
    const who = await this.sessions.find(secret);
    if (!who) throw wrongPassword();
    return { secret, who };
  }

  async #find(account: string): Promise<PersonRow | null> {
    try {
      return await this.#orm.em.fork().findOne(Person, { username: usernameOf(account) });
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  async #changed<Result>(work: Promise<Result>): Promise<Result> {
    const result = await work;
    this.identity.forget();
    return result;
  }
}

const wrongPassword = (): DomainError =>
  new DomainError('UNAUTHENTICATED', {
    zh: '账号或密码不正确。',
    en: 'The user name or the password is wrong.',
  });
