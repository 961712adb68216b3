import type { Orm } from './orm.ts';
import type { Clock } from '../kernel/clock.ts';
import { addDays, endOfShanghaiDay, isDay, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { AccessToken } from './access-token.entity.ts';
import { checkGrant, type GrantInput } from './grant-input.ts';
import { hashSecret, newSecret, writeToken } from './secrets.ts';

/** A token as an operator orders it. */
export interface NewToken extends GrantInput {
  readonly name: string;
  /** Last day on which it is good; 180 days on if nothing is said. */
  readonly expires?: Day | undefined;
}

const standardLife = 180;
const touchEvery = 60_000;

/** Keys of programs. A token never becomes a session and makes no other token. */
export class TokenService {
  readonly #orm: Orm;
  readonly #clock: Clock;

  constructor(orm: Orm, clock: Clock) {
    this.#orm = orm;
    this.#clock = clock;
  }

  /** Makes a token; its text is in the answer and nowhere else. */
  async add(input: NewToken, createdBy: string) {
    const name = input.name.trim();
    if (!name || name.length > 100) {
      throw DomainError.badInput('name', {
        zh: '名称应为 1 至 100 个字符。',
        en: 'A name has 1 to 100 characters.',
      });
    }
    const last = input.expires ?? addDays(this.#clock.today(), standardLife);
    if (!isDay(last)) {
      throw DomainError.badInput('expires', {
        zh: '到期日应为 2026-12-31 形式的日期。',
        en: 'The expiry must be a day such as 2026-12-31.',
      });
    }
    const em = this.#orm.em.fork();
    const secret = newSecret();
    const token = em.create(AccessToken, {
      ...(await checkGrant(em, input)),
      name,
      secretHash: hashSecret(secret),
      expiresAt: endOfShanghaiDay(last),
      createdAt: this.#clock.now(),
      createdBy,
    });
    await em.flush();
    return { id: token.id, name, role: token.role, token: writeToken(token.id, secret) };
  }

  async list() {
    const tokens = await this.#orm.em.fork().find(AccessToken, {}, { orderBy: { id: 'asc' } });
    return tokens.map(token => ({
      id: token.id,
      name: token.name,
      role: token.role,
      town: token.town ?? null,
      enterprise: token.enterpriseUscc ?? null,
      createdAt: token.createdAt?.toISOString() ?? null,
      createdBy: token.createdBy,
      expiresAt: token.expiresAt?.toISOString() ?? null,
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
      revokedAt: token.revokedAt?.toISOString() ?? null,
    }));
  }

  async revoke(id: number): Promise<{ id: number; name: string; revoked: true }> {
    const em = this.#orm.em.fork();
    const token = Number.isSafeInteger(id) ? await em.findOne(AccessToken, { id }) : null;
    if (!token) throw DomainError.notFound();
    token.revokedAt ??= this.#clock.now();
    await em.flush();
    return { id: token.id, name: token.name, revoked: true };
  }

  /** The live token with this secret. Its last use is noted at most once a minute. */
  async find(id: number, secret: string) {
    const em = this.#orm.em.fork();
    const token = await em.findOne(AccessToken, { secretHash: hashSecret(secret) });
    const now = this.#clock.now();
    if (!token || token.id !== id || token.revokedAt) return undefined;
    if (token.expiresAt && token.expiresAt <= now) return undefined;
    if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > touchEvery) {
      await em.nativeUpdate(AccessToken, { id }, { lastUsedAt: now });
    }
    return token;
  }
}
