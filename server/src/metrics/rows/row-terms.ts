import { addDays } from '../../kernel/days.ts';
import { withList } from '../compose.ts';
import { scaleOf } from '../changes-of.ts';
import type { MetricDefinition, Shortfall, Term } from '../define-metric.ts';
import { things, type ReadModel, type Thing } from '../define-read-model.ts';
import { ofEmployer } from '../dimensions.ts';
import type { FilterSql } from '../metric-filter.ts';
import type { Bind } from '../metric-query.ts';
import type { Period } from '../periods.ts';

/** What a metric's rows are: those of all its terms are of one kind. */
export function thingOf(metric: MetricDefinition, models: readonly ReadModel[]): Thing {
  const [first] = [...metric.counts.numerator, ...(metric.counts.denominator ?? [])];
  return models.find(model => model.name === first?.from)?.thing ?? 'ENTERPRISE';
}

/** Whether a row `x` that lasts holds a day. */
export const held = (day: string): string =>
  `x.starts <= ${day} and coalesce(x.ends, 'infinity') > ${day} and x.starts < coalesce(x.ends, 'infinity')`;

/** When a row of a term counts for the period in `q`. */
function counts(term: Term): string {
  if (term.when === 'PERIOD') return `x.${term.day ?? ''} between q.first and q.last`;
  return held(term.when === 'DAY' ? 'q.last' : 'q.before');
}

const employerJoin = (condition: FilterSql): string =>
  [...condition.dimensions].some(ofEmployer) ? 'join enterprise e on e.id = x.enterprise_id' : '';

/** The rows of each term that count for the period in `q`: the thing, its employer, and what it adds in whole numbers. */
export function rowsOfTerms(
  metric: MetricDefinition,
  terms: readonly Term[],
  thing: Thing,
  condition: FilterSql,
): string[] {
  const employer = employerJoin(condition);
  return terms.map(
    term => `select x.${things[thing]} as id, x.enterprise_id,
        coalesce((${term.amount ?? '1'}) * ${scaleOf(metric)}, 0)::int8 as amount
      from ${term.from} x ${employer} cross join q
      where ${counts(term)} and (${term.where ?? 'true'}) and ${condition.sql}`,
  );
}

/** What each employer adds to numerator (n) and denominator (d) of a stock on the day in `q`; a read model is gone through once. */
export function employerSums(metric: MetricDefinition, condition: FilterSql): string {
  const { numerator, denominator = [] } = metric.counts;
  const employer = employerJoin(condition);
  const sum = (terms: readonly Term[], from: string): string => {
    const weights = terms
      .filter(term => term.from === from)
      .map(term => `case when ${term.where ?? 'true'} then (${term.amount ?? '1'}) * ${scaleOf(metric)} end`);
    return weights.length
      ? weights.map(weight => `coalesce(sum(${weight}), 0)::int8`).join(' + ')
      : '0::int8';
  };
  const models = [...new Set([...numerator, ...denominator].map(term => term.from))];
  const parts = models.map(
    from => `select x.enterprise_id as id, ${sum(numerator, from)} as n, ${sum(denominator, from)} as d
      from ${from} x ${employer} cross join q where ${held('q.last')} and ${condition.sql} group by 1`,
  );
  return parts.length === 1
    ? (parts[0] ?? '')
    : `select id, sum(n)::int8 as n, sum(d)::int8 as d from (${parts.join(' union all ')}) part group by 1`;
}

/** Joins to each row `r` what says why it is missing, as `x`. */
export function whyJoin(shortfall: Shortfall | undefined, thing: Thing): string {
  if (!shortfall?.from) return '';
  const day = shortfall.held ? `and ${held('q.last')}` : '';
  return `left join ${shortfall.from} x on x.${things[thing]} = r.id ${day}`;
}

/** Why a row is missing: the code of the reason, its day and its notes. */
export const whyColumns = (shortfall: Shortfall | undefined): string =>
  shortfall
    ? `(${shortfall.code})::text, (${shortfall.day ?? 'null'})::date, (${shortfall.notes?.sql ?? 'null'})::text[]`
    : 'null, null, null';

/** What a body of common table expressions needs before it: the period in `q`, and the read models that it mentions as of a change. */
export function rowList(
  { metric, period }: { readonly metric: MetricDefinition; readonly period: Period },
  body: string,
  models: readonly ReadModel[],
  change: string | undefined,
  bind: Bind,
): string {
  const day = (of: string): string => `${bind(of)}::date`;
  const q = `q as (select ${day(period.first)} as first, ${day(period.last)} as last, ${day(addDays(period.first, -1))} as before)`;
  const ofDay =
    metric.kind === 'STOCK' ? models.map(({ onDay, ...one }) => ({ ...one, sql: onDay ?? one.sql })) : models;
  return [q, ...withList(body, ofDay, change)].join(',\n');
}
