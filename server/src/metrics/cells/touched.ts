import type { Query } from '../../kernel/database.ts';
import { factTables, type FactTable } from '../compose.ts';

/** What has changed since a change: which tables, and whose facts. */
export interface Touched {
  readonly tables: readonly FactTable[];
  /** Null where they are too many to be worth telling apart. */
  readonly employers: readonly number[] | null;
}

/** Above these it is quicker to make the cells of a term anew. */
const mostEmployers = 1000;
const mostRows = 20_000;

const owner = (table: FactTable): string => (table === 'enterprise' ? 'id' : 'enterprise_id');

const changed = (table: FactTable): string => `select '${table}' as name, ${owner(table)} as employer from (
    (select ${owner(table)} from ${table} where change_id > $1 limit ${mostRows + 1})
    union all (select ${owner(table)} from ${table}_history where ended_by > $1 limit ${mostRows + 1})) of_${table}`;

/** A signature speaks of a contract under its platform number, whosever the contract is. */
const signed = `select 'contract', c.enterprise_id from contract c
  where c.platform_contract_key in (
    (select platform_contract_key from signing where change_id > $1 limit ${mostRows + 1})
    union all (select platform_contract_key from signing_history where ended_by > $1 limit ${mostRows + 1}))`;

/** Finds what changes after `since` have written or ended; bounded, however much that was. */
export async function touchedSince(query: Query, since: number): Promise<Touched> {
  const parts = factTables.filter(table => table !== 'former_name').map(changed);
  const rows = await query<{ name: FactTable; employers: number[] | null; rows: number }>(
    `select name, count(*) as rows, case when count(*) <= ${mostRows} then array_agg(distinct employer) end as employers
     from (${[...parts, signed].join(' union all ')}) touched group by name`,
    [since],
  );
  const all = new Set(rows.flatMap(({ employers }) => employers ?? []));
  const bounded = rows.every(({ employers }) => employers) && all.size <= mostEmployers;
  return { tables: rows.map(({ name }) => name), employers: bounded ? [...all] : null };
}
