import type { Filters } from './useFilters.ts';

/** Where the server draws the same picture, for slides and mail. */
export function pictureAddress(
  key: string,
  filters: Filters,
  language: string,
  more: Record<string, string>,
): string {
  const query = new URLSearchParams({ ...more, at: filters.at.value, lang: language });
  for (const [name, group] of Object.entries(filters.metricFilter.value))
    if (group && 'eq' in group && group.eq) query.set(name, group.eq);
  const { asKnownAt } = filters.question.value;
  if (asKnownAt) query.set('asKnownAt', asKnownAt);
  return `/api/charts/${key}.png?${query.toString()}`;
}
