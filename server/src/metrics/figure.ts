import type { Language } from '../access/viewer.ts';
import { changeOf, type MetricChange } from './change.ts';
import type { MetricDefinition, MetricUnit } from './define-metric.ts';
import type { Figure, Figures, PartFigure } from './figures.ts';
import { comparisons, type Period } from './periods.ts';
import type { CutKey } from './running-sums.ts';
import { gap, statusOf, toNumber, type Rational, type TargetStatus } from './target.ts';
import type { Targets } from './targets.ts';

/** One part of an index as it is shown. */
export interface IndexPartValue {
  key: string;
  name: string;
  unit: MetricUnit;
  weight: number;
  value: number | null;
  target: number | null;
  points: number | null;
  included: boolean;
}

/** One figure with all that stands beside it. */
export interface MetricValue {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  target: number | null;
  status: TargetStatus;
  previous: number | null;
  lastYear: number | null;
  sincePrevious: MetricChange | null;
  sinceLastYear: MetricChange | null;
  /** Employers, workers or cases still lacking to the target. */
  gap: number | null;
  parts: IndexPartValue[] | null;
  suppressed: boolean;
}

/** What a value is worked out from; figures are null before any delivery. */
export interface Reckoning {
  readonly metric: MetricDefinition;
  readonly figures: Figures | null;
  readonly targets: Targets;
  readonly language: Language;
}

const nothing: Figure = {
  value: null,
  numerator: null,
  denominator: null,
  n: 0,
  present: false,
  parts: null,
};

/** The figure over a period, of one cut or of the whole, with its target and its comparisons. */
export function valueOf(
  { metric, figures, targets, language }: Reckoning,
  period: Period,
  cut?: CutKey,
): MetricValue {
  const target = targets.at(metric, period.last, cut);
  const over = (of: Period): Figure => figures?.over(of, cut) ?? nothing;
  const now = over(period);
  const { previous, lastYear } = comparisons(metric.kind, period);
  return {
    value: plain(now.value),
    numerator: now.numerator,
    denominator: now.denominator,
    target: plain(target),
    status: statusOf(metric, now.value, target),
    previous: plain(over(previous).value),
    lastYear: plain(over(lastYear).value),
    sincePrevious: null,
    sinceLastYear: null,
    gap: lackOf(metric, now, target),
    parts: now.parts?.map(part => partValue(part, language)) ?? null,
    suppressed: false,
  };
}

/** What a value is compared with may have been hidden since: the changes are worked out last. */
export const compared = (metric: MetricDefinition, value: MetricValue): MetricValue => ({
  ...value,
  sincePrevious: changeOf(metric, value.value, value.previous),
  sinceLastYear: changeOf(metric, value.value, value.lastYear),
});

const plain = (value: Rational | null): number | null => value && toNumber(value);

/** How many more would make a share reach its target. */
function lackOf({ unit, better }: MetricDefinition, figure: Figure, target: Rational | null): number | null {
  if (!target || unit !== 'RATIO' || better !== 'HIGHER' || !figure.value) return null;
  return gap(target, figure.denominator ?? 0, figure.numerator ?? 0);
}

const partValue = (
  { metric, weight, value, target, points }: PartFigure,
  language: Language,
): IndexPartValue => ({
  key: metric.key,
  name: metric.name[language],
  unit: metric.unit,
  weight,
  value: plain(value),
  target: plain(target),
  points: plain(points),
  included: points !== null,
});
