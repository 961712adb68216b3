import type { FormLetter } from '../access/policy.ts';
import type { Language } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import type { Direction, MetricDefinition, MetricKind, MetricUnit } from './define-metric.ts';
import type { Dimension } from './dimensions.ts';
import { targetAt, toNumber, type Paths } from './target.ts';

/** A metric's entry in the catalogue, in the reader's language. */
export interface MetricInfo {
  key: string;
  name: string;
  unit: MetricUnit;
  kind: MetricKind;
  better: Direction;
  target: number | null;
  dimensions: readonly Dimension[];
  definition: string;
  numerator: string;
  denominator: string | null;
  owner: string;
  source: string;
  sources: readonly FormLetter[];
}

/** Describes a metric; its target is the one in force on the day. */
export function infoOf(metric: MetricDefinition, language: Language, paths: Paths, day: Day): MetricInfo {
  const target = targetAt(metric.target, paths, day);
  return {
    key: metric.key,
    name: metric.name[language],
    unit: metric.unit,
    kind: metric.kind,
    better: metric.better,
    target: target && toNumber(target),
    dimensions: metric.dimensions,
    definition: metric.definition[language],
    numerator: metric.numerator[language],
    denominator: metric.denominator?.[language] ?? null,
    owner: metric.owner[language],
    source: metric.document[language],
    sources: metric.needs,
  };
}
