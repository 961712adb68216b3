import { DomainError, type Message } from '../kernel/errors.ts';
import { mayBeAsked, noDayAsked } from '../kernel/day-asked.ts';
import { daysBetween, type Day } from '../kernel/days.ts';
import type { MetricDefinition } from './define-metric.ts';
import { dimensions, type Dimension } from './dimensions.ts';
import type { MetricFilter } from './metric-filter.ts';
import { comparisons, grains, shortest, stepsOf, type Grain, type Period, type Step } from './periods.ts';

/** What a caller may ask of a metric. */
export interface MetricArgs {
  key: string;
  at?: Day | null;
  from?: Day | null;
  to?: Day | null;
  grain?: Grain | null;
  by?: readonly Dimension[] | null;
  filter?: MetricFilter | null;
  asKnownAt?: Date | null;
}

/** A question with its days settled: the total's period, and the steps of the series if one was asked for. */
export interface Frame {
  readonly at: Day | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly total: Period;
  readonly steps: readonly Step[] | null;
  readonly by: readonly Dimension[];
}

/** Every period a frame needs: what is shown and what it is compared with. */
export function periodsOf(metric: MetricDefinition, frame: Frame): Period[] {
  return [frame.total, ...(frame.steps ?? [])].flatMap(period => {
    const { previous, lastYear } = comparisons(metric.kind, period);
    return [{ first: period.first, last: period.last }, previous, lastYear];
  });
}

/** Most steps a series may have, and most points an answer. */
const mostSteps = 2000;
export const mostPoints = 20000;

type Fields = Record<string, Message>;

/** Settles the days of a question by rule 1, or refuses with the arguments that contradict each other. */
export function frameOf(metric: MetricDefinition, args: MetricArgs, today: Day): Frame {
  const problems: Fields = { ...days(args), ...(metric.kind === 'STOCK' ? stock(args) : flow(args)) };
  const by = args.by ?? [];
  const wrongCut = by.find(dimension => !metric.dimensions.includes(dimension));
  if (wrongCut) {
    problems.by = {
      zh: `指标“${metric.name.zh}”不能按“${dimensions[wrongCut]?.zh ?? wrongCut}”分组。`,
      en: `${metric.key} cannot be cut by ${wrongCut}.`,
    };
  }
  if (by.length > 2 || new Set(by).size < by.length) {
    problems.by = { zh: '最多按两个不同的维度分组。', en: 'At most two different dimensions.' };
  }
  refuse(problems);

  const to = args.to ?? args.at ?? today;
  const from = args.from ?? `${to.slice(0, 4)}-01-01`;
  const series = metric.kind === 'FLOW' || args.grain;
  if (series && from > to) refuse({ from: { zh: '起始日期晚于终止日期。', en: 'from is after to.' } });
  if (args.grain && daysBetween(from, to) / shortest[args.grain] > mostSteps) refuse({ grain: tooLong });
  return {
    at: metric.kind === 'STOCK' ? to : null,
    from: series ? from : null,
    to: series ? to : null,
    total: metric.kind === 'STOCK' ? { first: to, last: to } : { first: from, last: to },
    steps: args.grain ? stepsOf(args.grain, from, to) : null,
    by,
  };
}

const tooLong: Message = {
  zh: `点数过多：一个序列最多 ${mostSteps} 个点。`,
  en: `Too many points: a series has at most ${mostSteps} steps.`,
};

/** Refuses an answer of too many points, once the cuts are known. */
export function checkPoints(points: number): void {
  if (points <= mostPoints) return;
  const text = { zh: `点数过多：最多 ${mostPoints} 个。`, en: `Too many points: at most ${mostPoints}.` };
  refuse({ by: text });
}

/** Days must be such as may be asked about. */
function days(args: MetricArgs): Fields {
  const problems: Fields = {};
  for (const name of ['at', 'from', 'to'] as const) {
    const day = args[name];
    if (day != null && !mayBeAsked(day)) problems[name] = noDayAsked;
  }
  if (args.grain && !(args.grain in grains))
    problems.grain = { zh: '没有这种粒度。', en: 'There is no such grain.' };
  return problems;
}

function stock(args: MetricArgs): Fields {
  const problems: Fields = {};
  for (const name of ['from', 'to'] as const) {
    if (args[name] == null) continue;
    if (args.at != null)
      problems[name] = { zh: 'at 与 from/to 不能同时使用。', en: 'at excludes from and to.' };
    else if (!args.grain) {
      problems[name] = {
        zh: '时点指标用 at；from/to 须与 grain 同时使用。',
        en: 'A stock metric takes at; from and to go with a grain.',
      };
    }
  }
  return problems;
}

function flow(args: MetricArgs): Fields {
  if (args.at == null) return {};
  return { at: { zh: '期间指标用 from/to，不用 at。', en: 'A flow metric takes from and to, not at.' } };
}

function refuse(problems: Fields): void {
  const [first] = Object.values(problems);
  if (first) throw new DomainError('BAD_USER_INPUT', first, problems);
}
