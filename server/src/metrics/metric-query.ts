import type { Day } from '../kernel/days.ts';
import { addDays } from '../kernel/days.ts';
import type { Known } from '../kernel/known.ts';
import { CellBranches, type CellChoice } from './cells/cell-branches.ts';
import { bucketSums } from './bucket-sums.ts';
import { scaleOf } from './changes-of.ts';
import { changeSql, withList } from './compose.ts';
import type { MetricDefinition, Term } from './define-metric.ts';
import type { ReadModel } from './define-read-model.ts';
import { keySql, ofEmployer, referenceTables, type Dimension } from './dimensions.ts';
import { filterSql, type FilterSql, type MetricFilter } from './metric-filter.ts';
import type { Period } from './periods.ts';
import { targetsSql } from './stated-targets.ts';

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
  /** Whether anything is read from cells. */
  readonly stored: boolean;
}

/** Takes a value into a statement and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** Every term of a metric, numerators first; its place in this list is how cells name it. */
export const termsOf = (metric: MetricDefinition): readonly Term[] => [
  ...metric.counts.numerator,
  ...(metric.counts.denominator ?? []),
];

/** The last days of the periods, and the days before them. */
export function daysOf(questions: readonly Question[]): Day[] {
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
 * One statement for all questions. A row that lasts adds its amount on its first day and takes it away after its last;
 * a row that happened adds it on its day. These changes are summed per bucket between the days asked for, so the cost
 * does not grow with their number. Where cells are given and hold what is asked, sums of changes are read from them;
 * `fresh` tells whether all of them were as new as the facts.
 */
export function metricStatement(
  questions: readonly Question[],
  models: readonly ReadModel[],
  asKnown: Known | null,
  cells?: CellChoice,
): MetricStatement {
  const values: unknown[] = [];
  const bind: Bind = value => `$${values.push(value)}`;
  const days = daysOf(questions);
  const asked = { all: bind(days), first: bind(days[0]), last: bind(days.at(-1)), number: days.length };
  const change = changeSql(asKnown, bind);
  const named: FilterSql['named'][number][] = [];
  const stored = cells && !asKnown ? new CellBranches(cells, days, bind) : undefined;

  const branches = questions.flatMap((question, place) => {
    const { metric, by, filter } = question;
    const condition = filterSql(metric, filter, () => '');
    named.push(...condition.named);
    const bound = once(() => filterSql(metric, filter, bind).sql);
    const employer = [...by, ...condition.dimensions].some(ofEmployer) ? 'enterprise' : undefined;
    const [d1, d2] = [by[0] ? keySql(by[0]) : `''`, by[1] ? keySql(by[1]) : `''`];
    return termsOf(metric).map((term, index) => {
      const head = `select ${place} as question, ${index} as term`;
      const kept = stored?.branch(question, term, condition.dimensions);
      if (kept) return `${head}, ${kept}`;
      const choice = { columns: { d1, d2 }, employer, where: bound() };
      return `${head}, summed.* from (${bucketSums(term, scaleOf(metric), choice, asked)}) summed`;
    });
  });
  // Whatever the branches are, the statement has all its parameters.
  const none = `${asked.last}::date = any (${asked.all}::date[]) and ${asked.first}::date is null and false`;
  branches.push(`${noCells} where ${none}`);
  const body = `cell as (${branches.join('\nunion all\n')})
    select ${stored?.fresh() ?? 'true'} as fresh, ${answerColumns(questions, named, bind, asKnown && { ...asKnown, change })}`;
  const ofDays = models.map(({ onDays, ...one }) => ({ ...one, sql: onDays ?? one.sql }));
  const list = withList(body, ofDays, change);
  const ctes = [
    `asked as not materialized (select ${asked.all}::date[] as days)`,
    ...list,
    ...(stored?.ctes() ?? []),
    body,
  ];
  return { sql: `with ${ctes.join(',\n')}`, values, days, named, stored: stored?.any ?? false };
}

/** A condition is bound once, and only where a branch needs it. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

const noCells = `select 0 as question, 0 as term, 0 as bucket, '' as d1, '' as d2, 0::int8 as amount, 0::int8 as count`;

/** What an answer is made of, whatever the cells in `cell` were counted from. */
export function answerColumns(
  questions: readonly Question[],
  named: FilterSql['named'],
  bind: Bind,
  known: { readonly at: Date; readonly change: string | undefined } | null,
): string {
  const reference = new Set([...questions.flatMap(one => one.by), ...named.map(one => one.dimension)]);
  const codes = [...reference].flatMap(dimension => {
    const table = referenceTables[dimension];
    return table
      ? [`select '${dimension}' as dimension, code, name_zh, name_en, position from ${table}`]
      : [];
  });
  const forms = [...new Set(questions.flatMap(({ metric }) => metric.needs))];
  const codeList = `(select json_agg(json_build_array(dimension, code, name_zh, name_en) order by dimension, position)
    from (${codes.join(' union all ')}) as code)`;
  return `(select coalesce(json_agg(distinct s.form), '[]') from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and not f.dry_run and s.form = any (${bind(forms)}::text[])
        and ${
          known
            ? `s.known_at <= ${bind(known.at)}::timestamptz and (f.withdrawn_change is null or f.withdrawn_change > ${known.change})`
            : 'f.withdrawn_change is null'
        }) as delivered,
    (select coalesce(json_agg(json_build_array(question, term, bucket, d1, d2, amount, count)), '[]')
      from cell where amount <> 0 or count <> 0) as cells,
    ${codes.length ? codeList : `'[]'::json`} as codes,
    (select denominator from rm_setting) as rule, ${targetsSql(known?.change)} as targets`;
}
