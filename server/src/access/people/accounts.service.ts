import type { Query } from '../../kernel/database.ts';
import { demandVersion, DomainError } from '../../kernel/errors.ts';
import { reasonIfAny, reasonOf } from '../../kernel/reason.ts';
import { notNow, numberOf, perform, type ActParts, type Done } from '../access-act.ts';
import type { Action } from '../policy.ts';
import type { Viewer } from '../viewer.ts';
import { checkIdentity, nameOfPerson, newUsername, type Identity } from './account-input.ts';
import { changed, demandOther, endSessionsOf, lockPerson, type LockedPerson } from './locked-person.ts';
import { link, makeAccount, newPassword } from './make-account.ts';
import { demandKept, termsOf } from './term-rules.ts';

/** An act on a person as they were looked at. */
export interface PersonAct {
  readonly person: string;
  readonly version: number;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}
/** An account to be made. */
export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly identity?: Identity | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}
/** Somebody with the password they begin with; null if it has been shown before, or there is none. */
export interface WithPassword {
  readonly person: number;
  readonly oneTimePassword: string | null;
}
type Event = Done<object>['event'];

/** Makes accounts, bars them, gives new passwords: what they may do once they are in, others decide. */
export class Accounts {
  readonly #parts: ActParts;

  constructor(parts: ActParts) {
    this.#parts = parts;
  }

