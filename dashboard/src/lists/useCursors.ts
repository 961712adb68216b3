import { computed, ref } from 'vue';

/** Where a list that stands inside a page has been turned to. */
export type Cursors = ReturnType<typeof useCursors>;

/** The pages of a list that stands inside a page: where each began, so that back goes back. */
export function useCursors() {
  const begun = ref<string[]>([]);
  const after = computed(() => {
    const last = begun.value.at(-1);
    return last ? { after: last } : {};
  });
  const turn = (to: 'previous' | 'next', end: string | null | undefined): void => {
    if (to === 'previous') begun.value = begun.value.slice(0, -1);
    else if (end) begun.value = [...begun.value, end];
  };
  const reset = (): void => void (begun.value = []);
  return { after, depth: computed(() => begun.value.length), turn, reset };
}
