import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { DomainError, type Message } from '../../kernel/errors.ts';
import { notNow } from '../access-act.ts';
import { roleNames, type Role } from '../roles.ts';
import { holdsOn } from './term.sql.ts';

/** A term as the rules look at it. */
export interface Term {
  readonly id: number;
  readonly person: number;
  readonly role: Role;
  readonly town: string | null;
  readonly enterprise: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly handedOverTo: number | null;
  readonly withdrawn: boolean;
  readonly version: number;
}

const columns = `id, person_id as person, role, town, enterprise_uscc as enterprise, starts_on as "startsOn",
  ends_on as "endsOn", handed_over_to as "handedOverTo", withdrawn, version`;

/** Every term of a person, whatever became of it. */
export const termsOf = (query: Query, person: number): Promise<Term[]> =>
  query<Term>(`select ${columns} from role_assignment where person_id = $1 order by starts_on, id`, [person]);

/** One term. */
export async function termBy(query: Query, id: number): Promise<Term> {
  const [term] = await query<Term>(`select ${columns} from role_assignment where id = $1`, [id]);
  if (!term) throw DomainError.notFound();
  return term;
}

/** Whether two terms share a day; one that was ended before its first day has none. */
export const overlaps = (term: Pick<Term, 'startsOn' | 'endsOn'>, from: Day, to: Day | null): boolean =>
  (term.endsOn === null || (term.endsOn >= from && term.endsOn >= term.startsOn)) &&
  (to === null || term.startsOn <= to);

/** The three roles that are never one person. */
const apart: readonly Role[] = ['ADMIN', 'SECURITY', 'AUDITOR'];

/**
 * Refuses to give one of the three administrators' roles to whoever has ever held or been promised another: an auditor
 * would look into acts of their own. A term taken back before its first day does not count.
 */
export function demandApart(terms: readonly Term[], role: Role): void {
  const held = terms.some(one => apart.includes(one.role) && one.role !== role && !one.withdrawn);
  if (!apart.includes(role) || !held) return;
  throw DomainError.badInput('role', {
    zh: '系统管理员、安全管理员、审计员不得由同一人担任。',
    en: 'Administrator, security officer and auditor are never one person.',
  });
}

/** The roles without which nobody could be let in any more. */
export const keepers: readonly Role[] = ['ADMIN', 'SECURITY'];

/** A role that somebody stops holding, and the first day on which they do not. */
export interface Vacancy {
  readonly role: Role;
  readonly from: Day;
}

/** Looked at after the change: on the first day without this holder somebody else must be there. */
export async function demandKept(query: Query, vacancies: readonly Vacancy[]): Promise<void> {
  for (const { role, from } of vacancies.filter(one => keepers.includes(one.role))) {
    const [other] = await query(
      `select from role_assignment a join person p on p.id = a.person_id
        where a.role = $1 and p.disabled_at is null and ${holdsOn('a', '$2')} limit 1`,
      [role, from],
    );
    if (!other) throw notNow(lastOne(role, from));
  }
}

const lastOne = (role: Role, from: Day): Message => ({
  zh: `自 ${from} 起将没有在任的${roleNames[role].zh}，请先另行授予或移交该角色。`,
  en: `From ${from} on nobody would hold the role ${role}: give it to somebody else or hand it over first.`,
});
