import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { useAddress } from '../ui/address.ts';

/** The pages of a list that only runs forward, kept in the address: back is the browser's own, or the first page. */
export function usePaging() {
  const router = useRouter();
  const { read, change } = useAddress();
  const gone = ref(0);
  const after = computed(() => (read('after') ? { after: read('after') } : {}));
  const turned = computed(() => read('after') !== '');
  function turn(to: 'previous' | 'next', end: string | null | undefined): void {
    if (to === 'next' && end) {
      gone.value++;
      change({ after: end });
    } else if (to === 'previous' && gone.value > 0) {
      gone.value--;
      router.back();
    } else if (to === 'previous') change({});
  }
  return { after, turned, turn };
}
