import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import type { Vault } from '../kernel/personal.ts';
import { AccountService } from './account.service.ts';
import { Attempts } from './attempts.ts';
import { Identity } from './identity.ts';
import type { Orm } from './orm.ts';
import { PeopleService, type MadePerson, type NewPerson } from './people.service.ts';
import { SecondFactorStore } from './second-factor-store.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionService, type Beginning, type Origin } from './session.service.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { SignInService, type Begun } from './sign-in.service.ts';
import { TokenService, type NewToken } from './token.service.ts';
import type { Language } from './viewer.ts';

/** What access stands on. */
export interface AccessParts {
  readonly orm: Orm;
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** The trail that sign-ins and grants are entered in. */
  readonly audit: AuditTrail;
}

/** Everything about people, sessions and tokens that the HTTP routes and the command line ask for. */
export class AccessService {
  readonly people: PeopleService;
  readonly tokens: TokenService;
  readonly sessions: SessionService;
  readonly identity: Identity;
  readonly account: AccountService;
  readonly #signIn: SignInService;
  readonly #secondFactor: SecondFactorService;

  constructor({ orm, database, clock, vault, audit }: AccessParts) {
    this.people = new PeopleService(orm, clock);
    this.tokens = new TokenService(orm, clock);
    this.sessions = new SessionService(database, clock);
    this.identity = new Identity(this.tokens, this.sessions);
    const attempts = new Attempts(new SignInGuard(orm, clock, vault), audit, vault);
    const forget = (): void => this.identity.forget();
    this.account = new AccountService({ database, clock, audit, forget }, this.sessions);
    const parts = { database, clock, audit, sessions: this.sessions, attempts };
    this.#signIn = new SignInService(parts);
    this.#secondFactor = new SecondFactorService({ ...parts, store: new SecondFactorStore(vault) });
  }

  addPerson = (input: NewPerson) => this.people.add(input);
  listPeople = () => this.people.list();
  disablePerson = (username: string) => this.#changed(this.people.disable(username));
  ensureFirstPeople = (): Promise<MadePerson[]> => this.people.ensureFirst();
  addToken = (input: NewToken, createdBy = 'cli') => this.tokens.add(input, createdBy);
  listTokens = () => this.tokens.list();
  revokeToken = (id: number) => this.#changed(this.tokens.revoke(id));

  signIn = (username: string, password: string, origin: Origin): Promise<Begun> =>
    this.#signIn.byPassword(username, password, origin);
  signInByIdentity = (issuer: string, subject: string, beginning: Beginning): Promise<Begun> =>
    this.#signIn.byIdentity(issuer, subject, beginning);
  signOut = (secret: string, origin: Origin): Promise<void> =>
    this.#changed(this.#signIn.signOut(secret, origin));
  changePassword = (secret: string, current: string, next: string, origin: Origin): Promise<Begun> =>
    this.#changed(this.#signIn.changePassword(secret, current, next, origin));

  offerSecondFactor = (session: string, language: Language) => this.#secondFactor.offer(session, language);
  confirmSecondFactor = (session: string, code: string, origin: Origin) =>
    this.#changed(this.#secondFactor.confirm(session, code, origin));
  proveSecondFactor = (session: string, code: string, origin: Origin): Promise<Begun> =>
    this.#changed(this.#secondFactor.prove(session, code, origin));
  removeSecondFactor = (session: string, code: string, origin: Origin): Promise<Begun> =>
    this.#changed(this.#secondFactor.remove(session, code, origin));

  /** After a change nothing that was looked up before is believed any longer. */
  async #changed<Result>(work: Promise<Result>): Promise<Result> {
    const result = await work;
    this.identity.forget();
    return result;
  }
}
