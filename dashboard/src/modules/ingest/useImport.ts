import { ImportDocument, type ImportQuery } from '@hexie/schema/generated/documents.ts';
import { useQuery } from '@urql/vue';
import { computed, onBeforeUnmount, ref, watch, type MaybeRefOrGetter, toValue } from 'vue';

export type ImportReport = NonNullable<ImportQuery['import']>;
export type SheetReport = ImportReport['sheets'][number];

const unfinished: readonly ImportReport['status'][] = ['RECEIVED', 'RUNNING'];
const pageOfIssues = 50;

/** One import, asked again every second until it has ended. */
export function useImport(id: MaybeRefOrGetter<string>, ended?: () => void) {
  const shown = ref(pageOfIssues);
  const { data, error, executeQuery } = useQuery({
    query: ImportDocument,
    variables: computed(() => ({ id: toValue(id), issues: shown.value })),
    requestPolicy: 'network-only',
  });
  const report = computed(() => data.value?.import ?? undefined);
  const running = computed(() => !report.value || unfinished.includes(report.value.status));
  const timer = setInterval(() => running.value && executeQuery({ requestPolicy: 'network-only' }), 1000);
  onBeforeUnmount(() => clearInterval(timer));
  watch(running, now => {
    if (now) return;
    clearInterval(timer);
    ended?.();
  });
  const more = (): void => void (shown.value = Math.min(200, shown.value + pageOfIssues));
  return { report, running, error, more };
}
