import {
  DataSourcesDocument,
  type DataSourcesQuery,
  type Form,
  type Freshness,
} from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

export type DataSource = DataSourcesQuery['dataSources'][number];
export type Backlog = DataSourcesQuery['backlog'];

/** What the departments have sent as of now, asked once for the whole page; a look back changes nothing of it. */
export function useFreshness(figures = false) {
  const { data, error, executeQuery } = useQuery({ query: DataSourcesDocument, variables: { figures } });
  const sources = computed(() => data.value?.dataSources ?? []);
  const backlog = computed(() => data.value?.backlog);
  /** How fresh a figure is: the hub says it, in the same answer as its sources. */
  const of = (key: string): Freshness | undefined =>
    data.value?.metrics?.find(metric => metric.key === key)?.freshness;
  /** The source behind a figure that is the latest beyond its time; one that never came before all others. */
  const lateOf = (forms: readonly Form[]): DataSource | undefined =>
    sources.value
      .filter(source => source.stale && forms.includes(source.form))
      .toSorted((a, b) => (b.age ?? Infinity) - (a.age ?? Infinity))[0];
  const refresh = (): void => void executeQuery({ requestPolicy: 'network-only' });
  return { sources, backlog, of, lateOf, error, refresh };
}
