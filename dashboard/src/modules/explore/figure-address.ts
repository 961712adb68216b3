import type { Filters } from '../../metrics/useFilters.ts';
import type { MetricQuestion } from '../../metrics/useMetric.ts';

/** Where the hub gives the answer of a question as a file. */
export function figureAddress(
  metric: string,
  format: 'csv' | 'xlsx',
  { at, from, to, grain, by, asKnownAt }: MetricQuestion,
  filters: Pick<Filters, 'town' | 'industry' | 'size'>,
  language: string,
): string {
  const query = new URLSearchParams({ language });
  const asked = { at, from, to, grain, by: by?.join(','), asKnownAt };
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  for (const name of ['town', 'industry', 'size'] as const)
    if (filters[name].value) query.set(name, filters[name].value);
  return `/api/export/figures/${metric}.${format}?${query.toString()}`;
}
