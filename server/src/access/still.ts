/**
 * What a session begins with must be so still when it begins, and until it has: between the proof and the session the
 * password may have been changed, the account disabled, the identity taken off.
 */
export interface Still {
  readonly with: 'PASSWORD' | 'SINGLE_SIGN_ON';
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The password is the one that was verified. */
export const stillPassword = ({ id, passwordHash }: Passworded): Still => ({
  with: 'PASSWORD',
  sql: 'select id from person where id = $1 and password_hash = $2 and disabled_at is null for no key update',
  values: [id, passwordHash],
});
/** The issuer's person is still linked with this account. */
export const stillLinked = (person: number, issuer: string, subject: string): Still => ({
  with: 'SINGLE_SIGN_ON',
  sql: `select p.id from person p join person_identity i on i.person_id = p.id
    where p.id = $1 and i.issuer = $2 and i.subject = $3 and p.disabled_at is null for no key update`,
  values: [person, issuer, subject],
});

interface Passworded {
  readonly id: number;
  readonly passwordHash: string | null;
}
