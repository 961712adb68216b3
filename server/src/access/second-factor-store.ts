import type { Query } from '../kernel/database.ts';
import { Vault } from '../kernel/personal.ts';
import { newRecoveryCodes, plainCode, recoveryHash } from './recovery-codes.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';

/** What somebody proved a second factor with. */
export type Proof = 'TOTP' | 'RECOVERY_CODE';

interface Kept {
  readonly secret: Buffer | null;
  readonly pending: Buffer | null;
}

/** The second factors as they are kept: secrets sealed for their person alone, codes good once. */
export class SecondFactorStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = new Vault(vault.derive('second factors').toString('base64url'));
  }

  /** Offers a new secret; what is in force stays so until the new one is confirmed. */
  async offer(query: Query, person: number): Promise<string> {
    const secret = newTotpSecret();
    await query(
      `insert into second_factor (person_id, pending) values ($1, $2)
        on conflict (person_id) do update set pending = excluded.pending`,
      [person, this.#seal(person, secret)],
    );
    return secret;
  }

  /** Puts the offered secret in force if the code is right; gives the recovery codes, which are kept nowhere else. */
  async confirm(query: Query, person: number, code: string, now: Date): Promise<string[] | null> {
    const { pending } = await this.#kept(query, person);
    const step = pending && stepOfCode(this.#open(person, pending), plainCode(code), now);
    if (step === null) return null;
    const codes = newRecoveryCodes();
    await query(
      `update second_factor set secret = pending, pending = null, confirmed_at = $2, last_step = $3, recovery_hashes = $4
        where person_id = $1`,
      [person, now, step, codes.map(one => recoveryHash(this.#vault, person, one))],
    );
    return codes;
  }

  /** What the code proves, used up at once: no code of this or an earlier time step, no recovery code is good twice. */
  async prove(query: Query, person: number, code: string, now: Date): Promise<Proof | null> {
    const { secret } = await this.#kept(query, person);
    if (!secret) return null;
    const plain = plainCode(code);
    if (!/^\d{6}$/.test(plain)) return (await this.#recover(query, person, plain)) ? 'RECOVERY_CODE' : null;
    const step = stepOfCode(this.#open(person, secret), plain, now);
    if (step === null) return null;
    const used = await query(
      `update second_factor set last_step = $2 where person_id = $1 and last_step < $2 returning 1 as one`,
      [person, step],
    );
    return used.length > 0 ? 'TOTP' : null;
  }

  async remove(query: Query, person: number): Promise<void> {
    await query('delete from second_factor where person_id = $1', [person]);
  }

  async #recover(query: Query, person: number, plain: string): Promise<boolean> {
    const rows = await query(
      `update second_factor set recovery_hashes = array_remove(recovery_hashes, $2)
        where person_id = $1 and $2 = any (recovery_hashes) returning 1 as one`,
      [person, recoveryHash(this.#vault, person, plain)],
    );
    return rows.length > 0;
  }

  /** Waits for whoever is at it: two codes at once are two codes after each other. */
  async #kept(query: Query, person: number): Promise<Kept> {
    const sql = 'select secret, pending from second_factor where person_id = $1 for update';
    const [row] = await query<Kept>(sql, [person]);
    return row ?? { secret: null, pending: null };
  }

  /** The person stands within: a secret put into another row opens nothing. */
  #seal = (person: number, secret: string): Buffer => this.#vault.encrypt(`${person} ${secret}`);

  #open(person: number, sealed: Buffer): string {
    const [owner, secret = ''] = this.#vault.decrypt(sealed).split(' ');
    if (owner !== String(person)) throw new Error('a second factor is sealed for another person');
    return secret;
  }
}
