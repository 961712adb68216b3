import type { MetricFilter } from '@hexie/schema/generated/documents.ts';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import { asKnownAt, isDay, isMoment } from './known-at.ts';
import { rowDimensions } from './rows-of.ts';
import { useViewer } from './viewer.ts';

const filterNames = ['town', 'industry', 'size'] as const;
export type FilterName = (typeof filterNames)[number];

/** What a figure may be held against. */
export const comparisons = ['PREVIOUS', 'LAST_YEAR'] as const;
export type Comparison = (typeof comparisons)[number];

/** What of an address goes along from page to page: who is counted, when, against what, and as known when. */
const carriedNames = [...filterNames, 'at', 'compare', 'known'] as const;

/** The part of an address that goes along to another page, and what `more` of it that page understands. */
export function carried(query: LocationQuery, more: readonly string[] = []): LocationQuery {
  const names: readonly string[] = [...carriedNames, ...more];
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
}

/** The same with every other group that a figure may be narrowed to. */
export const heldIn = (query: LocationQuery): LocationQuery => carried(query, rowDimensions);

export interface Filters {
  readonly town: WritableComputedRef<string>;
  readonly industry: WritableComputedRef<string>;
  readonly size: WritableComputedRef<string>;
  readonly at: WritableComputedRef<string>;
  /** Against the period before, unless the address says the same time of last year. */
  readonly compare: WritableComputedRef<Comparison>;
  /** For the expert: the day, or the moment, as whose end it was known; '' for now. */
  readonly asKnownAt: WritableComputedRef<string>;
  /** What the address says of days that is none, by its name there; the page shows today in its place. */
  readonly unread: ComputedRef<readonly (readonly [name: 'at' | 'known', said: string])[]>;
  /** Town, industry and size as the argument every figure takes. */
  readonly metricFilter: ComputedRef<MetricFilter>;
  /** As known when, for a question of the page that takes no filter of figures. */
  readonly known: ComputedRef<{ asKnownAt?: string }>;
  /** What every question of the page holds: whose figure, and as known when. */
  readonly question: ComputedRef<{ filter: MetricFilter; asKnownAt?: string }>;
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
  function write(name: string, value: string): void {
    const { [name]: _old, after: _after, before: _before, ...rest } = route.query;
    void router.push({ query: value ? { ...rest, [name]: value } : rest });
  }
  const inAddress = (name: string, fallback: () => string = () => ''): WritableComputedRef<string> =>
    computed({
      get: () => read(name) || fallback(),
      set: value => write(name, value === fallback() ? '' : value),
    });
  const [town, industry, size] = filterNames.map(name => inAddress(name)) as [
    WritableComputedRef<string>,
    WritableComputedRef<string>,
    WritableComputedRef<string>,
  ];
  const compare = computed<Comparison>({
    get: () => (read('compare') === 'LAST_YEAR' ? 'LAST_YEAR' : 'PREVIOUS'),
    set: value => write('compare', value === 'PREVIOUS' ? '' : value),
  });
  const moment = computed(() => asKnownAt(read('known'), viewer.value.today));
  const unread = computed(() =>
    ([['at', isDay], ['known', isMoment]] as const)
      .map(([name, isRead]) => [name, read(name), isRead(read(name))] as const)
      .flatMap(([name, said, isRead]) => (said && !isRead ? [[name, said] as const] : [])),
  ); // prettier-ignore
  const known = computed(() => (moment.value ? { asKnownAt: moment.value } : {}));
  const metricFilter = computed((): MetricFilter => {
    const filter: MetricFilter = {};
    if (town.value) filter.town = { eq: town.value };
    if (industry.value) filter.industry = { eq: industry.value };
    if (size.value) filter.size = { eq: size.value };
    return filter;
  });
  return {
    town,
    industry,
    size,
    at: computed({
      get: () => (isDay(read('at')) ? read('at') : viewer.value.today),
      set: value => write('at', value === viewer.value.today ? '' : value),
    }),
    compare,
    asKnownAt: computed({
      get: () => (moment.value ? read('known') : ''),
      set: value => write('known', value),
    }),
    known,
    unread,
    metricFilter,
    question: computed(() => ({ filter: metricFilter.value, ...known.value })),
    query: computed(() => carried(route.query)),
  };
}
