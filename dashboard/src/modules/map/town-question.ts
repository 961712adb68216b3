import type { MetricFactsFragment } from '@hexie/schema/generated/documents.ts';
import { computed } from 'vue';
import type { Filters } from '../../metrics/useFilters.ts';
import type { MetricQuestion } from '../../metrics/useMetric.ts';

/** All towns, or all industries, side by side: the page's filter without the one that is chosen among them. */
export function questionOf(
  { kind }: MetricFactsFragment,
  filters: Filters,
  by: 'TOWN' | 'INDUSTRY',
): MetricQuestion {
  const at = filters.at.value;
  const { filter, ...known } = filters.question.value;
  const { town, industry, ...rest } = filter;
  const kept = by === 'TOWN' ? { ...(industry ? { industry } : {}) } : { ...(town ? { town } : {}) };
  return {
    // A day for what stands, the year so far for what happens.
    ...(kind === 'STOCK' ? { at } : { from: `${at.slice(0, 4)}-01-01`, to: at }),
    ...known,
    filter: { ...rest, ...kept },
    by: [by],
  };
}

/** The filters of a card that shows all towns, whichever is chosen. */
export const withoutTown = (filters: Filters): Filters => ({
  ...filters,
  town: computed({ get: () => '', set: value => (filters.town.value = value) }),
});
