import { PNG } from 'pngjs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledFont } from './bundled-font.ts';
import { launchBrowser, visit, type Look } from './browser.ts';
import type { DashboardHub } from './hub.ts';
import { settled } from './settled.ts';
import { difference, tolerated, unlikeSnapshot } from './snapshot.ts';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
const sizes = [[1366, 768], [1920, 1080], [6656, 1792], [390, 844]] as const; // prettier-ignore
const pages = ['certification', 'dispute', 'union', 'contract', 'inspection', 'data', 'explore', 'map'];

/** `npm run drill -- --looks`: the overviews on a phone too, which `npm test` has no time for. */
const onPhones = process.env['HEXIE_LOOKS'] === 'all';

/** Every overview as it looked when somebody last judged it: the home page and the wall in all four sizes, the others on a desk. */
export function snapshotCases(world: () => { readonly hub: DashboardHub; readonly office: SignedIn }): void {
  describe('as it looked when somebody last judged it', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser(bundledFont());
      // When the files came in is a matter of the machine's clock.
      await world().hub.owner(`update import_file set received_at = '2026-11-20T08:00:00Z'`);
    });
    afterAll(() => browser.close());

    async function seen(path: string, look: Look, judge: (page: Page) => Promise<string[]>): Promise<string[]> {
      const { hub, office } = world();
      const { page, context } = await visit(browser, hub.origin, look, office);
      await page.clock.setFixedTime(hub.now());
      await page.goto(path);
      await settled(page);
      const wrong = await judge(page);
      await context.close();
      return wrong;
    }
    const shown = (path: string, name: string, look: Look): Promise<string[]> =>
      seen(path, look, async page => unlikeSnapshot(name, await page.screenshot({ animations: 'disabled', caret: 'hide' })));

    test.each(sizes)('at %i × %i: home and the wall', { timeout: 120_000 }, async (width, height) => {
      const look = { width, height };
      const wrong = [
        ...(await shown('/', `home-${width}`, look)),
        ...(await shown('/', `home-dark-${width}`, { ...look, theme: 'dark' })),
        ...(await shown('/wall', `wall-${width}`, look)),
      ];
      expect(wrong).toEqual([]);
    });

    test.each(pages)('%s', { timeout: 120_000 }, async name => {
      const [desk, , , phone] = sizes;
      const wrong = [];
      for (const [width, height] of onPhones ? [desk, phone] : [desk]) wrong.push(...(await shown(`/${name}`, `${name}-${width}`, { width, height })));
      expect(wrong).toEqual([]);
    });

    test('a card that moved, and one that lost its colour, would be found', { timeout: 120_000 }, async () => {
      const look = { width: 1366, height: 768 };
      const wrong = await seen('/', look, async page => {
        const shot = async (): Promise<PNG> => PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
        const before = await shot();
        const again = difference(before, await shot());
        const cards = page.locator('.chart-card');
        await cards.evaluateAll(all => all.forEach(card => void (card.style.translate = '0 12px')));
        const moved = difference(before, await shot());
        await cards.evaluateAll(all => all.forEach(card => void ((card.style.translate = ''), (card.style.background = '#c9d3de'))));
        const pale = difference(before, await shot());
        return [again, moved, pale].map(share => (share > tolerated ? 'unlike' : 'alike'));
      });
      expect(wrong).toEqual(['alike', 'unlike', 'unlike']);
    });
  });
} // prettier-ignore
