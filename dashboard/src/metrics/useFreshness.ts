import {
  DataSourcesDocument,
  type DataSourcesQuery,
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
  const refresh = (): void => void executeQuery({ requestPolicy: 'network-only' });
  return { sources, backlog, of, error, refresh };
}
