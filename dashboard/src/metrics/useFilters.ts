import type { MetricFilter } from '@hexie/schema/generated/documents.ts';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import { useViewer } from './viewer.ts';

const filterNames = ['town', 'industry', 'size'] as const;
export type FilterName = (typeof filterNames)[number];

export interface Filters {
  readonly town: WritableComputedRef<string>;
  readonly industry: WritableComputedRef<string>;
  readonly size: WritableComputedRef<string>;
  readonly at: WritableComputedRef<string>;
  /** The same choice as the argument every figure takes. */
  readonly metricFilter: ComputedRef<MetricFilter>;
  /** What a link to another page must carry along. */
  readonly query: ComputedRef<LocationQuery>;
}

/** The filter of a page, kept in the address bar and nowhere else: a link is the same view, and back goes back. */
export function useFilters(): Filters {
  const route = useRoute();
  const router = useRouter();
  const viewer = useViewer();
  const read = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  const inAddress = (name: string, fallback: () => string = () => ''): WritableComputedRef<string> =>
    computed({
      get: () => read(name) || fallback(),
      set: value => {
        const { [name]: _old, after: _after, before: _before, ...rest } = route.query;
        void router.push({ query: value && value !== fallback() ? { ...rest, [name]: value } : rest });
      },
    });
  const [town, industry, size] = filterNames.map(name => inAddress(name)) as [
    WritableComputedRef<string>,
    WritableComputedRef<string>,
    WritableComputedRef<string>,
  ];
  const metricFilter = computed((): MetricFilter => {
    const filter: MetricFilter = {};
    if (town.value) filter.town = { eq: town.value };
    if (industry.value) filter.industry = { eq: industry.value };
    if (size.value) filter.size = { eq: size.value };
    return filter;
  });
  const kept = ['town', 'industry', 'size', 'at'];
  const query = computed(() =>
    Object.fromEntries(Object.entries(route.query).filter(([key]) => kept.includes(key))),
  );
  return { town, industry, size, at: inAddress('at', () => viewer.value.today), metricFilter, query };
}
