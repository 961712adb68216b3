import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { Existing, FactRecord, FactTable } from './fact-table.ts';

/**
 * Whether what stands was said under a later day of report. Only days that both files name are compared; a file
 * without one speaks for the day of its arrival, and the later arrival holds.
 */
export function isOlder(existing: Existing | undefined, statedOn: Day | null): boolean {
  return statedOn !== null && !!existing?.stated_on && existing.stated_on > statedOn;
}

/** Notes under which day of report these facts were stated; the newest day stays. */
export async function noteStatedOn(
  query: Query,
  table: FactTable,
  records: readonly FactRecord[],
  statedOn: Day | null,
): Promise<void> {
  if (!statedOn || !records.length) return;
  const keys = table.key.map(name => `${name} ${table.columns.get(name)?.type ?? 'text'}`);
  await query(
    `insert into fact_statement as known (fact_table, fact_id, stated_on)
     select distinct $2, t.id, $3::date from jsonb_to_recordset($1::jsonb) as i(${keys.join(', ')})
       join ${table.name} t on ${table.key.map(name => `t.${name} = i.${name}`).join(' and ')}
     on conflict (fact_table, fact_id) do update set stated_on = excluded.stated_on
      where known.stated_on < excluded.stated_on`,
    [JSON.stringify(records), table.name, statedOn],
  );
}
