import type { Clock } from '../../kernel/clock.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import { shanghaiDay } from '../../kernel/days.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { demand } from '../policy.ts';
import type { Viewer } from '../viewer.ts';
import type { AccessTokenListArgs } from './access-token.input.ts';
import type { AccessTokenType } from './access-token.type.ts';

interface TokenRow extends Omit<AccessTokenType, 'id' | 'town' | 'expiresOn' | 'secrets'> {
  readonly id: number;
  readonly town: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly expiresAt: Date;
  readonly secrets: { readonly createdAt: string; readonly endsAt: string | null }[];
}

const live = (token: string, now: string): string =>
  `(${token}.revoked_at is null and ${token}.expires_at > ${now}::timestamptz)`;
const columns = `k.id, k.name, k.role, k.enterprise_uscc as enterprise, k.operations, k.fields, k.purpose, k.addresses,
  case when t.code is not null then json_build_object('code', t.code, 'zh', t.name_zh, 'en', t.name_en) end as town,
  k.created_at as "createdAt", k.created_by as "createdBy", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
  k.last_address as "lastAddress", k.revoked_at as "revokedAt", k.revoked_by as "revokedBy",
  k.revoke_reason as "revokeReason", ${live('k', '$1')} as live, k.version, coalesce((select
    json_agg(json_build_object('createdAt', s.created_at, 'endsAt', s.ends_at) order by s.id desc)
    from access_token_secret s where s.token_id = k.id and ${live('k', '$1')}
      and (s.ends_at is null or s.ends_at > $1)), '[]') as secrets`;
const order = 'AccessToken newest';

/** Reads the keys of programs; their secrets are hashes, and not even these leave. */
export class TokenList {
  readonly #database: Database;
  readonly #cursors: Cursors;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock, cursors: Cursors) {
    [this.#database, this.#clock, this.#cursors] = [database, clock, cursors];
  }

  /** Tokens, the newest first. */
  async list(viewer: Viewer, args: AccessTokenListArgs): Promise<Connection<AccessTokenType>> {
    demand(viewer, 'token.read');
    const window = windowOf(args);
    const { text = null, role = null, live: good = null } = args.filter ?? {};
    const after = window.after === null ? null : this.#cursors.decode('after', order, window.after).id;
    const within = `($2::text is null or position(lower($2) in lower(k.name || chr(10) || coalesce(k.purpose, ''))) > 0)
      and ($3::text is null or k.role = $3) and ($4::boolean is null or ${live('k', '$1')} = $4)`;
    const rows = await this.#database.read<TokenRow & { total: number }>(
      viewer.scope,
      `select counted.total, page.* from (select count(*)::int as total from access_token k where ${within}) counted
        left join lateral (select ${columns} from access_token k left join town t on t.code = k.town
          where ${within} and ($5::bigint is null or k.id < $5) order by k.id desc limit $6) page on true
        order by page.id desc`,
      [this.#clock.now(), text?.trim() || null, role, good, after, window.size + 1],
    );
    const tokens = rows.filter(row => row.id !== null);
    return connectionOf(tokens, window, rows[0]?.total ?? 0, ({ total: _total, ...row }) => ({
      cursor: this.#cursors.encode(order, [], row.id),
      node: shown(row, viewer),
    }));
  }

  /** The token as it stands after an act. */
  async standing(viewer: Viewer, id: number): Promise<AccessTokenType> {
    const [row] = await this.#database.read<TokenRow>(
      viewer.scope,
      `select ${columns} from access_token k left join town t on t.code = k.town where k.id = $2`,
      [this.#clock.now(), id],
    );
    if (!row) throw DomainError.notFound();
    return shown(row, viewer);
  }
}

const shown = ({ town, expiresAt, secrets, ...row }: TokenRow, { language }: Viewer): AccessTokenType => ({
  ...row,
  id: `AccessToken:${row.id}`,
  town: town && { code: town.code, name: town[language] },
  expiresOn: shanghaiDay(expiresAt),
  secrets: secrets.map(({ createdAt, endsAt }) => ({
    createdAt: new Date(createdAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
  })),
});
