import type { MetricFactsFragment } from '@hexie/schema/generated/documents.ts';
import { computed } from 'vue';
import type { Filters } from '../../metrics/useFilters.ts';
import type { MetricQuestion } from '../../metrics/useMetric.ts';

/** A day for what stands, the year so far for what happens. */
export const daysOf = ({ kind }: MetricFactsFragment, at: string): MetricQuestion =>
  kind === 'STOCK' ? { at } : { from: `${at.slice(0, 4)}-01-01`, to: at };

/** All towns side by side: the page's filter without the town, which is marked instead. */
export function questionOfTowns(metric: MetricFactsFragment, filters: Filters): MetricQuestion {
  const { filter, ...known } = filters.question.value;
  const { town: _town, ...rest } = filter;
  return { ...daysOf(metric, filters.at.value), ...known, filter: rest, by: ['TOWN'] };
}

/** The filters of a card that shows all towns, whichever is chosen. */
export const withoutTown = (filters: Filters): Filters => ({
  ...filters,
  town: computed({ get: () => '', set: value => (filters.town.value = value) }),
});
