import type { Clock } from '../../kernel/clock.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import { systemScope, type Database } from '../../kernel/database.ts';
import { shanghaiDay, type Day } from '../../kernel/days.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { demand } from '../policy.ts';
import { hashSecret } from '../secrets.ts';
import type { Viewer } from '../viewer.ts';
import type { WallLinkListArgs } from './wall-link.input.ts';
import type { WallLinkType } from './wall-link.type.ts';
import { inOrder, type WallPage } from './wall-pages.ts';

interface LinkRow extends Omit<WallLinkType, 'id' | 'town' | 'expiresOn'> {
  readonly id: number;
  readonly town: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly expiresAt: Date;
}

/** A link that is good: what it shows, where, until when. */
export interface LiveWallLink {
  readonly id: number;
  readonly name: string;
  readonly town: string | null;
  readonly pages: readonly WallPage[];
  readonly expiresOn: Day;
}

const hub = systemScope('hub');
const live = `(k.revoked_at is null and k.expires_at > $1::timestamptz)`;
const columns = `k.id, k.name, k.pages, k.created_at as "createdAt", k.created_by as "createdBy",
  case when t.code is not null then json_build_object('code', t.code, 'zh', t.name_zh, 'en', t.name_en) end as town,
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.last_address as "lastAddress",
  k.revoked_at as "revokedAt", k.revoked_by as "revokedBy", k.revoke_reason as "revokeReason", ${live} as live, k.version`;
const order = 'WallLink newest';

/** Reads the links of walls; their secrets are hashes, and not even these leave. */
export class WallLinkList {
  readonly #database: Database;
  readonly #cursors: Cursors;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, cursors: Cursors) {
    [this.#database, this.#clock, this.#cursors] = [database, clock, cursors];
  }

  /** Links, the newest first. */
  async list(viewer: Viewer, args: WallLinkListArgs): Promise<Connection<WallLinkType>> {
    demand(viewer, 'wall.read');
    const window = windowOf(args);
    const after = window.after === null ? null : this.#cursors.decode('after', order, window.after).id;
    const within = `($2::boolean is null or ${live} = $2)`;
    // Whoever keeps walls keeps no accounts: the rows are read in the hub's own name, once the grant is seen.
    const rows = await this.#database.read<LinkRow & { total: number }>(
      hub,
      `select counted.total, page.* from (select count(*)::int as total from wall_link k where ${within}) counted
        left join lateral (select ${columns} from wall_link k left join town t on t.code = k.town
          where ${within} and ($3::bigint is null or k.id < $3) order by k.id desc limit $4) page on true
        order by page.id desc`,
      [this.#clock.now(), args.live ?? null, after, window.size + 1],
    );
    const links = rows.filter(row => row.id !== null);
    return connectionOf(links, window, rows[0]?.total ?? 0, ({ total: _total, ...row }) => ({
      cursor: this.#cursors.encode(order, [], row.id),
      node: shown(row, viewer),
    }));
  }

  /** The link as it stands after an act. */
  async standing(viewer: Viewer, id: number): Promise<WallLinkType> {
    const sql = `select ${columns} from wall_link k left join town t on t.code = k.town where k.id = $2`;
    const [row] = await this.#database.read<LinkRow>(hub, sql, [this.#clock.now(), id]);
    if (!row) throw DomainError.notFound();
    return shown(row, viewer);
  }

  /** The live link with this secret. Its last use is noted at most once a minute. */
  async find(id: number, secret: string, address: string | null): Promise<LiveWallLink | undefined> {
    const now = this.#clock.now();
    const [row] = await this.#database.read<{ name: string; town: string | null; pages: string[]; expiresAt: Date; touched: boolean }>(
      hub,
      `select k.name, k.town, k.pages, k.expires_at as "expiresAt",
          coalesce(k.last_used_at > $1::timestamptz - interval '1 minute', false) as touched
        from wall_link k where k.secret_hash = $2 and k.id = $3 and ${live}`,
      [now, hashSecret(secret), id],
      'live wall link',
    ); // prettier-ignore
    if (!row) return undefined;
    if (!row.touched)
      await this.#database.transaction(hub, query =>
        query('update wall_link set last_used_at = $2, last_address = $3 where id = $1', [id, now, address]),
      );
    return {
      id,
      name: row.name,
      town: row.town,
      pages: inOrder(row.pages),
      expiresOn: shanghaiDay(row.expiresAt),
    };
  }
}

const shown = ({ town, expiresAt, pages, ...row }: LinkRow, { language }: Viewer): WallLinkType => ({
  ...row,
  id: `WallLink:${row.id}`,
  town: town && { code: town.code, name: town[language] },
  pages: inOrder(pages),
  expiresOn: shanghaiDay(expiresAt),
});
