import { DomainError } from '../kernel/errors.ts';
import type { MetricDefinition } from './define-metric.ts';
import { nearest } from './nearest.ts';

/** The refusal of a key that no metric has, in this field; it names those that may have been meant. */
export function unknownMetric(field: string, key: string, metrics: readonly MetricDefinition[]): DomainError {
  const close = nearest(
    key,
    metrics.map(metric => metric.key),
  );
  return DomainError.badInput(field, {
    zh: `没有指标“${key}”。相近的有：${close.join('、')}。`,
    en: `There is no metric "${key}". The nearest are ${close.join(', ')}.`,
  });
}
