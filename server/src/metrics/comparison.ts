import type { Viewer } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import type { MetricCut, MetricPoint } from './answer.ts';
import { changeOf, type MetricChange } from './change.ts';
import type { MetricValue } from './figure.ts';
import type { MetricArgs } from './frame.ts';
import type { MetricInfo } from './metric-info.ts';
import type { MetricAnswer } from './metric.service.ts';

/** Two days, or two periods, of one figure. */
export interface ComparisonAsked extends Omit<MetricArgs, 'grain'> {
  /** The last day of the other: of a stock the day itself. */
  vs: Day;
  /** The first day of the other period. */
  vsFrom?: Day | null;
}

/** A figure of one cut, or of the whole, then and now. */
export interface ComparedPoint {
  cuts: MetricCut[];
  before: MetricValue | null;
  now: MetricValue | null;
  change: MetricChange | null;
}

/** A figure at two days or over two periods, side by side. */
export interface MetricComparison {
  metric: MetricInfo;
  at: Day | null;
  from: Day | null;
  to: Day | null;
  vs: Day;
  vsFrom: Day | null;
  total: ComparedPoint;
  points: ComparedPoint[];
  computedAt: Date;
}

/** Asks the figure twice; every reader sees of each what they may see of it alone. */
export async function metricComparison(
  figure: (viewer: Viewer, args: MetricArgs) => Promise<MetricAnswer>,
  viewer: Viewer,
  { vs, vsFrom = null, ...args }: ComparisonAsked,
): Promise<MetricComparison> {
  const now = await figure(viewer, args);
  const { key, by = null, filter = null, asKnownAt = null } = args;
  const days = now.metric.kind === 'STOCK' ? { at: vs, from: vsFrom } : { from: vsFrom, to: vs };
  const before = await figure(viewer, { key, by, filter, asKnownAt, ...days }).catch(inOwnWords);
  const held = (cuts: MetricCut[], then: MetricValue | null, later: MetricValue | null): ComparedPoint => ({
    cuts,
    before: then,
    now: later,
    change: changeOf(now.metric, later?.value ?? null, then?.value ?? null),
  });
  const { metric, at, from, to, computedAt } = now;
  const earlier = new Map(before.points.map(point => [nameOf(point), point]));
  const shared = now.points.map(point => {
    const then = earlier.get(nameOf(point));
    earlier.delete(nameOf(point));
    return held(point.cuts, then?.value ?? null, point.value);
  });
  // Groups that are gone stand behind those that are there.
  const gone = [...earlier.values()].map(point => held(point.cuts, point.value, null));
  return {
    metric,
    at,
    from,
    to,
    vs,
    vsFrom: before.from,
    total: held([], before.total, now.total),
    points: [...shared, ...gone],
    computedAt,
  };
}

/** What is wrong with the other day or period, under the names by which it was asked. */
function inOwnWords(error: unknown): never {
  if (!(error instanceof DomainError) || !error.fields) throw error;
  const fields = Object.entries(error.fields).map(([name, text]) => [asked[name] ?? name, text]);
  throw new DomainError(error.code, error.text, Object.fromEntries(fields) as typeof error.fields);
}
const asked: Readonly<Record<string, string>> = { at: 'vs', to: 'vs', from: 'vsFrom' };

const nameOf = ({ cuts }: MetricPoint): string => JSON.stringify(cuts.map(cut => cut.key));
