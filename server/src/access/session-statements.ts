import type { Day } from '../kernel/days.ts';
import { holdsOn } from './people/term.sql.ts';
import type { Role } from './roles.ts';
import type { Language } from './viewer.ts';

/** The role of a person today, with its term. */
export interface GrantRow {
  readonly id: number;
  readonly role: Role;
  readonly town: string | null;
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
  readonly role: Role | null;
  readonly town: string | null;
  readonly roleUntil: Day | null;
}

/** The role that the person $1 holds on the day $2. */
export const grantOfPerson = `select a.id, a.role, a.town from role_assignment a
  where a.person_id = $1 and ${holdsOn('a', '$2')}`;

/**
 * The session of the secret $1 that lives at $2, a moment of the day $4, and was last seen after $3: another role than
 * that which it began with is another sign-in. A proof counts while the second factor it
 * was given with is in force; who came by single sign-on has no password to change.
 */
export const livingSession = `select s.id as "sessionId", p.id as "personId", p.username, p.display_name as name, p.language,
    p.must_change_password and p.password_hash is not null and s.answer_hash is null as "mustChangePassword",
    f.person_id is not null as enrolled,
    case when s.proven_at >= f.confirmed_at then s.proven_at end as "provenAt",
    s.seen_at as "seenAt", a.role, a.town, a.ends_on as "roleUntil"
  from person_session s
  join person p on p.id = s.person_id and p.disabled_at is null
  left join second_factor f on f.person_id = p.id and f.confirmed_at is not null
  left join role_assignment a on a.person_id = p.id and ${holdsOn('a', '$4')}
  where s.secret_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.seen_at >= $3
    and a.id is not distinct from s.assignment_id`;
