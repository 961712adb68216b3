import { DomainError } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/days.ts';
import { pageLimit } from '../../kernel/page.ts';
import { systemViewer } from '../viewer.ts';
import type { Role } from '../roles.ts';
import type { AccessTokenType } from './access-token.type.ts';
import type { NewToken, TokenActs } from './token-acts.service.ts';
import type { TokenList } from './token-list.ts';

/** A token as an operator on the machine itself orders it. */
export interface OrderedToken extends Omit<NewToken, 'expiresOn' | 'idempotencyKey'> {
  readonly expires?: Day | undefined;
}

/** A token just made: its text is shown once. */
export interface MadeToken {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly token: string;
}

/** Tokens by their numbers, as an operator on the machine itself speaks of them. */
export class TokensByNumber {
  readonly #acts: TokenActs;
  readonly #list: TokenList;

  constructor(acts: TokenActs, list: TokenList) {
    [this.#acts, this.#list] = [acts, list];
  }

  async add({ expires, ...input }: OrderedToken, createdBy: string): Promise<MadeToken> {
    const viewer = systemViewer(createdBy);
    return this.#made(await this.#acts.create(viewer, { ...input, expiresOn: expires ?? null }));
  }

  /** A new secret for the token as it stands. */
  async rotate(id: number, change: { overlapHours: number; expires?: Day | undefined }): Promise<MadeToken> {
    const viewer = systemViewer('cli');
    const { version } = await this.#list.standing(viewer, id);
    const { overlapHours, expires } = change;
    const rotation = { id: String(id), version, overlapHours, expiresOn: expires ?? null };
    return this.#made(await this.#acts.rotate(viewer, rotation));
  }

  async revoke(id: number, reason: string): Promise<{ id: number; name: string; revoked: true }> {
    const viewer = systemViewer('cli');
    const { name, version, revokedAt } = await this.#list.standing(viewer, id);
    if (!revokedAt) await this.#acts.revoke(viewer, { id: String(id), version, reason });
    return { id, name, revoked: true };
  }

  /** Every token, the oldest first. */
  async all(): Promise<AccessTokenType[]> {
    const viewer = systemViewer('cli');
    const tokens: AccessTokenType[] = [];
    for (let after: string | null = null; ;) {
      const page = await this.#list.list(viewer, { first: pageLimit, after });
      tokens.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return tokens.reverse();
      after = page.pageInfo.endCursor;
    }
  }

  async #made({ id, token }: { id: number; token: string | null }): Promise<MadeToken> {
    const { name, role } = await this.#list.standing(systemViewer('cli'), id);
    if (token === null) throw DomainError.notFound();
    return { id, name, role, token };
  }
}
