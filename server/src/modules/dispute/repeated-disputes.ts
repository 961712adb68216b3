import type { Known } from '../../kernel/known.ts';
import { changeSql, withList } from '../../metrics/compose.ts';
import { ofEmployer } from '../../metrics/dimensions.ts';
import { filterSql, type MetricFilter } from '../../metrics/metric-filter.ts';
import type { Bind } from '../../metrics/metric-query.ts';
import type { Period } from '../../metrics/periods.ts';
import type { Place } from '../../metrics/rows/row-page.ts';
import { disputeFiled } from './dispute.metrics.ts';
import { disputeCase } from './dispute.read-model.ts';

/** From how many cases in a period on an employer has repeated disputes. */
export const fewestRepeated = 2;

/** Which employers with repeated disputes are asked for. */
export interface RepeatedQuestion {
  readonly period: Period;
  readonly filter: MetricFilter | null;
  readonly known: Known | null;
  readonly after: Place | null;
  readonly limit: number;
}

/** The number of cases in front, then that of the applicants: one whole number that lists run by. */
const place = `-(count(*) * 1000000000 + least(sum(x.applicants), 999999999))::int8`;

/**
 * Employers with several cases filed in a period, the most first; their number over all pages. The cases are those of
 * dispute.filed, under the same filter, so that the list and the figure never disagree.
 */
export function repeatedStatement(question: RepeatedQuestion): { sql: string; values: unknown[] } {
  const { period, filter, known, after, limit } = question;
  const values: unknown[] = [];
  const bind: Bind = value => `$${values.push(value)}`;
  const change = changeSql(known, bind);
  const condition = filterSql(disputeFiled, filter, bind);
  const employer = [...condition.dimensions].some(ofEmployer)
    ? 'join enterprise e on e.id = x.enterprise_id'
    : '';
  const beyond = after ? `where (place, id) > (${bind(after.place)}::int8, ${bind(after.id)}::int8)` : '';
  const body = `repeated as materialized (
      select x.enterprise_id as id, count(*)::int8 as disputes, sum(x.applicants)::int8 as people,
        max(x.filed_on) as last_filed_on, ${place} as place
      from ${disputeCase.name} x ${employer}
      where x.filed_on between ${bind(period.first)}::date and ${bind(period.last)}::date and ${condition.sql}
      group by x.enterprise_id having count(*) >= ${fewestRepeated}),
    page as (select * from repeated ${beyond} order by place, id limit ${bind(limit)})
    select (select count(*)::int8 from repeated) as total,
      (select coalesce(json_agg(json_build_array(id, place, disputes, people, last_filed_on) order by place, id), '[]')
        from page) as rows`;
  return { sql: `with ${withList(body, [disputeCase], change).join(',\n')},\n${body}`, values };
}
