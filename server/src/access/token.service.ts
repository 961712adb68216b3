import type { Clock } from '../kernel/clock.ts';
import { systemScope, type Database } from '../kernel/database.ts';
import type { Action } from './policy.ts';
import type { Role } from './roles.ts';
import { hashSecret } from './secrets.ts';
import { comesFrom } from './tokens/token-limits.ts';

/** A token that is good: in whose role it acts, and what it is narrowed to. */
export interface LiveToken {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly town: string | null;
  readonly operations: readonly Action[] | null;
  readonly fields: readonly string[] | null;
}

interface Found extends LiveToken {
  readonly addresses: readonly string[] | null;
  readonly touched: boolean;
}

const hub = systemScope('hub');

const find = `select k.id, k.name, k.role, k.town, k.operations, k.fields, k.addresses,
    coalesce(k.last_used_at > $3::timestamptz - interval '1 minute', false) as touched
  from access_token_secret s join access_token k on k.id = s.token_id
  where s.secret_hash = $1 and k.id = $2 and k.revoked_at is null and k.expires_at > $3
    and (s.ends_at is null or s.ends_at > $3)`;

/** Keys of programs, looked at when they are shown. A token never becomes a session. */
export class TokenService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    [this.#database, this.#clock] = [database, clock];
  }

  /** The live token with this secret, from where it may be used. Its last use is noted at most once a minute. */
  async find(id: number, secret: string, address: string | null = null): Promise<LiveToken | undefined> {
    const now = this.#clock.now();
    const [token] = await this.#database.read<Found>(hub, find, [hashSecret(secret), id, now], 'live token');
    if (!token || (token.addresses && !comesFrom(token.addresses, address))) return undefined;
    if (!token.touched) await this.#touch(id, now, address);
    return token;
  }

  async #touch(id: number, now: Date, address: string | null): Promise<void> {
    await this.#database.transaction(hub, query =>
      query('update access_token set last_used_at = $2, last_address = $3 where id = $1', [id, now, address]),
    );
  }
}
