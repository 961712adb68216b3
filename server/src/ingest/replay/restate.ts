import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { sameKey, type FactTable } from '../apply/fact-table.ts';
import { incoming, type SqlColumn } from '../apply/sql-columns.ts';

/** Notes the newest day of report of facts, or that there is none to note. */
export async function restate(
  query: Query,
  table: FactTable,
  keys: readonly SqlColumn[],
  days: readonly (Day | null)[],
): Promise<void> {
  if (!days.length) return;
  const day = { name: 'day', type: 'date', values: days };
  const { sql, parameters } = incoming([...keys, day]);
  await query(
    `with ${sql},
     facts as (select t.id, i.day from incoming i join ${table.name} t on ${sameKey(table)}),
     gone as (delete from fact_statement s using facts where facts.day is null
       and s.fact_table = '${table.name}' and s.fact_id = facts.id)
     insert into fact_statement as known (fact_table, fact_id, stated_on)
     select '${table.name}', id, day from facts where day is not null
     on conflict (fact_table, fact_id) do update set stated_on = excluded.stated_on
      where known.stated_on <> excluded.stated_on`,
    parameters,
  );
}

/** Takes facts away that nobody tells any more; their history stays. */
export async function removeFacts(query: Query, table: string, ids: readonly number[]): Promise<void> {
  if (!ids.length) return;
  await query(
    `with gone as (delete from fact_statement where fact_table = $2 and fact_id = any($1::bigint[]))
     delete from ${table} where id = any($1::bigint[])`,
    [ids, table],
  );
}
