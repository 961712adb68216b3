import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const aDay = /^\d{4}-\d\d-\d\d$/;

/** The other day that a page holds its figure against, as the address says it; '' for none. */
export function useOther(): WritableComputedRef<string> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const said = route.query['vs'];
      return typeof said === 'string' && aDay.test(said) && !Number.isNaN(Date.parse(said)) ? said : '';
    },
    set: day => {
      const { vs: _old, ...rest } = route.query;
      void router.push({ query: day ? { ...rest, vs: day } : rest });
    },
  });
}
