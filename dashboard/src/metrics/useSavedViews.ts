import { SavedViewsDocument, type SavedViewsQuery } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useViewer } from './viewer.ts';

export type SavedView = SavedViewsQuery['savedViews']['nodes'][number];

/** The views one keeps and those that others share; whoever may have none is not asked about. */
export function useSavedViews(first = 200) {
  const viewer = useViewer();
  const may = computed(() => viewer.value.actions.includes('view.read'));
  const { data, error, executeQuery } = useQuery({
    query: SavedViewsDocument,
    variables: { first },
    pause: computed(() => !may.value),
    context: { additionalTypenames: ['SavedView'] },
  });
  const views = computed(() => data.value?.savedViews.nodes);
  const total = computed(() => data.value?.savedViews.totalCount ?? 0);
  const again = (): void => void executeQuery({ requestPolicy: 'network-only' });
  return { may, views, total, error, again };
}
