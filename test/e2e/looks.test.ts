import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectAccessible,
  expectHeadingsAtStart,
  expectNoSideScroll,
  launchBrowser,
  visit,
} from './browser.ts';
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
      await expectHeadingsAtStart(page);
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

  test('the pages before the door and the empty ones', { timeout: 60_000 }, async () => {
    const password = await hub.person('newcomer', 'LEADER');
    const look = { width: 390, height: 844 };
    const stranger = await visit(browser, hub.origin, look);
    const known = await visit(browser, hub.origin, look, office);
    for (const [{ page }, path] of [
      [stranger, '/sign-in'],
      [known, '/password'],
      [known, '/nothing-here'],
      [known, '/no-grant'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expectAccessible(page);
      await expectNoSideScroll(page);
      await expectHeadingsAtStart(page);
    }
    await stranger.page.locator('input[name=username]').fill('newcomer');
    await stranger.page.locator('input[name=password]').fill(password);
    await stranger.page.locator('button[type=submit]').click();
    await stranger.page.locator('input[name=next]').waitFor();
    await expectHeadingsAtStart(stranger.page);
    expect([...stranger.complaints, ...known.complaints]).toEqual([]);
    await Promise.all([stranger.context.close(), known.context.close()]);
  });
});
