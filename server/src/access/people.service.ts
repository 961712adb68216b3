import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../kernel/clock.ts';
import { addDays, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { checkGrant, type GrantInput } from './grant-input.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import { PersonSession } from './person-session.entity.ts';
import { Person, type PersonRow } from './person.entity.ts';
import type { Orm } from './orm.ts';
import { currentGrant, termHolds } from './role-term.ts';
import { RoleAssignment } from './role-assignment.entity.ts';
import type { Role } from './roles.ts';

/** A person as an operator names them. */
export interface NewPerson extends GrantInput {
  readonly username: string;
  readonly name?: string | undefined;
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

/** The three roles that are never one person. */
const apart: readonly Role[] = ['ADMIN', 'SECURITY', 'AUDITOR'];

/** People and the roles they hold for a term. */
export class PeopleService {
  readonly #orm: Orm;
  readonly #clock: Clock;

  constructor(orm: Orm, clock: Clock) {
    this.#orm = orm;
    this.#clock = clock;
  }

  async add(input: NewPerson): Promise<MadePerson> {
    const username = usernameOf(input.username);
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.#orm.em.fork().transactional(async em => {
      if (await em.findOne(Person, { username })) {
        const text = { zh: '该账号已存在。', en: 'This user name exists already.' };
        throw new DomainError('CONFLICT', text, { username: text });
      }
      const displayName = input.name?.trim() || username;
      const person = em.create(Person, { username, displayName, passwordHash, createdAt: this.#clock.now() });
      const grant = await this.#assign(em, person, input, input.endsOn ?? null);
      await em.flush();
      return { id: person.id, username, name: displayName, role: grant.role, town: grant.town, password };
    });
  }

  /** Hands a person a new role: the old term ends yesterday, or today if it began today. */
  async assignRole(username: string, input: GrantInput & { endsOn?: Day | null }): Promise<void> {
    await this.#orm.em.fork().transactional(async em => {
      const person = await this.#get(em, username);
      await this.#assign(em, person, input, input.endsOn ?? null);
    });
  }

  async list() {
    const em = this.#orm.em.fork();
    const people = await em.find(Person, {}, { orderBy: { username: 'asc' } });
    const assignments = await em.find(RoleAssignment, {});
    return people.map(person => {
      const grant = currentGrant(
        assignments.filter(one => one.person.id === person.id),
        this.#clock.today(),
      );
      return {
        id: person.id,
        username: person.username,
        name: person.displayName,
        role: grant?.role ?? null,
        town: grant?.town ?? null,
        endsOn: grant?.endsOn ?? null,
        disabled: person.disabledAt != null,
        mustChangePassword: person.mustChangePassword,
        createdAt: person.createdAt?.toISOString(),
      };
    });
  }

  /** A new one-time password for somebody who lost theirs; ends every session. */
  async resetPassword(username: string): Promise<{ username: string; password: string }> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.#orm.em.fork().transactional(async em => {
      const person = await this.#get(em, username);
      em.assign(person, { passwordHash, mustChangePassword: true });
      await this.#endSessions(em, person.id);
    });
    return { username: usernameOf(username), password };
  }

  /** The person can no longer sign in, and every session of theirs ends. */
  async disable(username: string): Promise<{ id: number; username: string; disabled: true }> {
    return this.#orm.em.fork().transactional(async em => {
      const person = await this.#get(em, username);
      person.disabledAt ??= this.#clock.now();
      await this.#endSessions(em, person.id);
      return { id: person.id, username: person.username, disabled: true as const };
    });
  }

  /** On a hub without people: the three officers (三员) and the leading group, each with a one-time password. */
  async ensureFirst(): Promise<MadePerson[]> {
    if ((await this.#orm.em.fork().count(Person)) > 0) return [];
    return [
      await this.add({ username: 'admin', name: '系统管理员', role: 'ADMIN' }),
      await this.add({ username: 'security', name: '安全管理员', role: 'SECURITY' }),
      await this.add({ username: 'auditor', name: '审计员', role: 'AUDITOR' }),
      await this.add({ username: 'leader', name: '领导小组', role: 'LEADER' }),
    ];
  }

  async #assign(em: EntityManager, person: PersonRow, input: GrantInput, endsOn: Day | null) {
    const grant = await checkGrant(em, input);
    const today = this.#clock.today();
    if (endsOn !== null && endsOn < today) {
      throw DomainError.badInput('endsOn', {
        zh: '任期截止日不得早于今天。',
        en: 'The term must not end before today.',
      });
    }
    const held = person.id ? await em.find(RoleAssignment, { person: person.id }) : [];
    if (apart.includes(grant.role) && held.some(one => apart.includes(one.role) && one.role !== grant.role)) {
      throw DomainError.badInput('role', {
        zh: '系统管理员、安全管理员、审计员不得由同一人担任。',
        en: 'Administrator, security officer and auditor are never one person.',
      });
    }
    for (const one of held.filter(each => termHolds(each, today))) {
      one.endsOn = one.startsOn < today ? addDays(today, -1) : today;
    }
    em.create(RoleAssignment, { ...grant, person, startsOn: today, endsOn, createdAt: this.#clock.now() });
    return grant;
  }

  async #get(em: EntityManager, username: string): Promise<PersonRow> {
    const person = await em.findOne(Person, { username: usernameOf(username) });
    if (!person) throw DomainError.notFound();
    return person;
  }

  async #endSessions(em: EntityManager, person: number): Promise<void> {
    await em.nativeUpdate(PersonSession, { person, endedAt: null }, { endedAt: this.#clock.now() });
  }
}

/** The one spelling of a user name; anything else names nobody. */
export function usernameOf(text: string): string {
  const name = text.normalize('NFKC').trim().toLowerCase();
  if (/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name)) return name;
  throw DomainError.badInput('username', {
    zh: '账号由字母、数字和 . _ @ - 组成，最多 64 个字符。',
    en: 'A user name has letters, digits and . _ @ -, at most 64 characters.',
  });
}
