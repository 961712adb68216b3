import type { MetricDefinition } from './define-metric.ts';
import { comparisons, type Period } from './periods.ts';
import type { Counted } from './running-sums.ts';
import {
  gap,
  pathAt,
  statusOf,
  targetAt,
  toNumber,
  type Paths,
  type Rational,
  type TargetStatus,
} from './target.ts';

/** One figure with all that stands beside it. */
export interface MetricValue {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  status: TargetStatus;
  previous: number | null;
  lastYear: number | null;
  suppressed: boolean;
}

/** The figure itself, before it is compared. */
interface Figure {
  readonly value: Rational | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Amounts of money are summed in fen. */
const scale = (metric: MetricDefinition): bigint => (metric.unit === 'YUAN' ? 100n : 1n);

function figureOf(metric: MetricDefinition, { n, d }: Counted, paths: Paths, period: Period): Figure {
  if (metric.gapTo) {
    const target = pathAt(paths.get(metric.gapTo) ?? [], period.last);
    const missing = target && gap(target, d, n);
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

/** The figure over a period with its target and its comparisons; `counted` is null before any delivery. */
export function valueOf(
  metric: MetricDefinition,
  counted: ((period: Period) => Counted) | null,
  paths: Paths,
  period: Period,
): MetricValue {
  const target = targetAt(metric.target, paths, period.last);
  const figure = (of: Period): Figure =>
    counted ? figureOf(metric, counted(of), paths, of) : { value: null, numerator: null, denominator: null };
  const plain = (of: Period): number | null => {
    const { value } = figure(of);
    return value && toNumber(value);
  };
  const now = figure(period);
  const { previous, lastYear } = comparisons(metric.kind, period);
  return {
    value: now.value && toNumber(now.value),
    numerator: now.numerator,
    denominator: now.denominator,
    target: target && toNumber(target),
    status: statusOf(metric, now.value, target),
    previous: plain(previous),
    lastYear: plain(lastYear),
    suppressed: false,
  };
}
