import type { Known } from '../../kernel/known.ts';
import { changeSql } from '../compose.ts';
import type { MetricDefinition, Term } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { filterSql, type MetricFilter } from '../metric-filter.ts';
import type { Bind } from '../metric-query.ts';
import type { Period } from '../periods.ts';
import { rowList, rowsOfTerms, thingOf, whyColumns, whyJoin } from './row-terms.ts';

/** What rows are asked for. */
export interface RowQuestion {
  readonly metric: MetricDefinition;
  readonly period: Period;
  readonly filter: MetricFilter | null | undefined;
  readonly known: Known | null;
  /** Rows of the numerator, or those of the denominator that it lacks. */
  readonly inside: boolean;
  /** Of a gap: how many are needed, the nearest first; or the ranking of all. */
  readonly nearest: number | 'ALL' | null;
  /** The row after which the page begins. */
  readonly after: { readonly place: number; readonly id: number } | null;
  readonly limit: number;
}

/**
 * The rows behind a figure, heaviest first, each with what it contributes; their number and sum over all pages; and for
 * the page asked for, why each is missing. It reads the same terms as the figure does, so that both always agree.
 */
export function rowStatement(
  question: RowQuestion,
  models: readonly ReadModel[],
): { sql: string; values: unknown[] } {
  const { metric, filter, inside, nearest, after, limit } = question;
  const values: unknown[] = [];
  const bind: Bind = value => `$${values.push(value)}`;
  const change = changeSql(question.known, bind);
  const condition = filterSql(metric, filter, bind);
  const thing = thingOf(metric, models);

  const summed = (terms: readonly Term[]): string => {
    const parts = rowsOfTerms(metric, terms, thing, condition);
    // A case or a contract stands once among the rows of one term; many of them are dear to group.
    if (parts.length === 1 && thing !== 'ENTERPRISE') return parts[0] ?? '';
    return `select id, min(enterprise_id) as enterprise_id, coalesce(sum(amount), 0)::int8 as amount
      from (${parts.join(' union all ')}) part group by id`;
  };
  const { missing } = metric;
  // Rows of the numerator itself, not those that it lacks.
  const own = inside && !metric.gapTo;
  const explained = own ? undefined : missing;
  const why = whyJoin(explained, thing);
  const listed = own
    ? `select id, enterprise_id, amount, amount as n, null::int8 as d, -amount as place from counted
          ${metric.unit === 'RATIO' || metric.unit === 'PER_100' ? 'where amount <> 0' : ''}`
    : `select *, -amount as place from (select due.id, due.enterprise_id, due.amount - coalesce(counted.amount, 0) as amount,
            coalesce(counted.amount, 0) as n, due.amount as d
          from due left join counted on counted.id = due.id) lacking where amount > 0`;
  const among = explained?.among && `-r.amount, ${explained.among}`;
  const needed =
    nearest === null && !among
      ? listed
      : `select * from (select r.id, r.enterprise_id, r.amount, r.n, r.d,
            row_number() over (order by ${nearest === null ? among : (explained?.order ?? 'r.id')}, r.id) as place
          from (${listed}) r cross join q ${why}) ranked where ${typeof nearest === 'number' ? `place <= ${bind(nearest)}` : 'true'}`;
  const beyond = after ? `where (place, id) > (${bind(after.place)}::int8, ${bind(after.id)}::int8)` : '';
  const body = `counted as (${summed(metric.counts.numerator)}),
    ${own ? '' : `due as (${summed(metric.counts.denominator ?? [])}),`}
    listed as materialized (${needed}),
    page as (select * from listed ${beyond} order by place, id limit ${bind(limit)})
    select (select count(*)::int8 from listed) as total, (select coalesce(sum(amount), 0)::int8 from listed) as sum,
      (select coalesce(json_agg(json_build_array(r.id, r.enterprise_id, r.place, r.amount, r.n, r.d,
          ${whyColumns(explained)}, ${(nearest === 'ALL' && explained?.facts) || 'null::json'}) order by r.place, r.id), '[]')
        from page r cross join q ${why}) as rows`;
  return { sql: `with ${rowList(question, body, models, change, bind)},\n${body}`, values };
}
