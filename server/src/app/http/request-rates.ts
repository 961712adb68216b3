import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { RateConfig } from '../access-config.ts';

/** So many seconds' worth of requests may come at once. */
const burstSeconds = 10;
const most = 100_000;

/**
 * Holds callers to a number of requests a second, with a burst: each has an account that fills up with time (GCRA: one
 * moment a caller, no timers). Whose account it is comes from what was verified - the token, the person - and else from
 * the address of the connection, never from what a request says of itself.
 */
export class RequestRates {
  readonly #rates: RateConfig;
  readonly #now: () => number;
  /** When the account of a caller is full again. */
  readonly #fullAt = new Map<string, number>();
  readonly #counted = new WeakSet<FastifyRequest>();

  constructor(rates: RateConfig, now = (): number => performance.now()) {
    [this.#rates, this.#now] = [rates, now];
  }

  /** Counts a request once, however often its viewer is asked for; refuses with RATE_LIMITED. */
  count(request: FastifyRequest, viewer: Viewer | undefined): void {
    if (this.#counted.has(request)) return;
    this.#counted.add(request);
    if (viewer?.kind === 'TOKEN') return this.#take(`token ${viewer.id}`, this.#rates.token);
    if (viewer?.kind === 'WALL') return this.#take(`wall ${viewer.id}`, this.#rates.person);
    if (viewer?.kind === 'PERSON') return this.#take(`person ${viewer.id}`, this.#rates.person);
    this.#take(`address ${networkOf(request.ip)}`, this.#rates.anonymous);
  }

  #take(key: string, perSecond: number): void {
    const now = this.#now();
    const fullAt = Math.max(now, this.#fullAt.get(key) ?? 0) + 1_000 / perSecond;
    const early = fullAt - now - burstSeconds * 1_000;
    if (early > 0) throw tooFast(Math.ceil(early / 1_000));
    if (this.#fullAt.size >= most && !this.#fullAt.has(key)) this.#makeRoom(now);
    this.#fullAt.set(key, fullAt);
  }

  /** Whoever has a full account needs none; if nobody has, those who came first make room. */
  #makeRoom(now: number): void {
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
    for (const key of this.#fullAt.keys()) {
      if (this.#fullAt.size < most) return;
      this.#fullAt.delete(key);
    }
  }
}

/** A caller with an IPv6 network of their own has 2^64 addresses: the network counts. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last].slice(0, 4).join(':');
}

const tooFast = (seconds: number): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Please try again a little later.' },
    undefined,
    { retryAfter: seconds },
  );
