import type { TypedDocumentNode } from '@urql/core';
import { useClientHandle } from '@urql/vue';
import { computed, ref, shallowRef } from 'vue';

/** A word of its own for one act, so that sending it twice does it once. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

/**
 * An act that a form sends: under way, refused, or done. What the network lost is sent again under the same key;
 * whatever the hub has answered is over, and the next attempt is another act.
 */
export function useAct<Data, Input extends object>(document: TypedDocumentNode<Data, { input: Input }>) {
  const { client } = useClientHandle();
  const busy = ref(false);
  const error = shallowRef<Error>();
  let key = newKey();
  async function run(input: Omit<Input, 'idempotencyKey'>): Promise<Data | undefined> {
    busy.value = true;
    const variables = { input: { ...input, idempotencyKey: key } as unknown as Input };
    const result = await client.mutation(document, variables).toPromise();
    busy.value = false;
    error.value = result.error;
    if (!result.error?.networkError) key = newKey();
    return result.error ? undefined : result.data;
  }
  const forget = (): void => void (error.value = undefined);
  /** How its form stands; what was refused is forgotten once the page has been read again. */
  const form = computed(() => ({ busy: busy.value, error: error.value, onRefresh: forget }));
  return { run, busy, error, forget, form };
}
