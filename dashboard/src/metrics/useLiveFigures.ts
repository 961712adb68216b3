import { MetricChangedDocument, type MetricChangedSubscription } from '@hexie/schema/generated/documents.ts';
import { stringifyDocument } from '@urql/core';
import { inject, onBeforeUnmount, readonly, ref, type InjectionKey } from 'vue';

/** Where the shell leaves the way to ask anew whatever stands on the page. */
export const askAgainKey: InjectionKey<() => void> = Symbol('ask again');

const address = `/graphql/stream?${new URLSearchParams({ query: stringifyDocument(MetricChangedDocument) }).toString()}`;
/** How long a line may be gone before the page says so, how long figures that moved stand out, how long to wait between tries. */
const patience = 2_500;
const standsOut = 8_000;
const tries = { first: 1_000, last: 15_000 } as const;
type Timer = 'saying' | 'trying' | 'calming';

/** How it stands with the line to the hub: one for the whole dashboard, whatever page is open. */
const lost = ref(false);
const movedAt = ref<string>();
const fresh = ref(false);

/** Whether the line is gone, and whether figures have just moved. */
export const useLive = () => ({ lost: readonly(lost), movedAt: readonly(movedAt), fresh: readonly(fresh) });

/**
 * Listens for figures that move while somebody is signed in, and asks for what the page shows again when they do. A line
 * that breaks is taken up again; until then every page keeps its last values and the shell says so.
 */
export function useLiveFigures() {
  const askAgain = inject(askAgainKey, () => undefined);
  let line: EventSource | undefined;
  let wait: number = tries.first;
  const timers: Partial<Record<Timer, ReturnType<typeof setTimeout> | undefined>> = {};
  const later = (name: Timer, after: number, act: () => void): void => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, after);
  };

  function moved({ metricChanged }: MetricChangedSubscription): void {
    movedAt.value = metricChanged.knownAt;
    fresh.value = true;
    later('calming', standsOut, () => (fresh.value = false));
    askAgain();
  }
  function listen(): void {
    line?.close();
    line = new EventSource(address);
    line.addEventListener('next', event => {
      const told = JSON.parse(String(event.data)) as { data?: MetricChangedSubscription };
      if (told.data) moved(told.data);
    });
    line.onopen = () => {
      clearTimeout(timers.saying);
      timers.saying = undefined;
      // What moved while nobody listened was not told.
      if (wait > tries.first) askAgain();
      lost.value = false;
      wait = tries.first;
    };
    line.onerror = broken;
    line.addEventListener('complete', broken);
  }
  function broken(): void {
    line?.close();
    if (!lost.value && !timers.saying) later('saying', patience, () => (lost.value = true));
    later('trying', wait, listen);
    wait = Math.min(tries.last, wait * 2);
  }
  window.addEventListener('offline', broken);
  window.addEventListener('online', listen);
  listen();
  onBeforeUnmount(() => {
    line?.close();
    lost.value = fresh.value = false;
    for (const timer of Object.values(timers)) clearTimeout(timer);
    window.removeEventListener('offline', broken);
    window.removeEventListener('online', listen);
  });
  return useLive();
}
