import type { Orm } from './orm.ts';
import type { Clock } from '../kernel/clock.ts';
import { LockMode } from '@mikro-orm/core';
import { DomainError } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { SignInGuard as GuardRow, type SignInGuardRow } from './sign-in-guard.entity.ts';

const lockFor = 15 * 60_000;

/** How many failures in a quarter of an hour lock what: one account from one address, the account, the address. */
const limits = { pair: 5, account: 20, address: 50 } as const;
type Kind = keyof typeof limits;

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

  /** Lets an attempt in or refuses it with RATE_LIMITED. */
  async enter(account: string, address: string): Promise<void> {
    const now = this.#clock.now();
    const keys = this.#keys(account, address);
    const locked = await this.#orm.em.fork().transactional(async em => {
      const fresh = [...keys.keys()].map(key => ({ key, failures: 0, countedFrom: now, lockedUntil: null }));
      await em.upsertMany(GuardRow, fresh, { onConflictAction: 'ignore' });
      const where = { key: { $in: [...keys.keys()] } };
      const rows = await em.find(GuardRow, where, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
        orderBy: { key: 'asc' },
        refresh: true,
      });
      // Where one lock holds nothing more is counted: one address cannot lock an account for all the others.
      if (rows.some(row => row.lockedUntil && row.lockedUntil > now)) return true;
      return rows.filter(row => count(row, limits[keys.get(row.key) ?? 'pair'], now)).length > 0;
    });
    if (locked) throw tooMany();
  }

  /** A right password clears the account; the address keeps what others failed from it. */
  async succeed(account: string, address: string): Promise<void> {
    const keys = this.#keys(account, address);
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

  #keys(account: string, address: string): Map<string, Kind> {
    const key = (kind: Kind, text: string): [string, Kind] => [
      this.#vault.hash(`sign-in ${kind} ${text}`),
      kind,
    ];
    return new Map(
      [key('pair', `${account}\n${address}`), key('account', account), key('address', address)].sort(),
    );
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

const tooMany = (): DomainError =>
  new DomainError('RATE_LIMITED', {
    zh: '登录失败次数过多，请 15 分钟后再试。',
    en: 'Too many failed sign-ins. Please try again in 15 minutes.',
  });
