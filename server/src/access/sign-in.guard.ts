import type { Orm } from './orm.ts';
import type { Clock } from '../kernel/clock.ts';
import { LockMode } from '@mikro-orm/core';
import type { Vault } from '../kernel/personal.ts';
import { SignInGuard as GuardRow, type SignInGuardRow } from './sign-in-guard.entity.ts';

const lockFor = 15 * 60_000;

/**
 * How many failures in a quarter of an hour lock what: one account from one address, the account, the address. Whoever
 * guesses codes knows the password already: few guesses are let in, from wherever they come.
 */
const limits = {
  PASSWORD: { pair: 5, account: 20, address: 50 },
  CODE: { pair: 5, account: 10, address: 50 },
  /** Whom the issuer means is known afterwards. */
  SINGLE_SIGN_ON: { address: 50 },
} as const satisfies Record<string, Partial<Record<Counted, number>>>;
export type GuardKind = keyof typeof limits;
type Counted = 'pair' | 'account' | 'address';

/** An attempt is let in, locks by being one too many, or finds a lock. */
export type Verdict = 'IN' | 'LOCKING' | 'LOCKED';

/**
 * Counts sign-ins before the password is looked at, so that guesses in parallel count as well; unknown names are
 * counted like known ones. Keys are keyed hashes: the table names no one.
 */
export class SignInGuard {
  readonly #orm: Orm;
  readonly #clock: Clock;
  readonly #vault: Vault;

  constructor(orm: Orm, clock: Clock, vault: Vault) {
    this.#orm = orm;
    this.#clock = clock;
    this.#vault = vault;
  }

  /** Counts an attempt, or finds the lock that it runs into. */
  async enter(account: string, address: string, kind: GuardKind): Promise<Verdict> {
    const now = this.#clock.now();
    const keys = this.#keys(account, address, kind);
    return this.#orm.em.fork().transactional(async em => {
      const fresh = [...keys.keys()].map(key => ({ key, failures: 0, countedFrom: now, lockedUntil: null }));
      await em.upsertMany(GuardRow, fresh, { onConflictAction: 'ignore' });
      const where = { key: { $in: [...keys.keys()] } };
      const rows = await em.find(GuardRow, where, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        orderBy: { key: 'asc' },
        refresh: true,
      });
      // Where one lock holds nothing more is counted: one address cannot lock an account for all the others.
      if (rows.some(row => row.lockedUntil && row.lockedUntil > now)) return 'LOCKED';
      const most: Partial<Record<Counted, number>> = limits[kind];
      const full = rows.filter(row => count(row, most[keys.get(row.key) ?? 'address'] ?? 0, now));
      return full.length > 0 ? 'LOCKING' : 'IN';
    });
  }

  /** What is right clears the account; the address keeps what others failed from it. */
  async succeed(account: string, address: string, kind: GuardKind): Promise<void> {
    const keys = this.#keys(account, address, kind);
    await this.#orm.em.fork().transactional(async em => {
      for (const row of await em.find(
        GuardRow,
        { key: { $in: [...keys.keys()] } },
        { orderBy: { key: 'asc' } },
      )) {
        row.failures = keys.get(row.key) === 'address' ? Math.max(0, (row.failures ?? 0) - 1) : 0;
      }
      const old = new Date(this.#clock.now().getTime() - 96 * lockFor);
      await em.nativeDelete(GuardRow, { countedFrom: { $lt: old } });
    });
  }

  #keys(account: string, address: string, kind: GuardKind): Map<string, Counted> {
    const key = (counted: Counted, text: string): [string, Counted] => [
      this.#vault.hash(`sign-in ${counted} ${text}`),
      counted,
    ];
    // A right password must not forgive wrong codes: what is counted of an account is counted by kind.
    const name = kind === 'PASSWORD' ? account : `${kind} ${account}`;
    const all = [key('pair', `${name}\n${address}`), key('account', name), key('address', address)];
    return new Map(all.filter(([, counted]) => counted in limits[kind]).sort());
  }
}

/** Counts one attempt on a row; true if it becomes locked by it. */
function count(row: SignInGuardRow, limit: number, now: Date): boolean {
  if (row.lockedUntil || now.getTime() - row.countedFrom.getTime() > lockFor) {
    row.failures = 0;
    row.countedFrom = now;
    row.lockedUntil = null;
  }
  row.failures = (row.failures ?? 0) + 1;
  if (row.failures <= limit) return false;
  row.lockedUntil = new Date(now.getTime() + lockFor);
  return true;
}
