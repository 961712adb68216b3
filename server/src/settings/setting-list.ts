import type { Database, Query, Scope } from '../kernel/database.ts';
import type { Town } from './setting-key.ts';
import type { Stated } from './setting-value.ts';

/** A statement as it is kept: since when, by whom and why stand with its change. */
export interface StatementRow {
  readonly key: string;
  readonly value: Stated;
  readonly version: number;
  readonly since: Date | null;
  readonly by: string;
  readonly reason: string | null;
}

const columns = `s.key, s.value, s.change_id as version, nullif(c.known_at, '-infinity') as since, s.stated_by as by, c.reason`;
const known = (moment: string): string => `(${moment}::timestamptz is null or c.known_at <= ${moment})`;

/** The newest statement of each setting, or the newest that was known at a moment. */
export const readStatements = (
  database: Database,
  scope: Scope,
  asKnownAt: Date | null,
): Promise<StatementRow[]> =>
  database.read<StatementRow>(
    scope,
    `select distinct on (s.key) ${columns} from setting_statement s join change c on c.id = s.change_id
      where ${known('$1')} order by s.key, s.change_id desc`,
    [asKnownAt],
  );

/** A statement of a history; where nothing (more) has been said, the number of all and no statement. */
export type HistoryRow = { readonly of: string; readonly total: number } & (
  StatementRow | { readonly [Column in keyof StatementRow]: null }
);

/** The newest statements of some settings before a version, `limit` of each, with how many each has in all. */
export const readHistory = (
  database: Database,
  scope: Scope,
  asked: { readonly keys: readonly string[]; readonly before: number | null; readonly limit: number; readonly asKnownAt: Date | null },
): Promise<HistoryRow[]> =>
  database.read(
    scope,
    `select * from unnest($1::text[]) as asked(of)
      cross join lateral (select count(*)::int as total from setting_statement s join change c on c.id = s.change_id
        where s.key = asked.of and ${known('$4')}) counted
      left join lateral (select ${columns} from setting_statement s join change c on c.id = s.change_id
        where s.key = asked.of and ($2::bigint is null or s.change_id < $2) and ${known('$4')}
        order by s.change_id desc limit $3) said on true
      order by of, version desc`,
    [asked.keys, asked.before, asked.limit, asked.asKnownAt],
  ); // prettier-ignore

/** The statement in force inside a change; a change that is under way waits for those before it. */
export async function statedNow(query: Query, key: string): Promise<{ version: number; value: Stated }> {
  const [row] = await query<{ version: number; value: Stated }>(
    `select change_id as version, value from setting_statement where key = $1 order by change_id desc limit 1`,
    [key],
  );
  return row ?? { version: 0, value: null };
}

/** The towns in their order. */
export const readTowns = (database: Database, scope: Scope): Promise<Town[]> =>
  database.read<Town>(scope, 'select code, name_zh as zh, name_en as en from town order by position');
