import type { Day } from '../kernel/days.ts';
import { addDays } from '../kernel/days.ts';
import { withList } from './compose.ts';
import type { MetricDefinition, Term } from './define-metric.ts';
import type { ReadModel } from './define-read-model.ts';
import { keySql, ofEmployer, referenceTables, type Dimension } from './dimensions.ts';
import { filterSql, type FilterSql, type MetricFilter } from './metric-filter.ts';
import type { Period } from './periods.ts';

/** One metric over any number of periods, cut by up to two dimensions. */
export interface Question {
  readonly metric: MetricDefinition;
  readonly periods: readonly Period[];
  readonly by: readonly Dimension[];
  readonly filter: MetricFilter | null | undefined;
}

/** The statement for some questions, and what is needed to read its answer. */
export interface MetricStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** The days on which running sums are taken, ascending. */
  readonly days: readonly Day[];
  readonly named: FilterSql['named'];
}

/** Every term of a metric, numerators first; its place in this list is how cells name it. */
export const termsOf = (metric: MetricDefinition): readonly Term[] => [
  ...metric.counts.numerator,
  ...(metric.counts.denominator ?? []),
];

/** The last days of the periods, and the days before them. */
function daysOf(questions: readonly Question[]): Day[] {
  const days = new Set<Day>();
  for (const { metric, periods } of questions) {
    for (const { first, last } of periods) {
      days.add(last);
      if (metric.kind === 'FLOW') days.add(addDays(first, -1));
    }
  }
  return [...days].sort();
}

/**
 * One statement for all questions. A row that lasts adds its amount on its first day and takes it away after its
 * last; a row that happened adds it on its day. These changes are summed per bucket between the days asked for, so
 * the cost does not grow with their number, and a stored cell (term × day × dimensions) can stand in for them.
 */
export function metricStatement(
  questions: readonly Question[],
  models: readonly ReadModel[],
  asKnownAt: Date | null | undefined,
): MetricStatement {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const days = daysOf(questions);
  const buckets = bind(days);
  const lastDay = bind(days.at(-1));
  const known = asKnownAt ? `${bind(asKnownAt)}::timestamptz` : undefined;
  const named: FilterSql['named'][number][] = [];

  const cells = questions.flatMap(({ metric, by, filter }, question) => {
    const condition = filterSql(metric, filter, bind);
    named.push(...condition.named);
    const needsEmployer = [...by, ...condition.dimensions].some(ofEmployer);
    return termsOf(metric).map((term, index) => {
      const unit = metric.unit === 'YUAN' ? 100 : 1;
      const [d1, d2] = [by[0] ? keySql(by[0]) : `''`, by[1] ? keySql(by[1]) : `''`];
      // A VALUES list per row would be compiled anew for each; two constant signs joined to the rows are not.
      const [day, signs] = term.day
        ? ['t.day', '(select 1 as sign) v']
        : [`case v.sign when 1 then t.starts else t.ends end`, '(values (1), (-1)) as v(sign)'];
      return `select ${question} as question, ${index} as term, width_bucket(day - 1, ${buckets}::date[]) as bucket,
          d1, d2, coalesce(sum(sign * amount), 0)::int8 as amount, sum(sign)::int8 as count
        from (select ${day} as day, v.sign, t.amount, t.d1, t.d2
          from (select ${term.day ? `x.${term.day} as day` : 'x.starts, x.ends'}, ((${term.amount ?? '1'}) * ${unit})::int8 as amount,
              ${d1} as d1, ${d2} as d2
            from ${term.from} x ${needsEmployer ? 'join enterprise e on e.id = x.enterprise_id' : ''}
            where ${term.day ? `x.${term.day} is not null` : `x.starts < coalesce(x.ends, 'infinity')`}
              and (${term.where ?? 'true'}) and ${condition.sql}) t
          cross join ${signs}) change
        where day <= ${lastDay}::date
        group by 3, 4, 5`;
    });
  });

  const reference = new Set([...questions.flatMap(one => one.by), ...named.map(one => one.dimension)]);
  const codes = [...reference].flatMap(dimension => {
    const table = referenceTables[dimension];
    return table
      ? [`select '${dimension}' as dimension, code, name_zh, name_en, position from ${table}`]
      : [];
  });
  const paths = questions.flatMap(({ metric: { target, gapTo } }) => [
    ...(target && 'path' in target ? [target.path] : []),
    ...(gapTo ? [gapTo] : []),
  ]);
  const forms = [...new Set(questions.flatMap(({ metric }) => metric.needs))];
  const body = `cell as (${cells.join('\nunion all\n')})
    select
      (select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
        where s.status = 'DONE' and not f.dry_run and s.form = any (${bind(forms)}::text[])
          ${known ? `and s.known_at <= ${known}` : ''}) as delivered,
      (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
        from cell where amount <> 0 or count <> 0) as cells,
      ${
        codes.length
          ? `(select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
        from (${codes.join(' union all ')}) as code)`
          : `'[]'::json`
      } as codes,
      (select coalesce(json_agg(json_build_array(metric, day, (value * 1000000)::int8) order by day), '[]') from target
        where scope = 'DISTRICT' and metric = any (${bind([...new Set(paths)])}::text[])) as targets`;
  return { sql: `with ${[...withList(body, models, known), body].join(',\n')}`, values, days, named };
}
