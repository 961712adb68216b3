import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSideScroll, launchBrowser, visit } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';

let hub: DashboardHub;
let file: string;
let browser: Browser;
let office: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(40), launchBrowser()]);
  office = await hub.signedIn('office', 'OFFICE');
  const [employer] = await hub.owner<{ uscc: string }>(
    'select uscc from enterprise order by staff desc limit 1',
    [],
  );
  file = `/enterprises/${employer?.uscc ?? ''}`;
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

const others = [
  '/imports', '/contracts', '/matches', '/figures/union.coverage/rows?inside=no', '/enterprises', '/filings', '/quality', '/figures',
  '/certifications', '/signings', '/voided', '/figures/union.coverage', '/disputes', '/inspections', '/unions',
]; // prettier-ignore

describe('every page in both languages, themes and sizes', () => {
  const looks = (['zh', 'en'] as const).flatMap(language =>
    (['light', 'dark'] as const).flatMap(theme => [1440, 390].map(width => ({ language, theme, width, height: width === 390 ? 844 : 900 }))),
  ); // prettier-ignore
  test.each(looks)('$language $theme $width', { timeout: 180_000 }, async look => {
    const { page, context, complaints } = await visit(browser, hub.origin, look, office);
    const folder = join(hub.folder, 'screenshots');
    mkdirSync(folder, { recursive: true });
    // The home page in every look; each other page in one language and theme, wide and narrow.
    const pages = [...others, file].filter((_page, i) => i % 4 === looks.indexOf(look) >> 1);
    for (const path of ['/', ...pages]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectAccessible(page);
      await expectNoSideScroll(page);
      await page.screenshot({
        path: join(folder, `${path.replaceAll('/', '-')}.${look.language}.${look.theme}.${look.width}.png`),
      });
    }
    expect(await page.locator('body').textContent()).not.toMatch(
      /undefined|NaN|\bnull\b|[a-z]+\.[a-z]+\.[a-zA-Z]+/,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });
});
