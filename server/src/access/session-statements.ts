import type { Day } from '../kernel/days.ts';
import type { Role } from './roles.ts';
import type { Language } from './viewer.ts';

/** A role of a person with its term. */
export interface AssignmentRow {
  readonly id: number;
  readonly role: Role;
  readonly town: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** A living session with its person. */
export interface SessionRow {
  readonly sessionId: number;
  readonly personId: number;
  readonly username: string;
  readonly name: string;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly enrolled: boolean;
  readonly provenAt: Date | null;
  readonly seenAt: Date;
  readonly assignmentId: number | null;
  readonly assignments: readonly AssignmentRow[];
}

const assignment = `id, role, town, starts_on as "startsOn", ends_on as "endsOn"`;

/** Every role of the person $1, with its term. */
export const assignmentsOfPerson = `select ${assignment} from role_assignment where person_id = $1`;

/**
 * The session of the secret $1 that lives at $2 and was last seen after $3. A proof counts while the second factor it
 * was given with is in force; who came by single sign-on has no password to change.
 */
export const livingSession = `select s.id as "sessionId", p.id as "personId", p.username, p.display_name as name, p.language,
    p.must_change_password and p.password_hash is not null and s.answer_hash is null as "mustChangePassword",
    f.person_id is not null as enrolled,
    case when s.proven_at >= f.confirmed_at then s.proven_at end as "provenAt",
    s.seen_at as "seenAt", s.assignment_id as "assignmentId",
    coalesce((select json_agg(r) from (select ${assignment} from role_assignment where person_id = p.id) r), '[]') as assignments
  from person_session s
  join person p on p.id = s.person_id and p.disabled_at is null
  left join second_factor f on f.person_id = p.id and f.confirmed_at is not null
  where s.secret_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.seen_at >= $3`;
