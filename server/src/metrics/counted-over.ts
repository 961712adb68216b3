import { sourcesOf } from './compose.ts';
import type { MetricDefinition } from './define-metric.ts';
import type { ReadModel } from './define-read-model.ts';
import { termsOf } from './metric-query.ts';

/** The metrics that the denominator rule makes a difference to: something they count reads it, or a part of theirs does. */
export function countedByRule(
  metrics: readonly MetricDefinition[],
  models: readonly ReadModel[],
): ReadonlySet<string> {
  const reads = (metric: MetricDefinition): boolean => {
    const names = termsOf(metric)
      .map(term => term.from)
      .join(' ');
    return sourcesOf(names, models).models.some(({ sql }) => /\bdenominator\b/.test(sql));
  };
  const own: readonly string[] = metrics.filter(reads).map(({ key }) => key);
  const indexes = metrics.filter(({ parts }) => parts?.some(part => own.includes(part.metric)));
  return new Set([...own, ...indexes.map(({ key }) => key)]);
}
