import type { MetricFilter } from '@hexie/schema/generated/documents.ts';
import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { rowDimensions } from './rows-of.ts';
import { heldIn, useFilters, type Filters } from './useFilters.ts';

/** The filter of one figure's pages: beside town, industry and size, every other group that the address names. */
export interface FigureFilters extends Filters {
  /** The other groups, as the address names them: cause, channel, outcome … */
  readonly narrowed: ComputedRef<readonly (typeof rowDimensions)[number][]>;
}

/** Whatever led here narrowed the figure to a group: the figure is asked of that group, and what it leads to as well. */
export function useFigureFilters(): FigureFilters {
  const filters = useFilters();
  const route = useRoute();
  const read = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  const metricFilter = computed((): MetricFilter =>
    Object.fromEntries(rowDimensions.flatMap(name => (read(name) ? [[name, { eq: read(name) }]] : []))),
  );
  return {
    ...filters,
    narrowed: computed(() => rowDimensions.slice(3).filter(read)),
    metricFilter,
    question: computed(() => ({ ...filters.question.value, filter: metricFilter.value })),
    query: computed(() => heldIn(route.query)),
  };
}
