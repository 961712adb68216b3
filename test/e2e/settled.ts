import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

const underway = new WeakMap<Page, Set<Request>>();
/** A line that stays open tells of news; it is no answer that is waited for. */
const staysOpen = (request: Request): boolean =>
  request.resourceType() === 'eventsource' ||
  (request.headers()['accept'] ?? '').startsWith('text/event-stream');

/** Counts from now on what a page waits for. */
export function watchRequests(page: Page): void {
  const waiting = new Set<Request>();
  underway.set(page, waiting);
  page.on('request', request => void (staysOpen(request) || waiting.add(request)));
  page.on('requestfinished', request => void waiting.delete(request));
  page.on('requestfailed', request => void waiting.delete(request));
}

/** Whether for a moment nothing on the page moved, and no part of it says that it is waiting. */
const quiet = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    let moved = false;
    const observer = new MutationObserver(() => (moved = true));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    await document.fonts.ready;
    await new Promise(resolve => setTimeout(resolve, 150));
    observer.disconnect();
    return !moved && !!document.querySelector('#app > *') && !document.querySelector('[aria-busy=true], .waiting');
  }); // prettier-ignore

/** Waits until a page shows all it is going to show: nothing is asked for, nothing moves, no picture is on the way. */
export async function settled(page: Page): Promise<void> {
  const waiting = underway.get(page) ?? new Set();
  const still = async (): Promise<boolean> =>
    waiting.size === 0 && (await quiet(page).catch(() => false)) && waiting.size === 0;
  await expect.poll(still, { timeout: 60_000, interval: 25 }).toBe(true);
}

/** How much of the page moved while it came, as the browser counts it (cumulative layout shift). */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 1000);
      }),
  );
