import { changesOf } from '../changes-of.ts';
import { modelsOf, settingsSql, sourcesOf, type FactTable, type Sources } from '../compose.ts';
import type { ReadModel } from '../define-read-model.ts';
import { grainsSql, keyColumns } from './keys.ts';
import { levelsOf } from './levels.ts';
import type { StoredTerm } from './stored-terms.ts';

/** A term under the number that its cells bear. */
export interface NumberedTerm {
  readonly id: number;
  readonly stored: StoredTerm;
}

/**
 * One statement that brings the cells of some terms from one change to the present: $1 the employers touched since, $2
 * that change. What these employers counted then is taken away, what they count now is added; where both agree nothing
 * is written. History is asked by the same read models, over tables shadowed by the revisions of then.
 */
export function deltaSql(terms: readonly NumberedTerm[], models: readonly ReadModel[]): string {
  const text = ['enterprise', ...terms.map(({ stored }) => stored.term.from)].join(', ');
  const sources = sourcesOf(text, models);
  const levels = terms.flatMap(({ id, stored }) =>
    levelsOf(stored.dimensions).map(({ number, by }) => {
      const [p1, p2] = [0, 1].map(i => (by[i] ? stored.dimensions.indexOf(by[i]) + 1 : 0));
      return `(${id}::bigint, ${number}::int2, ${p1}, ${p2})`;
    }),
  );
  return `with rm_setting as materialized (${settingsSql()}),
    moved as (${state(terms, sources, -1, then)} union all ${state(terms, sources, 1, now)}),
    net as materialized (select term, day, keys, sum(amount)::int8 as amount, sum(count)::int8 as count from moved
      where day < 'infinity' group by term, day, keys having sum(amount) <> 0 or sum(count) <> 0)
    insert into metric_cell (term, level, grain, day, k1, k2, amount, count)
    select term, level, g.grain, g.start, coalesce(keys[p1], ''), coalesce(keys[p2], ''), sum(amount)::int8, sum(count)::int8
    from net join (values ${levels.join(', ')}) as l(of_term, level, p1, p2) on of_term = term
      cross join lateral ${grainsSql}
    group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0 or sum(count) <> 0
    on conflict (term, level, grain, day, k1, k2) do update
      set amount = metric_cell.amount + excluded.amount, count = metric_cell.count + excluded.count`;
}

/** What the touched employers count in one state of the facts, with its sign. */
function state(
  terms: readonly NumberedTerm[],
  sources: Sources,
  sign: 1 | -1,
  shadow: (table: FactTable) => string,
): string {
  const counted = terms.map(({ id, stored: { term, scale, dimensions } }) => {
    const keys = Object.values(keyColumns(dimensions)).join(', ');
    const changes = changesOf(term, scale, {
      columns: { keys: `array[${keys}]` },
      employer: 'enterprise',
      where: 'true',
    });
    return `select ${id}::bigint as term, day, keys, ${sign} * amount as amount, ${sign} * sign as count from (${changes}) c`;
  });
  // The order is that of the tables: a signature is sought under the contracts of the employers.
  const ctes = [...sources.tables.map(table => `${table} as (${shadow(table)})`), ...modelsOf(sources)];
  return `(with ${ctes.join(',\n')} ${counted.join(' union all ')})`;
}

const now = (table: FactTable): string => rows(table, table, 'true');
const then = (table: FactTable): string =>
  rows(table, `${table}_revision`, 'change_id <= $2 and ended_by > $2');

/** The facts of the employers; a signature also where it stands under another employer than its contract. */
function rows(table: FactTable, source: string, condition: string): string {
  const own = `select * from ${source} where ${condition} and ${table === 'enterprise' ? 'id' : 'enterprise_id'} = any ($1::bigint[])`;
  if (table !== 'signing') return own;
  return `select * from ${source} where ${condition} and platform_contract_key in (select platform_contract_key from contract)
    union ${own}`;
}
