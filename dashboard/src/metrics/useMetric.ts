import {
  MetricDocument,
  type Dimension,
  type Grain,
  type MetricFilter,
  type MetricQuery,
} from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';

export type MetricAnswer = MetricQuery['metric'];

export interface MetricQuestion {
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly grain?: Grain;
  readonly by?: Dimension[];
  readonly filter?: MetricFilter;
  readonly asKnownAt?: string;
}

export interface UseMetric {
  readonly answer: ComputedRef<MetricAnswer | undefined>;
  readonly loading: ComputedRef<boolean>;
  readonly error: ComputedRef<Error | undefined>;
  readonly retry: () => void;
}

/** One metric, live: asks again when the question changes; keeps the old answer on the page meanwhile. */
export function useMetric(
  key: MaybeRefOrGetter<string>,
  question: MaybeRefOrGetter<MetricQuestion>,
): UseMetric {
  const { data, fetching, error, executeQuery } = useQuery({
    query: MetricDocument,
    variables: () => ({ key: toValue(key), ...toValue(question) }),
  });
  return {
    answer: computed(() => data.value?.metric),
    loading: computed(() => fetching.value),
    error: computed(() => error.value),
    retry: () => executeQuery({ requestPolicy: 'network-only' }),
  };
}