  async create(viewer: Viewer, input: NewAccount): Promise<WithPassword> {
    const [username, name] = [newUsername(input.username), nameOfPerson(input.name)];
    const identity = input.identity ? checkIdentity(input.identity) : null;
    const act = { act: 'createPerson', needs: 'person.write', input } as const;
    // Known to this call alone: the answer that is kept for the key is without it.
    let shown: string | null = null;
    const { person } = await perform(this.#parts, viewer, act, async query => {
      const { person, password } = await makeAccount(query, this.#parts.clock.now(), {
        username,
        name,
        identity,
      });
      shown = password;
      return { answer: { person }, event: { object: `Person:${person}`, after: { username, name, identity }, detail: { username } } }; // prettier-ignore
    });
    return { person, oneTimePassword: shown };
  }

  /** A new one-time password for somebody who lost theirs; ends every session. An account of single sign-on has none. */
  async resetPassword(viewer: Viewer, input: PersonAct): Promise<WithPassword> {
    let shown: string | null = null;
    const { person } = await this.#onPerson(viewer, 'resetPassword', input, async (query, found) => {
      demandOther(viewer, found.id);
      if (!found.hasPassword) throw notNow(signsInElsewhere);
      const { password, hash } = await newPassword();
      const sql = 'update person set password_hash = $2, must_change_password = true where id = $1';
      await query(sql, [found.id, hash]);
      await endSessionsOf(query, this.#parts.clock.now(), found.id);
      shown = password;
    });
    return { person, oneTimePassword: shown };
  }

  /** The person can no longer sign in, and every session of theirs ends. */
  disable(viewer: Viewer, input: PersonAct): Promise<{ person: number }> {
    return this.#onPerson(viewer, 'disablePerson', input, async (query, found) => {
      demandOther(viewer, found.id);
      if (found.disabled) throw notNow(disabledAlready);
      const [now, today] = [this.#parts.clock.now(), this.#parts.clock.today()];
      await query('update person set disabled_at = $2 where id = $1', [found.id, now]);
      await endSessionsOf(query, now, found.id);
      const terms = (await termsOf(query, found.id)).filter(({ endsOn, startsOn, withdrawn }) => !withdrawn && (endsOn === null || (endsOn >= today && endsOn >= startsOn))); // prettier-ignore
      await demandKept(query, terms.map(({ role, startsOn }) => ({ role, from: startsOn > today ? startsOn : today }))); // prettier-ignore
    });
  }

  /** Lets somebody in again: with the role they hold by then, if any. */
  enable(viewer: Viewer, input: PersonAct): Promise<{ person: number }> {
    return this.#onPerson(viewer, 'enablePerson', input, async (query, found) => {
      if (!found.disabled) throw notNow(notDisabled);
      await query('update person set disabled_at = null where id = $1', [found.id]);
    });
  }

  /** Links an identity of single sign-on: issuer and subject together, each pair to one person. */
  linkIdentity(viewer: Viewer, input: PersonAct & Identity): Promise<{ person: number }> {
    const identity = checkIdentity(input);
    return this.#onPerson(viewer, 'linkIdentity', input, async (query, found) => {
      demandOther(viewer, found.id);
      await link(query, found.id, identity, this.#parts.clock.now());
      return { after: identity };
    });
  }

  /** Takes an identity off, unless it is the only way in. Whoever came in by it is out at once. */
  unlinkIdentity(viewer: Viewer, input: PersonAct & Identity): Promise<{ person: number }> {
    const identity = checkIdentity(input);
    return this.#onPerson(viewer, 'unlinkIdentity', input, async (query, found) => {
      const [gone] = await query(
        'delete from person_identity where person_id = $1 and issuer = $2 and subject = $3 returning id',
        [found.id, identity.issuer, identity.subject],
      );
      if (!gone) throw notLinked();
      const [left] = await query('select from person_identity where person_id = $1 limit 1', [found.id]);
      if (!left && !found.hasPassword) throw notNow(onlyWayIn);
      await endSessionsOf(query, this.#parts.clock.now(), found.id);
      return { before: identity };
    });
  }

  /** Takes off a second factor that was lost; where the role requires one, the next sign-in asks for a new one. */
  resetSecondFactor(viewer: Viewer, input: PersonAct & { reason: string }): Promise<{ person: number }> {
    reasonOf(input.reason);
    const act = async (query: Query, found: LockedPerson): Promise<undefined> => {
      demandOther(viewer, found.id);
      const [gone] = await query('delete from second_factor where person_id = $1 returning person_id', [found.id]); // prettier-ignore
      if (!gone) throw notNow(noSecondFactor);
      await endSessionsOf(query, this.#parts.clock.now(), found.id);
    };
    return this.#onPerson(viewer, 'resetSecondFactor', input, act, 'role.write');
  }

  /** Ends every session of a person, wherever they are signed in. */
  endSessions(viewer: Viewer, input: Omit<PersonAct, 'version'>): Promise<{ person: number; ended: number }> {
    const act = { act: 'endPersonSessions', needs: 'person.write', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const { id } = await lockPerson(query, numberOf('Person', input.person));
      const ended = await endSessionsOf(query, this.#parts.clock.now(), id);
      const event = { object: `Person:${id}`, purpose: reasonIfAny(input.reason), detail: { ended } };
      return { answer: { person: id, ended }, event };
    });
  }

  #onPerson(
    viewer: Viewer,
    act: string,
    input: PersonAct,
    work: (query: Query, found: LockedPerson) => Promise<Event | undefined>,
    needs: Action = 'person.write',
  ): Promise<{ person: number }> {
    return perform(this.#parts, viewer, { act, needs, input }, async query => {
      const purpose = reasonIfAny(input.reason);
      const found = await lockPerson(query, numberOf('Person', input.person));
      demandVersion(input.version, found.version);
      const event = (await work(query, found)) ?? {};
      await changed(query, this.#parts.clock.now(), found.id, false);
      return { answer: { person: found.id }, event: { object: `Person:${found.id}`, purpose, ...event } };
    });
  }
}

const notLinked = (): DomainError =>
  DomainError.badInput('subject', { zh: '该账号没有关联此身份。', en: 'The account is not linked to it.' });
const signsInElsewhere = {
  zh: '该账号仅使用单点登录，没有本地密码。',
  en: 'The account signs in by single sign-on and has no password.',
};
const onlyWayIn = {
  zh: '这是该账号唯一的登录方式，不能解除；如不再使用请停用账号。',
  en: 'It is the only way into the account; if nobody is to use it, disable the account.',
};
const disabledAlready = { zh: '该账号已停用。', en: 'The account is disabled already.' };
const notDisabled = { zh: '该账号未停用。', en: 'The account is not disabled.' };
const noSecondFactor = { zh: '该账号没有绑定双因素。', en: 'The account has no second factor.' };
