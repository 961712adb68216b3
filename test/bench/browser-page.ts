import { launchBrowser } from '../e2e/browser.ts';
import { signInWithOwnPassword } from '../support/sign-in.ts';
import { timesOf, type PageTimes } from './home-load.ts';

/** The home page as a browser has it: weight over the wire, when its largest part stands, how still it is, how fast it answers. */
export interface BrowserPage {
  /** KB of script, compressed: until the words and figures stand, and with the pictures. */
  readonly firstScript: number;
  readonly allScript: number;
  /** KB of everything else but answers. */
  readonly other: number;
  /** Requests to the API until the page is quiet. */
  readonly questions: number;
  /** Milliseconds; `warm` with the files in the browser's cache. */
  readonly lcp: PageTimes;
  readonly warmLcp: PageTimes;
  /** From a click to the next frame, the slowest of a visit. */
  readonly interaction: PageTimes;
  /** How much the layout moved, the most of all visits. */
  readonly shift: number;
}

/** What the page itself is asked: the browser's own measurements. */
interface Measured {
  readonly lcp: number;
  readonly shift: number;
  readonly interaction: number;
}

const watch = (): void => {
  const seen = { lcp: 0, shift: 0, interaction: 0 };
  Object.assign(window, { measured: seen });
  type Moved = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
  const follow = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  follow('largest-contentful-paint', entry => (seen.lcp = entry.startTime));
  follow('layout-shift', entry => {
    if (!(entry as Moved).hadRecentInput) seen.shift += (entry as Moved).value;
  });
  follow('event', entry => (seen.interaction = Math.max(seen.interaction, entry.duration)), {
    durationThreshold: 16,
  });
};

/** Opens the home page of a hub again and again, cold and with a warm cache, as a signed-in leader. */
export async function measureBrowserPage(
  origin: string,
  oneTimePassword: string,
  visits: number,
): Promise<BrowserPage> {
  const cookie = await signInWithOwnPassword({ origin }, 'bench-leader', oneTimePassword);
  const [name = '', value = ''] = cookie.split('=');
  const browser = await launchBrowser();
  const cold: Measured[] = [];
  const warm: Measured[] = [];
  let weight = { firstScript: 0, allScript: 0, other: 0, questions: 0 };
  try {
    for (let visit = 0; visit < visits; visit++) {
      const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
      await context.addCookies([{ name, value, url: origin }]);
      await context.addInitScript(watch);
      const page = await context.newPage();
      for (const into of [cold, warm]) {
        await page.goto('/', { waitUntil: 'networkidle' });
        await page.locator('[data-test=path] svg').first().waitFor();
        if (visit === 0 && into === cold) weight = await page.evaluate(weigh);
        // Pressing what a reader presses: a picture as a table, and back.
        for (let press = 0; press < 2; press++)
          await page.locator('[data-test=path] button[aria-pressed]').click();
        await page.waitForTimeout(100);
        into.push(await page.evaluate(() => (window as unknown as { measured: Measured }).measured));
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  const of = (list: readonly Measured[], pick: (one: Measured) => number): PageTimes =>
    timesOf(list.map(pick));
  return {
    ...weight,
    lcp: of(cold, one => one.lcp),
    warmLcp: of(warm, one => one.lcp),
    interaction: of([...cold, ...warm], one => one.interaction),
    shift: Number(Math.max(...[...cold, ...warm].map(one => one.shift)).toFixed(4)),
  };
}

/** What came over the wire, by the browser's own count. The pictures' code comes after the words and figures. */
function weigh(): { firstScript: number; allScript: number; other: number; questions: number } {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const kb = (list: readonly PerformanceResourceTiming[]): number =>
    Math.round(list.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1024);
  const asked = entries.filter(one => /\/graphql|\/api\//.test(one.name));
  const scripts = entries.filter(one => /\.js$/.test(one.name));
  const rest = entries.filter(one => !asked.includes(one) && !scripts.includes(one));
  const first = scripts.filter(one => !one.name.includes('/charts-'));
  return { firstScript: kb(first), allScript: kb(scripts), other: kb(rest), questions: asked.length };
}
