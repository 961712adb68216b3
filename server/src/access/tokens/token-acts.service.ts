import type { Query } from '../../kernel/database.ts';
import { addDays, endOfShanghaiDay, isDay, type Day } from '../../kernel/days.ts';
import { demandVersion, DomainError } from '../../kernel/errors.ts';
import { demandNoNumbers } from '../../kernel/personal-numbers.ts';
import { reasonIfAny, reasonOf } from '../../kernel/reason.ts';
import { notNow, numberOf, perform, type ActParts } from '../access-act.ts';
import { checkGrant, type GrantInput } from '../grant-input.ts';
import type { Role } from '../roles.ts';
import { hashSecret, newSecret, writeToken } from '../secrets.ts';
import type { Viewer } from '../viewer.ts';
import {
  checkAddresses,
  checkFields,
  checkOffice,
  checkOperations,
  type FieldIndex,
} from './token-limits.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}
/** A token as it is ordered. */
export interface NewToken extends GrantInput, Keyed {
  readonly name: string;
  readonly operations?: readonly string[] | null | undefined;
  readonly fields?: readonly string[] | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly addresses?: readonly string[] | null | undefined;
  /** Last day on which it is good; 180 days on if nothing is said. */
  readonly expiresOn?: Day | null | undefined;
}
/** A token that gets a new secret. */
export interface Rotation extends Keyed {
  readonly id: string;
  readonly version: number;
  readonly overlapHours: number;
  readonly expiresOn?: Day | null | undefined;
}
/** A token that is good no longer. */
export interface Revocation extends Keyed {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}
/** A token's number, with its text unless that has been shown before. */
export interface WithText {
  readonly id: number;
  readonly token: string | null;
}
interface Standing {
  readonly id: number;
  readonly role: Role;
  readonly version: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** No key is for ever: so many days at most, and so many hours beside its successor. */
const longestLife = 180;
const longestOverlap = 168;

/** Makes, rotates and revokes the keys of programs. A token makes no other token. */
export class TokenActs {
  readonly #parts: ActParts;
  readonly #fields: FieldIndex;

  constructor(parts: ActParts, fields: FieldIndex) {
    [this.#parts, this.#fields] = [parts, fields];
  }

  /** Makes a token; its text is in this answer and nowhere else. */
  async create(viewer: Viewer, input: NewToken): Promise<WithText> {
    const act = { act: 'createAccessToken', needs: 'token.write', input } as const;
    let token: string | null = null;
    const { id } = await perform(this.#parts, viewer, act, async query => {
      const [name, purpose] = [nameOf(input.name), reasonIfAny(input.purpose)];
      const { role, town, enterprise } = await checkGrant(query, input);
      const operations = checkOperations(role, input.operations);
      checkOffice(viewer, role);
      const [fields, addresses] = [await checkFields(this.#fields, input.fields), checkAddresses(input.addresses)]; // prettier-ignore
      const expiresOn = this.#lastDay(input.expiresOn ?? null);
      const [made] = await query<{ id: number }>(
        `insert into access_token (name, role, town, enterprise_uscc, operations, fields, purpose, addresses, expires_at,
          created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
        [name, role, town, enterprise, operations, fields, purpose, addresses, endOfShanghaiDay(expiresOn), this.#parts.clock.now(), viewer.name],
      ); // prettier-ignore
      const id = made?.id ?? 0;
      token = await this.#addSecret(query, id);
      const after = { name, role, town, enterprise, operations, fields, addresses, expiresOn };
      return { answer: { id }, event: { object: `AccessToken:${id}`, purpose, after, detail: { name, role, town, expiresOn } } }; // prettier-ignore
    });
    return { id, token };
  }

  /** Gives a token another secret; the old one is good for some hours more, so that its program can change over. */
  async rotate(viewer: Viewer, input: Rotation): Promise<WithText> {
    const act = { act: 'rotateAccessToken', needs: 'token.write', input } as const;
    let token: string | null = null;
    const { id } = await perform(this.#parts, viewer, act, async query => {
      const { overlapHours } = input;
      if (!Number.isInteger(overlapHours) || overlapHours < 0 || overlapHours > longestOverlap) throw wrongOverlap(); // prettier-ignore
      const found = await this.#lock(query, input);
      checkOffice(viewer, found.role);
      const expiresOn = input.expiresOn ? this.#lastDay(input.expiresOn) : null;
      const now = this.#parts.clock.now();
      const until = new Date(now.getTime() + overlapHours * 3_600_000);
      // Two at most: one that is leaving already leaves now.
      await query(
        `update access_token_secret set ends_at = case when ends_at is null then $2::timestamptz else $3 end
          where token_id = $1 and (ends_at is null or ends_at > $3)`,
        [found.id, until, now],
      );
      token = await this.#addSecret(query, found.id);
      await query(
        'update access_token set version = version + 1, expires_at = coalesce($2, expires_at) where id = $1',
        [found.id, expiresOn && endOfShanghaiDay(expiresOn)],
      );
      return { answer: { id: found.id }, event: { object: `AccessToken:${found.id}`, detail: { overlapHours, expiresOn } } }; // prettier-ignore
    });
    return { id, token };
  }

  /** The token is good no longer: within two seconds nowhere. */
  revoke(viewer: Viewer, input: Revocation): Promise<{ id: number }> {
    const act = { act: 'revokeAccessToken', needs: 'token.write', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const reason = reasonOf(input.reason);
      const { id } = await this.#lock(query, input);
      await query(
        `update access_token set revoked_at = $2, revoked_by = $3, revoke_reason = $4, version = version + 1
          where id = $1`,
        [id, this.#parts.clock.now(), viewer.name, reason],
      );
      return { answer: { id }, event: { object: `AccessToken:${id}`, purpose: reason } };
    });
  }

  async #lock(query: Query, input: { readonly id: string; readonly version: number }): Promise<Standing> {
    const [found] = await query<Standing>(
      `select id, role, version, expires_at as "expiresAt", revoked_at as "revokedAt" from access_token where id = $1 for update`,
      [numberOf('AccessToken', input.id)],
    );
    if (!found) throw DomainError.notFound();
    demandVersion(input.version, found.version);
    if (found.revokedAt) throw notNow({ zh: '该令牌已吊销。', en: 'The token has been revoked.' });
    return found;
  }

  #lastDay(given: Day | null): Day {
    const today = this.#parts.clock.today();
    const latest = addDays(today, longestLife);
    const last = given ?? latest;
    if (isDay(last) && last >= today && last <= latest) return last;
    throw DomainError.badInput('expiresOn', {
      zh: `到期日应在 ${today} 至 ${latest} 之间（最长 ${longestLife} 天）。`,
      en: `The last day must lie between ${today} and ${latest} (at most ${longestLife} days).`,
    });
  }

  async #addSecret(query: Query, id: number): Promise<string> {
    const secret = newSecret();
    const sql = 'insert into access_token_secret (token_id, secret_hash, created_at) values ($1, $2, $3)';
    await query(sql, [id, hashSecret(secret), this.#parts.clock.now()]);
    return writeToken(id, secret);
  }
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name && name.length <= 100 && !name.includes('\0')) return demandNoNumbers('name', name);
  throw DomainError.badInput('name', {
    zh: '名称应为 1 至 100 个字符。',
    en: 'A name has 1 to 100 characters.',
  });
}

const wrongOverlap = (): DomainError =>
  DomainError.badInput('overlapHours', {
    zh: `新旧密钥并存时间应为 0 至 ${longestOverlap} 小时。`,
    en: `The secrets may overlap for 0 to ${longestOverlap} hours.`,
  });
