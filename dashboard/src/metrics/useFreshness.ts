import { DataSourcesDocument, type DataSourcesQuery, type Form } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

export type DataSource = DataSourcesQuery['dataSources'][number];
export type Freshness = 'FRESH' | 'STALE' | 'MISSING';

/** A figure is only as fresh as the least fresh of its sources. */
export function freshnessOf(sources: readonly DataSource[], forms: readonly Form[]): Freshness {
  const needed = forms.map(form => sources.find(source => source.form === form));
  if (needed.some(source => !source?.lastImport)) return 'MISSING';
  return needed.some(source => source?.stale) ? 'STALE' : 'FRESH';
}

/** What the departments have sent as of now, asked once for the whole page; a look back changes nothing of it. */
export function useFreshness() {
  const { data, error, executeQuery } = useQuery({ query: DataSourcesDocument, variables: {} });
  const sources = computed(() => data.value?.dataSources ?? []);
  const refresh = (): void => void executeQuery({ requestPolicy: 'network-only' });
  return { sources, error, refresh, of: (forms: readonly Form[]) => freshnessOf(sources.value, forms) };
}
