import type { Query } from '../../kernel/database.ts';
import { addDays, endOfShanghaiDay, isDay, type Day } from '../../kernel/days.ts';
import { demandVersion, DomainError } from '../../kernel/errors.ts';
import { demandNoNumbers } from '../../kernel/personal-numbers.ts';
import { reasonOf } from '../../kernel/reason.ts';
import { notNow, numberOf, perform, type ActParts } from '../access-act.ts';
import { checkTown } from '../grant-input.ts';
import { hashSecret, newSecret, writeWallSecret } from '../secrets.ts';
import type { Viewer } from '../viewer.ts';
import type { CreateWallLinkInput, RevokeWallLinkInput } from './wall-link.input.ts';
import { inOrder } from './wall-pages.ts';

/** A link's number, with its address unless that has been shown before. */
export interface WithPath {
  readonly id: number;
  readonly path: string | null;
}

/** A wall hangs for a year; then somebody says again that it should. */
const longestLife = 366;

/** Makes and revokes the links of walls. Their secret stands behind the #, which no browser sends anywhere. */
export class WallLinkActs {
  readonly #parts: ActParts;

  constructor(parts: ActParts) {
    this.#parts = parts;
  }

  /** Makes a link; its address is in this answer and nowhere else. */
  async create(viewer: Viewer, input: CreateWallLinkInput): Promise<WithPath> {
    const act = { act: 'createWallLink', needs: 'wall.write', input } as const;
    let path: string | null = null;
    const { id } = await perform(this.#parts, viewer, act, async query => {
      const name = nameOf(input.name);
      const pages = inOrder(input.pages);
      if (!pages.length) throw noPages();
      const town = input.town?.trim().toUpperCase() || null;
      if (town) await checkTown(query, town);
      const expiresOn = this.#lastDay(input.expiresOn);
      const secret = newSecret();
      const [made] = await query<{ id: number }>(
        `insert into wall_link (name, town, pages, secret_hash, expires_at, created_at, created_by)
          values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          name,
          town,
          pages,
          hashSecret(secret),
          endOfShanghaiDay(expiresOn),
          this.#parts.clock.now(),
          viewer.name,
        ],
      );
      const id = made?.id ?? 0;
      path = `/wall#${writeWallSecret(id, secret)}`;
      const after = { name, town, pages, expiresOn };
      return {
        answer: { id },
        event: { object: `WallLink:${id}`, after, detail: { name, town, expiresOn } },
      };
    });
    return { id, path };
  }

  /** The link is good no longer: within two seconds nowhere. */
  revoke(viewer: Viewer, input: RevokeWallLinkInput): Promise<{ id: number }> {
    const act = { act: 'revokeWallLink', needs: 'wall.revoke', input } as const;
    return perform(this.#parts, viewer, act, async query => {
      const reason = reasonOf(input.reason);
      const id = await this.#lock(query, input);
      await query(
        `update wall_link set revoked_at = $2, revoked_by = $3, revoke_reason = $4, version = version + 1 where id = $1`,
        [id, this.#parts.clock.now(), viewer.name, reason],
      );
      return { answer: { id }, event: { object: `WallLink:${id}`, purpose: reason } };
    });
  }

  async #lock(query: Query, input: { readonly id: string; readonly version: number }): Promise<number> {
    const [found] = await query<{ id: number; version: number; revokedAt: Date | null }>(
      `select id, version, revoked_at as "revokedAt" from wall_link where id = $1 for update`,
      [numberOf('WallLink', input.id)],
    );
    if (!found) throw DomainError.notFound();
    demandVersion(input.version, found.version);
    if (found.revokedAt) throw notNow({ zh: '该链接已吊销。', en: 'The link has been revoked.' });
    return found.id;
  }

  #lastDay(given: Day): Day {
    const today = this.#parts.clock.today();
    const latest = addDays(today, longestLife);
    if (isDay(given) && given >= today && given <= latest) return given;
    throw DomainError.badInput('expiresOn', {
      zh: `到期日应在 ${today} 至 ${latest} 之间（最长 ${longestLife} 天）。`,
      en: `The last day must lie between ${today} and ${latest} (at most ${longestLife} days).`,
    });
  }
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name && name.length <= 60 && !name.includes('\0')) return demandNoNumbers('name', name);
  throw DomainError.badInput('name', {
    zh: '名称应为 1 至 60 个字符。',
    en: 'A name has 1 to 60 characters.',
  });
}

const noPages = (): DomainError =>
  DomainError.badInput('pages', { zh: '请至少选择一个页面。', en: 'Choose at least one page.' });
