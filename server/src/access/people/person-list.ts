import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { numberOf } from '../access-act.ts';
import { demand } from '../policy.ts';
import type { Viewer } from '../viewer.ts';
import type { PersonListArgs } from './person.input.ts';
import type { PersonIdentityType, PersonType } from './person.type.ts';
import { holdsOn } from './term.sql.ts';

/** A person as they are read. */
export type PersonRow = Omit<PersonType, 'id'> & { readonly id: number };

/** What is read of a person; the password is no part of it. */
export const personColumns = `p.id, p.username, p.display_name as name, p.disabled_at as "disabledAt",
  p.must_change_password and p.password_hash is not null as "mustChangePassword",
  p.password_hash is not null as "hasPassword",
  exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as "secondFactor",
  p.created_at as "createdAt", p.last_sign_in_at as "lastSignInAt", p.version`;

/** The person with their global id. */
export const shownPerson = (row: PersonRow): PersonType => ({ ...row, id: `Person:${row.id}` });

const order = 'Person username';

/** Reads people; the pages of a list and whoever stands behind a term. */
export class PersonList {
  readonly #database: Database;
  readonly #cursors: Cursors;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, cursors: Cursors) {
    [this.#database, this.#clock, this.#cursors] = [database, clock, cursors];
  }

  async list(viewer: Viewer, args: PersonListArgs): Promise<Connection<PersonType>> {
    demand(viewer, 'person.read');
    const window = windowOf(args);
    const { text = null, role = null, disabled = null } = args.filter ?? {};
    const after = window.after === null ? null : this.#cursors.decode('after', order, window.after).keys[0];
    const rows = await this.#database.read<PersonRow & { total: number }>(
      viewer.scope,
      `with found as (select p.* from person p
          where ($1::text is null or position(lower($1) in lower(p.username || chr(10) || p.display_name)) > 0)
            and ($2::text is null or exists (select from role_assignment a
              where a.person_id = p.id and a.role = $2 and ${holdsOn('a', '$4')}))
            and ($3::boolean is null or (p.disabled_at is not null) = $3))
        select counted.total, ${personColumns}
        from (select count(*)::int as total from found) counted left join found p on $5::text is null or p.username > $5
        order by p.username limit $6`,
      [text?.trim() || null, role, disabled, this.#clock.today(), after ?? null, window.size + 1],
    );
    const people = rows.filter(row => row.id !== null);
    return connectionOf(people, window, rows[0]?.total ?? 0, ({ total: _total, ...row }) => ({
      cursor: this.#cursors.encode(order, [row.username], row.id),
      node: shownPerson(row),
    }));
  }

  /** One person by their global id. */
  async one(viewer: Viewer, id: string): Promise<PersonType> {
    demand(viewer, 'person.read');
    return this.standing(viewer, numberOf('Person', id));
  }

  /** The person as they stand after an act. */
  async standing(viewer: Viewer, id: number): Promise<PersonType> {
    const [person] = await this.byIds(viewer, [id]);
    if (!person) throw DomainError.notFound();
    return person;
  }

  /** The people of some numbers, in no order. */
  async byIds(viewer: Viewer, ids: readonly number[]): Promise<PersonType[]> {
    const sql = `select ${personColumns} from person p where p.id = any($1)`;
    return (await this.#database.read<PersonRow>(viewer.scope, sql, [ids])).map(shownPerson);
  }

  /** Who these people are to issuers of single sign-on. */
  async identities(
    viewer: Viewer,
    people: readonly number[],
  ): Promise<(PersonIdentityType & { personId: number })[]> {
    return this.#database.read(
      viewer.scope,
      `select person_id as "personId", issuer, subject, created_at as "linkedAt" from person_identity
        where person_id = any($1) order by issuer, subject`,
      [people],
    );
  }
}
