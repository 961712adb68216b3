import { demand } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Day } from '../../kernel/days.ts';
import { DomainError, type Message } from '../../kernel/errors.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { MetricArgs } from '../frame.ts';
import type { MetricAnswer } from '../metric.service.ts';
import type { MetricInfo } from '../metric-info.ts';
import type { Part, Side } from './difference-statement.ts';
import { differences, noDifferences, type Differences, type SideTotal } from './metric-differences.ts';
import type { FigureTools } from './whole-rows.ts';

/** Which figure, between which days, and as it was known when: at both ends, or at each of them. */
export interface DifferenceAsked
  extends Pick<MetricArgs, 'key' | 'filter' | 'asKnownAt'>, Pick<ListArgs, 'first' | 'after'> {
  from: Day;
  to: Day;
  knownFrom?: Date | null;
  knownTo?: Date | null;
  part?: Part | null;
  side?: Side | null;
}

/** One part of a figure at both ends, and what the employers of each side make of it. */
export interface PartDifference {
  from: number | null;
  to: number | null;
  difference: number | null;
  sides: readonly SideTotal[];
}

/** How a figure differs between two ends, and the employers that make it differ. */
export interface MetricDifference {
  metric: MetricInfo;
  from: Day;
  to: Day;
  valueFrom: number | null;
  valueTo: number | null;
  difference: number | null;
  numerator: PartDifference;
  denominator: PartDifference | null;
  rows: Differences['rows'];
}

/** The difference of a stock between two days, or between what was known of them at two moments. */
export async function metricDifference(
  { deps, find, figure }: FigureTools,
  viewer: Viewer,
  asked: DifferenceAsked,
): Promise<MetricDifference> {
  const metric = find(viewer, asked.key);
  demand(viewer, metric.rows);
  refuse(metric, asked);
  const { filter = null, asKnownAt = null, part = null, side = null, first = null, after = null } = asked;
  const from = { day: asked.from, asKnownAt: asked.knownFrom ?? asKnownAt };
  const to = { day: asked.to, asKnownAt: asked.knownTo ?? asKnownAt };
  const figures = async (key: string): Promise<Ends> => ({
    before: await figure(viewer, { key, filter, at: from.day, asKnownAt: from.asKnownAt }),
    now: await figure(viewer, { key, filter, at: to.day, asKnownAt: to.asKnownAt }),
  });
  const own = await figures(metric.key);
  // Of a gap the employers that are certified and those that are counted differ, not the gap itself.
  const { before, now } = metric.gapTo ? await figures(metric.gapTo.key) : own;
  const args = { metric, from, to, filter, part, side, first, after };
  const delivered = before.total.numerator !== null && now.total.numerator !== null;
  const { rows, sides } = delivered
    ? await differences(deps, viewer, args)
    : noDifferences(deps.cursors, args);
  const partOf = (name: 'numerator' | 'denominator', of: Part): PartDifference => ({
    ...between(before.total[name], now.total[name]),
    sides: sides.filter(one => one.part === of),
  });
  const value = between(own.before.total.value, own.now.total.value);
  return {
    metric: own.now.metric,
    from: asked.from,
    to: asked.to,
    valueFrom: value.from,
    valueTo: value.to,
    difference: value.difference,
    numerator: partOf('numerator', 'NUMERATOR'),
    denominator: metric.counts.denominator ? partOf('denominator', 'DENOMINATOR') : null,
    rows,
  };
}

/** The figure of both days. */
interface Ends {
  readonly before: MetricAnswer;
  readonly now: MetricAnswer;
}

const between = (
  from: number | null,
  to: number | null,
): { from: number | null; to: number | null; difference: number | null } => ({
  from,
  to,
  difference: from === null || to === null ? null : to - from,
});

/** Only what holds at a day and is counted by employer can be told apart between two days. */
function refuse(
  metric: MetricDefinition,
  { from, to, asKnownAt, knownFrom, knownTo }: DifferenceAsked,
): void {
  const fields: Record<string, Message> = {};
  if (metric.parts) {
    fields.key = {
      zh: `“${metric.name.zh}”由若干指标合成，不能分解到用人单位；请逐项查询其组成指标。`,
      en: `${metric.key} is put together from other figures and from no employers; ask for its parts one by one.`,
    };
  } else if (metric.kind === 'FLOW') {
    fields.key = {
      zh: `“${metric.name.zh}”是期间指标，没有两日之间的增减；请用 metricRows 查询期内明细。`,
      en: `${metric.key} counts what happened in a period, which no two days differ by; metricRows lists what happened.`,
    };
  }
  if (from > to) fields.from = { zh: '起始日期晚于终止日期。', en: 'from is after to.' };
  if (asKnownAt && (knownFrom ?? knownTo)) {
    fields.asKnownAt = {
      zh: 'asKnownAt 不能与 knownFrom、knownTo 同时使用。',
      en: 'asKnownAt holds at both ends and excludes knownFrom and knownTo.',
    };
  }
  const [first] = Object.values(fields);
  if (first) throw new DomainError('BAD_USER_INPUT', first, fields);
}
