import type { Day } from '../../kernel/days.ts';
import type { Known } from '../../kernel/known.ts';
import { changeSql } from '../compose.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { ofEmployer } from '../dimensions.ts';
import { filterSql, type FilterSql, type MetricFilter } from '../metric-filter.ts';
import { answerColumns, type Bind } from '../metric-query.ts';
import type { Step } from '../periods.ts';
import { held, rowList } from '../rows/row-terms.ts';
import type { ExpiryDefinition } from './define-expiry.ts';

/** Whose ends are asked for: what is in force on the day, and ends in one of the steps. */
export interface ExpiryQuestion {
  readonly expiry: ExpiryDefinition;
  readonly metric: MetricDefinition;
  readonly at: Day;
  readonly steps: readonly Step[];
  readonly filter: MetricFilter | null | undefined;
  readonly known: Known | null;
}

/**
 * One statement: what is in force on the day, counted by the step its last day lies in. The range of last days is asked
 * of every row itself, so that an index over them leads to those few of a million that end soon.
 */
export function expiryStatement(
  question: ExpiryQuestion,
  models: readonly ReadModel[],
): { sql: string; values: unknown[]; named: FilterSql['named'] } {
  const { expiry, metric, at, steps, filter, known } = question;
  const values: unknown[] = [];
  const bind: Bind = value => `$${values.push(value)}`;
  const change = changeSql(known, bind);
  const condition = filterSql(metric, filter, bind);
  const employer = [...condition.dimensions].some(ofEmployer)
    ? 'join enterprise e on e.id = x.enterprise_id'
    : '';
  const last = `x.${expiry.lastDay}`;
  const range = `${last} between ${bind(steps[0]?.first)}::date and ${bind(steps.at(-1)?.last)}::date`;
  const { from, where = 'true' } = expiry.inForce;
  const body = `cell as (select 0 as question, 0 as term, width_bucket(${last}, ${bind(steps.map(step => step.first))}::date[]) as bucket,
      '' as d1, '' as d2, count(*)::int8 as amount, count(*)::int8 as count
    from ${from} x ${employer} cross join q
    where ${range} and ${held('q.last')} and (${where}) and ${condition.sql} group by 3)
    select ${answerColumns([{ metric, periods: [], by: [], filter }], condition.named, bind, known && { ...known, change })}`;
  const period = { first: at, last: at };
  return {
    sql: `with ${rowList({ metric, period }, body, models, change, bind)},\n${body}`,
    values,
    named: condition.named,
  };
}
