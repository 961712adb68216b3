import type { DenominatorRule } from '../access/denominator-rule.ts';
import type { FormLetter } from '../access/policy.ts';
import type { Language } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import type { Direction, MetricDefinition, MetricKind, MetricUnit } from './define-metric.ts';
import type { Dimension } from './dimensions.ts';
import { toNumber } from './target.ts';
import type { Targets } from './targets.ts';

/** A metric's entry in the catalogue, in the reader's language. */
export interface MetricInfo {
  key: string;
  name: string;
  unit: MetricUnit;
  kind: MetricKind;
  better: Direction;
  target: number | null;
  /** Which employers it is counted over; null where that makes no difference. */
  denominatorRule: DenominatorRule | null;
  dimensions: readonly Dimension[];
  definition: string;
  numerator: string;
  denominator: string | null;
  owner: string;
  source: string;
  sources: readonly FormLetter[];
}

/** Describes a metric; its target is the one in force on the day, its rule stands for `byRule` metrics. */
export function infoOf(
  metric: MetricDefinition,
  language: Language,
  targets: Targets,
  day: Day,
  byRule: ReadonlySet<string>,
): MetricInfo {
  const target = targets.at(metric, day);
  return {
    key: metric.key,
    name: metric.name[language],
    unit: metric.unit,
    kind: metric.kind,
    better: metric.better,
    target: target && toNumber(target),
    denominatorRule: byRule.has(metric.key) ? targets.rule : null,
    dimensions: metric.dimensions,
    definition: metric.definition[language],
    numerator: metric.numerator[language],
    denominator: metric.denominator?.[language] ?? null,
    owner: metric.owner[language],
    source: metric.document[language],
    sources: metric.needs,
  };
}
