import { forFigures } from '../../access/scope-of.ts';
import type { Database, Scope } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { knownAt } from '../../kernel/known.ts';
import { changesOf } from '../changes-of.ts';
import { changeSql, withList } from '../compose.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { keySql, ofEmployer } from '../dimensions.ts';
import { filterSql, type MetricFilter } from '../metric-filter.ts';

/** The persons of one day that all dimensions of their metric agree on, and whether a filter keeps them. */
export interface PersonCell {
  readonly day: Day;
  /** A key for each dimension of the metric, in its order. */
  readonly keys: readonly string[];
  readonly kept: boolean;
  readonly persons: number;
}

/** Which cells: those of a metric between two days, as they are or as they were known. */
export interface CellsAsked {
  readonly metric: MetricDefinition;
  readonly filter: MetricFilter | null;
  readonly first: Day;
  readonly last: Day;
  readonly asKnownAt: Date | null;
}

/** Whether the persons behind a metric can be told apart by day: each of its rows happened on one. */
export const byDay = ({ counts }: MetricDefinition): boolean =>
  !counts.denominator && counts.numerator.every(term => term.day !== undefined && term.when === 'PERIOD');

/** The finest table there is of a metric of persons, in one statement; no smaller group of persons can be asked for. */
export async function readPersonCells(
  database: Database,
  models: readonly ReadModel[],
  viewerScope: Scope,
  { metric, filter, first, last, asKnownAt }: CellsAsked,
): Promise<PersonCell[]> {
  const scope = forFigures(viewerScope);
  const known = await knownAt(database, scope, asKnownAt);
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const change = changeSql(known, bind);
  const names = metric.dimensions.map((_, i) => `k${i}`);
  const columns = {
    ...Object.fromEntries(metric.dimensions.map((dimension, i) => [`k${i}`, keySql(dimension)])),
    kept: filterSql(metric, filter, bind).sql,
  };
  const employer = metric.dimensions.some(ofEmployer) ? 'enterprise' : undefined;
  const terms = metric.counts.numerator.map(term => changesOf(term, 1, { columns, employer, where: 'true' }));
  const body = `changed as (${terms.join(' union all ')})
    select to_char(day, 'YYYY-MM-DD') as day, array[${names.join(', ')}]::text[] as keys, kept, sum(amount)::float8 as persons
    from changed where day between ${bind(first)}::date and ${bind(last)}::date
    group by day, ${names.join(', ')}, kept order by day, ${names.map(name => `${name} collate "C"`).join(', ')}, kept`;
  const list = withList(body, models, change);
  return database.scan<PersonCell>(scope, `with ${[...list, body].join(',\n')}`, values);
}
