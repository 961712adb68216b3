import {
  ImportDocument,
  ImportProgressDocument,
  ImportStateDocument,
  type ImportQuery,
} from '@hexie/schema/generated/documents.ts';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed, onBeforeUnmount, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { isRunning } from './state.ts';

export type ImportReport = NonNullable<ImportQuery['import']>;
export type SheetReport = ImportReport['sheets'][number];
export type Progress = ImportReport['progress'];

const often = 1000;
const seldom = 5000;

/** One import: told by the hub while it runs, asked now and then where its events do not come through; the report when it has ended. */
export function useImport(id: MaybeRefOrGetter<string>, ended?: () => void) {
  const { data, error, executeQuery } = useQuery({
    query: ImportDocument,
    variables: computed(() => ({ id: toValue(id) })),
    requestPolicy: 'network-only',
  });
  const { client } = useClientHandle();
  const heard = ref<Progress>();
  const hears = ref(false);
  const report = computed(() => data.value?.import ?? undefined);
  const running = computed(() => !report.value || isRunning(report.value.status));
  const again = (): void => void executeQuery({ requestPolicy: 'network-only' });

  let stop = (): void => undefined;
  function listen(): void {
    stop();
    ({ unsubscribe: stop } = client
      .subscription(ImportProgressDocument, { id: toValue(id) }, { url: '/graphql/stream' })
      .subscribe(({ data: event }) => {
        if (!event) return;
        hears.value = true;
        heard.value = event.importProgress.progress;
        if (!isRunning(event.importProgress.status)) again();
      }));
  }
  let asked = 0;
  const timer = setInterval(async () => {
    if (!running.value || (hears.value && ++asked % (seldom / often))) return;
    const { data: state } = await client
      .query(ImportStateDocument, { id: toValue(id) }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!state?.import) return;
    heard.value = state.import.progress;
    if (!isRunning(state.import.status)) again();
  }, often);
  watch(
    () => toValue(id),
    () => running.value && listen(),
    { immediate: true },
  );
  watch(running, now => {
    if (now) return;
    stop();
    clearInterval(timer);
    ended?.();
  });
  onBeforeUnmount(() => {
    stop();
    clearInterval(timer);
  });
  const progress = computed(() => heard.value ?? report.value?.progress ?? undefined);
  return { report, running, progress, error, again };
}
