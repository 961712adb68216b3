import type { Actor, AuditTrail } from '../kernel/audit.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import type { Origin, SignedIn } from './session.service.ts';
import type { GuardKind, SignInGuard } from './sign-in.guard.ts';

/** Somebody trying to get in, or further in. */
export interface Attempt {
  readonly act:
    'signIn' | 'changePassword' | 'proveSecondFactor' | 'enrolSecondFactor' | 'removeSecondFactor';
  readonly kind: GuardKind;
  /** The name as it was typed, in its one spelling. */
  readonly account: string;
  /** The account, if there is one of this name. */
  readonly person: number | null;
  readonly origin: Origin;
  /** The session the attempt is made in, if there is one. */
  readonly who?: SignedIn;
}

/** Counts attempts before they are looked at, locks out, and enters every failure and every lock-out in the trail. */
export class Attempts {
  readonly #guard: SignInGuard;
  readonly #audit: AuditTrail;
  readonly #vault: Vault;

  constructor(guard: SignInGuard, audit: AuditTrail, vault: Vault) {
    [this.#guard, this.#audit, this.#vault] = [guard, audit, vault];
  }

  /** Lets an attempt in, or refuses it with RATE_LIMITED; a lock-out is entered once, when it begins. */
  async enter(attempt: Attempt): Promise<void> {
    const verdict = await this.#guard.enter(attempt.account, attempt.origin.address ?? '', attempt.kind);
    if (verdict === 'IN') return;
    if (verdict === 'LOCKING') await this.#enter(attempt, 'RATE_LIMITED', 'lockOut');
    throw tooMany();
  }

  failed = (attempt: Attempt): Promise<void> => this.#enter(attempt, 'UNAUTHENTICATED', attempt.act);

  succeeded = ({ account, origin, kind }: Attempt): Promise<void> =>
    this.#guard.succeed(account, origin.address ?? '', kind);

  #enter(attempt: Attempt, code: string, act: string): Promise<void> {
    const { who, origin, kind } = attempt;
    const actor = who ? actorOfSession(who, origin) : anonymous(origin);
    return this.#audit.note(actor, {
      act,
      object: this.#object(attempt),
      outcome: 'REFUSED',
      code,
      detail: { with: kind },
    });
  }

  /** What was typed may be a password in the wrong field: of a name that nobody has only a keyed hash is kept. */
  #object({ person, account, kind }: Attempt): string {
    if (kind === 'SINGLE_SIGN_ON') return 'Identity';
    return person === null
      ? `Account:${this.#vault.hash(`sign-in name ${account}`).slice(0, 22)}`
      : `Person:${person}`;
  }
}

/** Whoever has signed in, as the trail keeps them. */
export const actorOfSession = (who: SignedIn, { address }: Origin): Actor => ({
  actor: `person:${who.personId}`,
  name: who.name,
  onBehalfOf: who.role && [who.role, who.town].filter(Boolean).join(' '),
  session: String(who.sessionId),
  address,
});

/** Nobody yet, from an address. */
export const anonymous = ({ address }: Origin): Actor => ({
  actor: 'anonymous',
  name: '',
  onBehalfOf: null,
  session: null,
  address,
});

const tooMany = (): DomainError =>
  new DomainError('RATE_LIMITED', {
    zh: '登录失败次数过多，请 15 分钟后再试。',
    en: 'Too many failed sign-ins. Please try again in 15 minutes.',
  });
