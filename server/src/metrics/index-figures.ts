import { addDays, addMonths } from '../kernel/days.ts';
import type { IndexPart, MetricDefinition } from './define-metric.ts';
import type { Figures, PartFigure } from './figures.ts';
import type { Period } from './periods.ts';
import { plus, share, times, toNumber, type Rational } from './target.ts';
import type { Targets } from './targets.ts';

/** One part of an index with its metric, and its figures; null before its forms are delivered. */
export interface IndexedPart {
  readonly part: IndexPart;
  readonly metric: MetricDefinition;
  readonly figures: Figures | null;
}

/** The metrics that an index is made of, in its order. */
export function partsOf(
  metric: MetricDefinition,
  metrics: readonly MetricDefinition[],
): { part: IndexPart; metric: MetricDefinition }[] {
  return (metric.parts ?? []).map(part => {
    const found = metrics.find(one => one.key === part.metric);
    if (!found) throw new Error(`${metric.key} is made of ${part.metric}, which is not in the catalogue`);
    return { part, metric: found };
  });
}

/** What a part looks at for the index of a day: a stock at that day, a flow over the twelve months ending at it. */
export const periodOfPart = ({ kind }: MetricDefinition, { last }: Period): Period =>
  kind === 'STOCK' ? { first: last, last } : { first: addDays(addMonths(last, -12), 1), last };

const zero: Rational = { n: 0n, d: 1n };
const one: Rational = { n: 1n, d: 1n };

/** The figures of an index, exact until they are shown: 100 × points ÷ weights of the parts that have data. */
export function indexFigures(parts: readonly IndexedPart[], targets: Targets): Figures {
  return {
    cuts: () => [...new Set(parts.flatMap(({ figures }) => figures?.cuts() ?? []))],
    over: (period, cut) => {
      const made = parts.map(({ part, metric, figures }) => {
        const of = periodOfPart(metric, period);
        const figure = figures?.over(of, cut);
        const target = targets.at(metric, of.last, cut);
        const value = figure?.value ?? null;
        const earned = value && target && earnedOf(part, metric, value, target);
        const points = earned && times(earned, part.weight);
        return { present: !!figure?.present, shown: { metric, weight: part.weight, value, target, points } };
      });
      const shown: PartFigure[] = made.map(part => part.shown);
      const counting = shown.filter(part => part.points);
      const weights = counting.reduce((sum, part) => sum + part.weight, 0);
      const points = counting.reduce((sum, part) => plus(sum, part.points ?? zero), zero);
      const value = weights ? { n: points.n * 100n, d: points.d * BigInt(weights) } : null;
      const numerator = value && toNumber(value);
      const present = made.some(part => part.present);
      return { value, numerator, denominator: null, n: numerator ?? 0, present, parts: shown };
    },
  };
}

/** How far a part has come to its target, from 0 to 1. */
function earnedOf(part: IndexPart, metric: MetricDefinition, value: Rational, target: Rational): Rational {
  const reached =
    metric.better === 'LOWER'
      ? value.n * target.d <= target.n * value.d
      : value.n * target.d >= target.n * value.d;
  if (reached) return one;
  return part.allOrNothing ? zero : share(value, target);
}
