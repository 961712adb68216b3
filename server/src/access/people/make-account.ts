import type { Query } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { hashPassword, oneTimePassword } from '../password.ts';
import type { Identity } from './account-input.ts';

/** An account as it was checked. */
export interface CheckedAccount {
  readonly username: string;
  readonly name: string;
  /** Signs in by single sign-on alone, so there is no password. */
  readonly identity: Identity | null;
}

/** Writes an account within an act; the password is in this answer and nowhere else. */
export async function makeAccount(
  query: Query,
  now: Date,
  { username, name, identity }: CheckedAccount,
): Promise<{ person: number; password: string | null }> {
  const [taken] = await query('select from person where username = $1', [username]);
  if (taken) throw usernameTaken();
  const fresh = identity ? null : await newPassword();
  const [made] = await query<{ id: number }>(
    `insert into person (username, display_name, password_hash, must_change_password, created_at)
      values ($1, $2, $3, $4, $5) returning id`,
    [username, name, fresh?.hash ?? null, fresh !== null, now],
  );
  const person = made?.id ?? 0;
  if (identity) await link(query, person, identity, now);
  return { person, password: fresh?.password ?? null };
}

/** A password for one use, and what is kept of it. */
export async function newPassword(): Promise<{ password: string; hash: string }> {
  const password = oneTimePassword();
  return { password, hash: await hashPassword(password) };
}

/** Links an identity to a person, unless it is somebody's already. */
export async function link(
  query: Query,
  person: number,
  { issuer, subject }: Identity,
  now: Date,
): Promise<void> {
  const [linked] = await query(
    `insert into person_identity (person_id, issuer, subject, created_at) values ($1, $2, $3, $4)
      on conflict (issuer, subject) do nothing returning id`,
    [person, issuer, subject, now],
  );
  if (linked) return;
  throw new DomainError('CONFLICT', {
    zh: '该单点登录身份已关联到一个账号。',
    en: 'This identity is linked to an account already.',
  });
}

const usernameTaken = (): DomainError => {
  const text = { zh: '该账号已存在。', en: 'This user name exists already.' };
  return new DomainError('CONFLICT', text, { username: text });
};
