import type { Clock } from '../../kernel/clock.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { numberOf } from '../access-act.ts';
import { demand } from '../policy.ts';
import type { Viewer } from '../viewer.ts';
import type { RoleAssignmentType } from './role-assignment.type.ts';
import type { RoleAssignmentListArgs } from './role.input.ts';
import { holdsOn } from './term.sql.ts';

interface TermRow extends Omit<RoleAssignmentType, 'id' | 'town'> {
  readonly id: number;
  readonly town: { readonly code: string; readonly zh: string; readonly en: string } | null;
}

const columns = `a.id, a.person_id as "personId", a.role, a.enterprise_uscc as enterprise,
  case when t.code is not null then json_build_object('code', t.code, 'zh', t.name_zh, 'en', t.name_en) end as town,
  a.starts_on as "startsOn", a.ends_on as "endsOn", case when a.withdrawn then 'WITHDRAWN'
    when a.starts_on > $1::date then 'PLANNED' when a.ends_on < $1::date then 'ENDED' else 'HELD' end as state,
  a.reason, a.assigned_by as "assignedBy", a.created_at as "assignedAt", a.end_reason as "endReason",
  a.ended_by as "endedBy", a.ended_at as "endedAt", a.handed_over_to as "handedOverToId", a.version`;
const from = `from role_assignment a left join town t on t.code = a.town`;
const order = 'RoleAssignment newest';

/** Reads who held which role from when to when: all of it, for a term is never rewritten. */
export class RoleList {
  readonly #database: Database;
  readonly #cursors: Cursors;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, cursors: Cursors) {
    [this.#database, this.#clock, this.#cursors] = [database, clock, cursors];
  }

  /** Terms, those given last first. */
  async list(viewer: Viewer, args: RoleAssignmentListArgs): Promise<Connection<RoleAssignmentType>> {
    demand(viewer, 'role.read');
    const window = windowOf(args);
    const { person, role = null, on = null } = args.filter ?? {};
    const after = window.after === null ? null : this.#cursors.decode('after', order, window.after).id;
    const within = `($2::bigint is null or a.person_id = $2) and ($3::text is null or a.role = $3)
      and ($4::date is null or ${holdsOn('a', '$4')})`;
    const values = [
      this.#clock.today(), person == null ? null : numberOf('Person', person), role, on, after, window.size + 1,
    ]; // prettier-ignore
    const rows = await this.#database.read<TermRow & { total: number }>(
      viewer.scope,
      `select counted.total, page.* from (select count(*)::int as total from role_assignment a where ${within}) counted
        left join lateral (select ${columns} ${from} where ${within} and ($5::bigint is null or a.id < $5)
          order by a.id desc limit $6) page on true order by page.id desc`,
      values,
    );
    const terms = rows.filter(row => row.id !== null);
    return connectionOf(terms, window, rows[0]?.total ?? 0, ({ total: _total, ...row }) => ({
      cursor: this.#cursors.encode(order, [], row.id),
      node: shownTerm(row, viewer),
    }));
  }

  /** The terms of some people, the latest first. */
  ofPeople(viewer: Viewer, people: readonly number[]): Promise<RoleAssignmentType[]> {
    return this.#read(viewer, `a.person_id = any($2) order by a.starts_on desc, a.id desc`, people);
  }

  /** The terms of some numbers, in no order. */
  byIds(viewer: Viewer, ids: readonly number[]): Promise<RoleAssignmentType[]> {
    return this.#read(viewer, `a.id = any($2)`, ids);
  }

  /** The term as it stands after an act. */
  async standing(viewer: Viewer, id: number): Promise<RoleAssignmentType> {
    const [term] = await this.byIds(viewer, [id]);
    if (!term) throw DomainError.notFound();
    return term;
  }

  async #read(viewer: Viewer, where: string, ids: readonly number[]): Promise<RoleAssignmentType[]> {
    const sql = `select ${columns} ${from} where ${where}`;
    const rows = await this.#database.read<TermRow>(viewer.scope, sql, [this.#clock.today(), ids]);
    return rows.map(row => shownTerm(row, viewer));
  }
}

const shownTerm = ({ town, ...row }: TermRow, { language }: Viewer): RoleAssignmentType => ({
  ...row,
  id: `RoleAssignment:${row.id}`,
  town: town && { code: town.code, name: town[language] },
});
