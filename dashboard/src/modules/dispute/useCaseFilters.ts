import type { DisputeFilter, MetricFilter } from '@hexie/schema/generated/documents.ts';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { useAddress } from '../../ui/address.ts';
import { employersOf } from '../../metrics/employers-of.ts';
import { useFilters, type Filters } from '../../metrics/useFilters.ts';

/** The filter of a page of cases: whose, of what cause, before whom; a click on a picture writes here. */
export interface CaseFilters extends Filters {
  readonly cause: WritableComputedRef<string>;
  readonly channel: WritableComputedRef<string>;
  /** The same choice as lists of cases take it. */
  readonly cases: ComputedRef<DisputeFilter>;
  /** What the address says beyond town, industry and size, for pictures that the server draws. */
  readonly beyond: ComputedRef<Record<string, string>>;
}

const channels = ['UNION', 'HRSS', 'COURT'] as const;

/** Cause and channel beside the filter that every page has, all in the address. */
export function useCaseFilters(): CaseFilters {
  const filters = useFilters();
  const { word } = useAddress();
  const cause = word('cause', true);
  const said = word('channel', true);
  const known = computed(() => channels.find(one => one === said.value));
  const channel = computed({ get: () => known.value ?? '', set: value => (said.value = value) });
  const beyond = computed(() => ({
    ...(cause.value ? { cause: cause.value } : {}),
    ...(channel.value ? { channel: channel.value } : {}),
  }));
  const metricFilter = computed((): MetricFilter => ({
    ...filters.metricFilter.value,
    ...Object.fromEntries(Object.entries(beyond.value).map(([name, value]) => [name, { eq: value }])),
  })); // prettier-ignore
  return {
    ...filters,
    cause,
    channel,
    beyond,
    metricFilter,
    question: computed(() => ({ ...filters.question.value, filter: metricFilter.value })),
    query: computed(() => ({ ...filters.query.value, ...beyond.value })),
    cases: computed(() => ({
      ...(cause.value ? { cause: { eq: cause.value } } : {}),
      ...(known.value ? { channel: { eq: known.value } } : {}),
      ...employersOf(filters),
    })),
  };
}
