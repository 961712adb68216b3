import { DataSourcesDocument, type DataSourcesQuery } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

export type DataSource = DataSourcesQuery['dataSources'][number];
export type Backlog = DataSourcesQuery['backlog'];

/** What the departments have sent as of now, asked once for the whole page; a look back changes nothing of it. */
export function useFreshness() {
  const { data, error, executeQuery } = useQuery({ query: DataSourcesDocument, variables: {} });
  const sources = computed(() => data.value?.dataSources ?? []);
  const backlog = computed(() => data.value?.backlog);
  const refresh = (): void => void executeQuery({ requestPolicy: 'network-only' });
  return { sources, backlog, error, refresh };
}
