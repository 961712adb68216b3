import type { Known } from '../../kernel/known.ts';
import { changeSql } from '../compose.ts';
import type { MetricDefinition, Shortfall } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { filterSql, type MetricFilter } from '../metric-filter.ts';
import type { Bind } from '../metric-query.ts';
import type { Period } from '../periods.ts';
import type { Place } from './row-page.ts';
import { employerSums, rowList, thingOf, whyColumns, whyJoin } from './row-terms.ts';

/** The two parts of a figure that employers add to. A count has a numerator alone. */
export const parts = {
  NUMERATOR: { zh: '分子。', en: 'What is counted.' },
  DENOMINATOR: { zh: '分母。', en: 'What it is divided by.' },
} as const;
export type Part = keyof typeof parts;

/** How an employer's share of a part moved between two days. */
export const sides = {
  ENTERED: {
    zh: '新增：先前没有，后来有。',
    en: 'Added nothing to it on the first day, and does on the second.',
  },
  LEFT: { zh: '退出：先前有，后来没有。', en: 'Added to it on the first day, and no more on the second.' },
  CHANGED: { zh: '变动：两日都有，数量不同。', en: 'Added to it on both days, but not the same.' },
} as const;
export type Side = keyof typeof sides;

/** One end of a difference: the day, and what is known of it. */
export interface End {
  readonly period: Period;
  readonly known: Known | null;
}

/** What differences are asked for. */
export interface DifferenceQuestion {
  readonly metric: MetricDefinition;
  readonly from: End;
  readonly to: End;
  readonly filter: MetricFilter | null | undefined;
  readonly part: Part | null;
  readonly side: Side | null;
  readonly after: Place | null;
  readonly limit: number;
}

/** Where the same day is known in two ways, an employer may have been in another town or trade by one of them. */
const elsewhere: Shortfall = {
  code: `'ELSEWHERE'`,
  texts: { ELSEWHERE: { zh: '当时不在筛选范围内', en: 'Was outside the filter, as far as was known' } },
};

/**
 * Why an employer stands as it does at one end, the first that is found being told: what its numerator lacks, or why it is
 * not counted at all. Where cases are set against the headcount of others, only the headcount can lack an employer.
 */
export function explanationsOf(
  { metric, filter, from, to }: Pick<DifferenceQuestion, 'metric' | 'filter' | 'from' | 'to'>,
  models: readonly ReadModel[],
): { shortfall: Shortfall; where: string }[] {
  const absent = [...(metric.absent ?? [])];
  if (absent.length && filter && from.known?.change !== to.known?.change) absent.push(elsewhere);
  const nowhere = `r.n = 0 and r.d = 0 ${metric.unit === 'PER_100' ? 'and r.part = 1' : ''}`;
  const lacking =
    metric.missing && thingOf(metric, models) === 'ENTERPRISE'
      ? [{ shortfall: metric.missing, where: 'r.part = 0 and r.d > r.n' }]
      : [];
  return [...lacking, ...absent.map(shortfall => ({ shortfall, where: nowhere }))];
}

const none = 'select null::int8 as line, 0 as nth, null as code, null as day, null as notes where false';

/**
 * What each employer added to numerator and denominator at two ends, where it is not the same: how many of each side and
 * how much, over all pages; and a page of them, furthest apart first, with the reasons. Each end is read as the rows behind
 * a figure are, by the terms of the figure, so that differences add up to that of the figures.
 */
export function differenceStatement(
  question: DifferenceQuestion,
  models: readonly ReadModel[],
): { sql: string; values: unknown[] } {
  const { metric, filter, part, side, after, limit } = question;
  const values: unknown[] = [];
  const bind: Bind = value => `$${values.push(value)}`;
  const condition = filterSql(metric, filter, bind);
  const changes = { from: changeSql(question.from.known, bind), to: changeSql(question.to.known, bind) };
  const within = (end: 'from' | 'to', body: string): string =>
    `with ${rowList({ metric, period: question[end].period }, body, models, changes[end], bind)} ${body}`;

  const employers = employerSums(metric, condition);
  const why = (end: 'from' | 'to'): string => {
    const found = explanationsOf(question, models).map(
      ({ shortfall, where }, nth) => `select r.line, ${nth} as nth, ${whyColumns(shortfall)}
        from (select line, id, part, n_${end} as n, d_${end} as d from page) r cross join q ${whyJoin(shortfall, 'ENTERPRISE')}
        where ${where}`,
    );
    const first = `select distinct on (line) line, nth, code, day, notes
      from (${found.join(' union all ')}) as told (line, nth, code, day, notes) where code is not null order by line, nth`;
    return found.length ? within(end, first) : none;
  };
  const beyond = after ? `and (place, line) > (${bind(after.place)}::int8, ${bind(after.id)}::int8)` : '';
  const chosen = (column: string, one: string | number | null): string =>
    one === null ? '' : `and ${column} = ${bind(one)}`;
  const sql = `with before as materialized (${within('from', employers)}),
    after as materialized (${within('to', employers)}),
    moved as materialized (
      select id * 2 + part as line, id, part, x_from, x_to, -abs(x_to - x_from) as place, n_from, d_from, n_to, d_to,
        case when x_from = 0 then 'ENTERED' when x_to = 0 then 'LEFT' else 'CHANGED' end as side
      from (select *, case part when 0 then n_from else d_from end as x_from, case part when 0 then n_to else d_to end as x_to
            from (select id, coalesce(a.n, 0) as n_from, coalesce(a.d, 0) as d_from, coalesce(b.n, 0) as n_to, coalesce(b.d, 0) as d_to
                  from before a full join after b using (id)) both_ends
              cross join (values (0), (1)) as parts(part)) ends
      where x_from <> x_to),
    listed as (select * from moved where true ${chosen('part', part && Object.keys(parts).indexOf(part))} ${chosen('side', side)}),
    page as materialized (select * from listed where true ${beyond} order by place, line limit ${bind(limit)})
    select (select count(*)::int8 from listed) as total,
      (select coalesce(json_agg(json_build_array(part, side, count, sum)), '[]')
        from (select part, side, count(*) as count, sum(x_to - x_from) as sum from moved group by part, side) s) as totals,
      (select coalesce(json_agg(json_build_array(p.line, p.id, p.part, p.place, p.side, p.x_from, p.x_to,
            json_build_array(p.n_from, p.d_from, a.nth, a.code, a.day, a.notes),
            json_build_array(p.n_to, p.d_to, b.nth, b.code, b.day, b.notes)) order by p.place, p.line), '[]')
        from page p left join (${why('from')}) a on a.line = p.line left join (${why('to')}) b on b.line = p.line) as rows`;
  return { sql, values };
}
