import type { MetricDefinition } from './define-metric.ts';
import type { Period } from './periods.ts';
import type { CutKey, RunningSums } from './running-sums.ts';
import { gap, toNumber, type Rational } from './target.ts';
import type { Targets } from './targets.ts';

/** One part of an index over one period: what it is worth and what it has earned; no points where it has no data. */
export interface PartFigure {
  readonly metric: MetricDefinition;
  readonly weight: number;
  readonly value: Rational | null;
  readonly target: Rational | null;
  readonly points: Rational | null;
}

/** A figure itself, before it is compared. */
export interface Figure {
  readonly value: Rational | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What it counts, as a small number of persons may have to be hidden. */
  readonly n: number;
  /** Whether any row stands behind it. */
  readonly present: boolean;
  readonly parts: readonly PartFigure[] | null;
}

/** What answers are made of: the figure of every period and cut that was asked for. */
export interface Figures {
  /** Keys of every cut that has any row at all. */
  cuts(): CutKey[];
  over(period: Period, cut?: CutKey): Figure;
}

/** Amounts of money are summed in fen. */
const scale = (metric: MetricDefinition): bigint => (metric.unit === 'YUAN' ? 100n : 1n);

/** The figures of a metric that counts, from its running sums. */
export function countedFigures(metric: MetricDefinition, sums: RunningSums, targets: Targets): Figures {
  return {
    cuts: () => sums.cuts(),
    over: (period, cut) => {
      const { n, d, present } = sums.over(period, cut);
      const goal = metric.gapTo ? targets.at(metric.gapTo, period.last, cut) : null;
      return { ...quotientOf(metric, n, d, goal), n, present, parts: null };
    },
  };
}

type Quotient = Pick<Figure, 'value' | 'numerator' | 'denominator'>;

function quotientOf(metric: MetricDefinition, n: number, d: number, goal: Rational | null): Quotient {
  if (metric.gapTo) {
    const missing = goal && gap(goal, d, n);
    return {
      value: missing === null ? null : { n: BigInt(missing), d: 1n },
      numerator: missing,
      denominator: null,
    };
  }
  if (!metric.counts.denominator) {
    const value = { n: BigInt(n), d: scale(metric) };
    return { value, numerator: toNumber(value), denominator: null };
  }
  const times = metric.unit === 'PER_100' ? 100n : 1n;
  return { value: d ? { n: times * BigInt(n), d: BigInt(d) } : null, numerator: n, denominator: d };
}
