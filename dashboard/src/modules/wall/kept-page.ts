const worker = '/wall-worker.js';
const scope = '/wall';
const shelf = 'hub.wall';

/** A browser has workers and a shelf only where the hub is reached over TLS or on the machine itself. */
const isThere = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

/**
 * Keeps the page itself beside its last answer, so that a wall that is switched on while the hub is down still shows it.
 * What was loaded before the worker was there is told to it, and whatever comes until then.
 */
export async function keepPage(): Promise<void> {
  if (!isThere()) return;
  try {
    await navigator.serviceWorker.register(worker, { scope });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('BEGIN');
    const tell = (entries: PerformanceEntryList): void =>
      active?.postMessage(entries.map(({ name }) => name));
    new PerformanceObserver(list => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
  } catch {
    // A wall that cannot be kept is shown all the same.
  }
}

/** Nothing of the page stays on a machine whose link is over. */
export async function forgetPage(): Promise<void> {
  if (!isThere()) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  registration?.active?.postMessage('FORGET');
  await Promise.all([registration?.unregister(), caches.delete(shelf)]);
}
