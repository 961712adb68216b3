import { computed } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';

/** The pages that lead further down: the rows of a figure, and the map with its employers. */
const above = ['metric-rows', 'map'] as const;

/**
 * The way one came down to an employer, its cases, or one of them: the page above stands whole in the address
 * (`via=/figures/…/rows?town=…`), apart from the filter of the page one is at. Anything else in its place is no way.
 */
export function useWay() {
  const route = useRoute();
  const router = useRouter();
  const via = computed(() => {
    const said = route.query['via'];
    if (typeof said !== 'string' || !/^\/[^/]/.test(said)) return undefined;
    const page = router.resolve(said);
    return above.some(name => name === page.name) ? page : undefined;
  });
  /** What a link further down, or to a neighbour, carries along: as known when, and the way back. */
  const query = computed((): LocationQuery => {
    const { known } = route.query;
    return { ...(known ? { known } : {}), ...(via.value ? { via: via.value.fullPath } : {}) };
  });
  return { via, query };
}
