import { actorOf, systemViewer, type Viewer } from './viewer.ts';
import { systemScope } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { perform, type ActParts } from './access-act.ts';
import { checkGrant, type GrantInput } from './grant-input.ts';
import { nameOfPerson, newUsername, usernameOf } from './people/account-input.ts';
import { makeAccount } from './people/make-account.ts';
import { holdsOn } from './people/term.sql.ts';
import { TermWriter } from './people/term-writer.ts';
import type { Role } from './roles.ts';

/** A person as an operator names them. */
export interface NewPerson extends GrantInput {
  readonly username: string;
  readonly name?: string | undefined;
  /** First day of the term; today if nothing is said. */
  readonly startsOn?: Day | null | undefined;
  /** Last day of the term; without it the role holds until it is handed over. */
  readonly endsOn?: Day | null | undefined;
}

/** Somebody just made, with the one-time password that is shown once. */
export interface MadePerson {
  id: number;
  username: string;
  name: string;
  role: Role;
  town: string | null;
  password: string;
}

/** A person as a list at a terminal shows them, and what an act on them needs. */
export interface ListedPerson {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly role: Role | null;
  readonly town: string | null;
  readonly endsOn: Day | null;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly version: number;
  /** Number and version of the term held today. */
  readonly assignment: number | null;
  readonly assignmentVersion: number | null;
}

const listed = (today: string, which: string): string =>
  `select p.id, p.username, p.display_name as name, a.role, a.town, a.ends_on as "endsOn",
    p.disabled_at is not null as disabled, p.must_change_password as "mustChangePassword", p.created_at as "createdAt",
    p.version, a.id as assignment, a.version as "assignmentVersion"
  from person p left join role_assignment a on a.person_id = p.id and ${holdsOn('a', today)}
  where ${which} order by p.username`;

/** People by the names of their accounts, as an operator on the machine itself speaks of them. */
export class PeopleService {
  readonly #parts: ActParts;
  readonly #terms: TermWriter;

  constructor(parts: ActParts) {
    this.#parts = parts;
    this.#terms = new TermWriter(parts.clock);
  }

  /** Makes an account with its role in one go: on the machine itself nobody has to wait for the other officer. */
  async add(input: NewPerson, viewer: Viewer = systemViewer('cli')): Promise<MadePerson> {
    const [username, name] = [
      newUsername(input.username),
      nameOfPerson(input.name?.trim() || input.username),
    ];
    const { audit, clock } = this.#parts;
    let password: string | null = null;
    const act = { act: 'createPerson', needs: 'person.write', input: {} } as const;
    const { id, grant } = await perform(this.#parts, viewer, act, async query => {
      const grant = await checkGrant(query, input);
      const days = this.#terms.days(input.startsOn ?? clock.today(), input.endsOn ?? null);
      const made = await makeAccount(query, clock.now(), { username, name, identity: null });
      password = made.password;
      const object = `Person:${made.person}`;
      const assignment = await this.#terms.begin(query, viewer, made.person, grant, {
        ...days,
        reason: null,
      });
      const given = { ...grant, ...days };
      await audit.record(query, actorOf(viewer), { act: 'assignRole', object, after: given, detail: { assignment, ...given } }); // prettier-ignore
      return { answer: { id: made.person, grant }, event: { object, after: { username, name }, detail: { username } } }; // prettier-ignore
    });
    return { id, username, name, role: grant.role, town: grant.town, password: password ?? '' };
  }

  list(): Promise<ListedPerson[]> {
    const { database, clock } = this.#parts;
    return database.read<ListedPerson>(systemScope('hub'), listed('$1', 'true'), [clock.today()]);
  }

  /** The person of an account. */
  async get(username: string): Promise<ListedPerson> {
    const { database, clock } = this.#parts;
    const values = [clock.today(), usernameOf(username)];
    const [person] = await database.read<ListedPerson>(systemScope('hub'), listed('$1', 'p.username = $2'), values); // prettier-ignore
    if (!person) throw noAccount();
    return person;
  }

  /** On a hub without people: the three officers (三员) and the leading group, each with a one-time password. */
  async ensureFirst(): Promise<MadePerson[]> {
    if ((await this.list()).length > 0) return [];
    const hub = systemViewer('hub');
    return [
      await this.add({ username: 'admin', name: '系统管理员', role: 'ADMIN' }, hub),
      await this.add({ username: 'security', name: '安全管理员', role: 'SECURITY' }, hub),
      await this.add({ username: 'auditor', name: '审计员', role: 'AUDITOR' }, hub),
      await this.add({ username: 'leader', name: '领导小组', role: 'LEADER' }, hub),
    ];
  }
}

const noAccount = (): DomainError =>
  new DomainError('NOT_FOUND', { zh: '没有该账号。', en: 'There is no such account.' });
