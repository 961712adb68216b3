import type { TypedDocumentNode } from '@urql/core';
import { useQuery, type RequestPolicy } from '@urql/vue';
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { useCursors } from './useCursors.ts';

interface Paged {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A list that stands inside a page, so many rows at a time; another question begins at its first rows. */
export function usePaged<Data, Variables extends Paged>(
  query: TypedDocumentNode<Data, Variables>,
  question: MaybeRefOrGetter<Omit<Variables, keyof Paged>>,
  { first = 50, ...options }: { first?: number; requestPolicy?: RequestPolicy; context?: object } = {},
) {
  const cursors = useCursors();
  watch(() => JSON.stringify(toValue(question)), cursors.reset);
  const variables = computed(() => ({ ...toValue(question), first, ...cursors.after.value }) as Variables);
  const { data, error, fetching, executeQuery } = useQuery<Data, Variables>({ query, variables, ...options });
  // What is still shown while another page is on its way says nothing of where that one ends.
  const turn: typeof cursors.turn = (to, end) => void (fetching.value || cursors.turn(to, end));
  return {
    data,
    error,
    cursors: { ...cursors, turn },
    again: (): void => void executeQuery({ requestPolicy: 'network-only' }),
  };
}
