import type { RowChoice } from './changes-of.ts';
import type { Term } from './define-metric.ts';

/** The placeholders of the days asked for, ascending, and of the last of them. */
export interface AskedDays {
  readonly all: string;
  readonly first: string;
  readonly last: string;
  readonly number: number;
}

/**
 * The changes of a term, summed between the days asked for: bucket n holds what changed after day n−1 and by day n. Rows
 * are added up before the two changes of a span are told apart, so a million spans become a handful first. A span that
 * begins and ends in one bucket changes nothing on any of the days.
 */
export function bucketSums(term: Term, scale: number, { columns, employer, where }: RowChoice, days: AskedDays): string {
  const bucket = (day: string): string => `width_bucket(${day} - 1, ${days.all}::date[])`;
  const [keys, names] = [
    Object.entries(columns).map(([name, sql]) => `${sql} as ${name}`),
    Object.keys(columns),
  ];
  const amount = `coalesce(sum((${term.amount ?? '1'}) * ${scale}), 0)::int8 as amount`;
  const rows = (held: string): string =>
    `from ${term.from} x ${employer ? `join ${employer} e on e.id = x.enterprise_id` : ''}
      where ${held} and (${term.where ?? 'true'}) and ${where}`;
  const places = (count: number): string => Array.from({ length: count }, (_, i) => i + 1).join(', ');
  if (term.day) {
    return `select ${[`${bucket(`x.${term.day}`)} as bucket`, ...keys, amount, 'count(*) as count'].join(', ')}
      ${rows(`x.${term.day} <= ${days.last}::date`)} group by ${places(1 + names.length)}`;
  }
  // `offset 0` keeps the planner from asking of every row what is asked of the sums.
  const [begun, over] = [bucket('x.starts'), bucket(`coalesce(x.ends, 'infinity')`)];
  const spans = `select ${[`${begun} as begun`, `${over} as over`, ...keys, amount, 'count(*) as count'].join(', ')}
    ${rows(`x.starts <= ${days.last}::date and coalesce(x.ends, 'infinity') > ${days.first}::date`)}
    group by ${places(2 + names.length)} offset 0`;
  const sums = ['sum(sign * amount)::int8 as amount', 'sum(sign * count)::int8 as count'];
  return `select ${['case sign when 1 then begun else over end as bucket', ...names, ...sums].join(', ')}
    from (${spans}) span cross join (values (1), (-1)) as v(sign)
    where begun < over and case sign when 1 then begun else over end < ${days.number}
    group by ${places(1 + names.length)}`;
} // prettier-ignore
