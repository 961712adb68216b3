import type { Query } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Viewer } from '../viewer.ts';

/** A person whom no other act can change until this one is over. */
export interface LockedPerson {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  readonly version: number;
}

/** Reads a person and holds their row to the end of the act. */
export async function lockPerson(query: Query, id: number): Promise<LockedPerson> {
  const [person] = await query<LockedPerson>(
    `select id, username, display_name as name, disabled_at is not null as disabled,
      password_hash is not null as "hasPassword", version from person where id = $1 for update`,
    [id],
  );
  if (!person) throw DomainError.notFound();
  return person;
}

/** The person is another one now; where what they may do has changed, every session of theirs ends. */
export async function changed(query: Query, now: Date, person: number, endSessions: boolean): Promise<void> {
  await query('update person set version = version + 1 where id = $1', [person]);
  if (endSessions) await endSessionsOf(query, now, person);
}

/** Ends every session of a person; returns how many there were. */
export async function endSessionsOf(query: Query, now: Date, person: number): Promise<number> {
  const ended = await query(
    'update person_session set ended_at = $2 where person_id = $1 and ended_at is null and expires_at > $2 returning id',
    [person, now],
  );
  return ended.length;
}

/** Whether somebody acts on their own account. */
export const isOneself = (viewer: Viewer, person: number): boolean =>
  viewer.kind === 'PERSON' && viewer.id === String(person);

/** Refuses what nobody may do to themselves: two people have to agree on it. */
export function demandOther(viewer: Viewer, person: number): void {
  if (!isOneself(viewer, person)) return;
  throw new DomainError('FORBIDDEN', {
    zh: '不能对本人账号进行此项操作，须由另一人办理。',
    en: 'Nobody may do this to their own account; somebody else has to.',
  });
}
