import type { Employers } from '../apply/employers.ts';
import type { Run } from '../apply/run.ts';
import { nothingReplayed, replay, type Replayed } from './replay.ts';

/**
 * After the roster, or what a person says of a name, has changed: tells anew all facts whose employer may be another by
 * now. These are found by the codes and names that have another answer than before; nothing else is looked at.
 */
export async function followRoster(
  run: Run,
  before: Employers,
  doomed: readonly number[] = [],
  into = nothingReplayed(),
): Promise<Replayed> {
  const { codes, names } = (await run.employers()).since(before);
  const keys = await run.query<{ key: string }>(
    `select encode(fact_key, 'hex') as key from (
       select r.fact_key, r.id from parked_row p join import_row r on r.id = p.import_row_id
        where p.employer_uscc = any($1::text[])
       union all select r.fact_key, r.id from parked_row p join import_row r on r.id = p.import_row_id
        where p.employer_uscc is null and p.employer_name_key = any($2::text[])
       union all select fact_key, id from import_row where matched_name_key = any($2::text[])
       ${hanging(run)}) f where fact_key is not null group by fact_key order by min(id)`,
    [codes, names, doomed],
  );
  return replay(
    run,
    keys.map(one => one.key),
    into,
  );
}

/** What belongs to employers that are about to leave the roster. */
function hanging(run: Run): string {
  const tables = run.parts.sources.filter(source => source.employer).map(source => source.table);
  return tables
    .map(
      table => `union all select r.fact_key, r.id from ${table} t join import_row r on r.id = t.import_row_id
        where t.enterprise_id = any($3::bigint[])`,
    )
    .join(' ');
}
