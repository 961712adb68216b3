import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { Cursors } from '../kernel/cursor.ts';
import type { Database } from '../kernel/database.ts';
import type { Message } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { AccountService } from './account.service.ts';
import { Attempts } from './attempts.ts';
import { Identity } from './identity.ts';
import type { Orm } from './orm.ts';
import { Accounts } from './people/accounts.service.ts';
import { PersonList } from './people/person-list.ts';
import { RoleList } from './people/role-list.ts';
import { RoleActs } from './people/roles.service.ts';
import { PeopleService, type MadePerson, type NewPerson } from './people.service.ts';
import { PolicyTable } from './policy-table.ts';
import type { Action } from './policy.ts';
import { SecondFactorStore } from './second-factor-store.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionService, type Origin } from './session.service.ts';
import { SignInGuard } from './sign-in.guard.ts';
import { SignInService, type Begun, type Identified } from './sign-in.service.ts';
import { TokenService } from './token.service.ts';
import { TokenActs } from './tokens/token-acts.service.ts';
import type { FieldIndex } from './tokens/token-limits.ts';
import { TokenList } from './tokens/token-list.ts';
import { TokensByNumber, type OrderedToken } from './tokens/tokens-by-number.ts';
import type { Language } from './viewer.ts';
import { WallLinkActs } from './walls/wall-link-acts.service.ts';
import { WallLinkList } from './walls/wall-link-list.ts';

/** What access stands on. */
export interface AccessParts {
  readonly orm: Orm;
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** The trail that sign-ins and grants are entered in. */
  readonly audit: AuditTrail;
  /** What each action is called, and which fields there are: both are known where everything is wired. */
  readonly actionNames: Readonly<Record<Action, Message>>;
  readonly fields: FieldIndex;
}

/** Everything about people, sessions and tokens that the HTTP routes and the command line ask for. */
export class AccessService {
  readonly people: PeopleService;
  readonly accounts: Accounts;
  readonly roles: RoleActs;
  readonly directory: PersonList;
  readonly terms: RoleList;
  readonly tokens: TokensByNumber;
  readonly tokenActs: TokenActs;
  readonly tokenList: TokenList;
  readonly wallLinkActs: WallLinkActs;
  readonly wallLinks: WallLinkList;
  readonly policy: PolicyTable;
  readonly sessions: SessionService;
  readonly identity: Identity;
  readonly account: AccountService;
  readonly #signIn: SignInService;
  readonly #secondFactor: SecondFactorService;

  constructor({ orm, database, clock, vault, audit, actionNames, fields }: AccessParts) {
    const acting = { database, clock, audit, forget: () => this.identity.forget() };
    const cursors = new Cursors(vault.derive('access lists'));
    this.people = new PeopleService(acting);
    this.accounts = new Accounts(acting);
    this.roles = new RoleActs(acting);
    this.directory = new PersonList(database, clock, cursors);
    this.terms = new RoleList(database, clock, cursors);
    this.tokenActs = new TokenActs(acting, fields);
    this.tokenList = new TokenList(database, clock, cursors);
    this.wallLinkActs = new WallLinkActs(acting);
    this.wallLinks = new WallLinkList(database, clock, cursors);
    this.tokens = new TokensByNumber(this.tokenActs, this.tokenList);
    this.policy = new PolicyTable(actionNames);
    this.sessions = new SessionService(database, clock);
    this.identity = new Identity(new TokenService(database, clock), this.sessions, this.wallLinks);
    const attempts = new Attempts(new SignInGuard(orm, clock, vault), audit, vault);
    const forget = (): void => this.identity.forget();
    this.account = new AccountService({ database, clock, audit, forget }, this.sessions);
    const parts = { database, clock, audit, sessions: this.sessions, attempts };
    this.#signIn = new SignInService(parts);
    this.#secondFactor = new SecondFactorService({ ...parts, store: new SecondFactorStore(vault) });
  }

  addPerson = (input: NewPerson) => this.people.add(input);
  listPeople = () => this.people.list();
  ensureFirstPeople = (): Promise<MadePerson[]> => this.people.ensureFirst();
  addToken = (input: OrderedToken, createdBy = 'cli') => this.tokens.add(input, createdBy);

  signIn = (username: string, password: string, origin: Origin): Promise<Begun> =>
    this.#signIn.byPassword(username, password, origin);
  signInByIdentity = (vouch: () => Promise<Identified>, origin: Origin): Promise<Begun> =>
    this.#signIn.byIdentity(vouch, origin);
  /** Ends the session that a browser leaves, by signing out or by signing in anew; without one there is nothing to end. */
  leave = async (secret: string | undefined, origin: Origin): Promise<void> => {
    if (secret) await this.#changed(this.#signIn.signOut(secret, origin));
  };
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
