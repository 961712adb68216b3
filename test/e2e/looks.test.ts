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
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
let office: SignedIn;
let keepers: Record<'ADMIN' | 'SECURITY' | 'AUDITOR', SignedIn>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(40), launchBrowser()]);
  office = await hub.signedIn('office', 'OFFICE');
  keepers = {
    ADMIN: await hub.signedIn('admin', 'ADMIN'),
    SECURITY: await hub.signedIn('guard', 'SECURITY'),
    AUDITOR: await hub.signedIn('auditor', 'AUDITOR'),
  };
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
  '/certifications', '/certification', '/signings', '/voided', '/figures/union.coverage', '/disputes', '/dispute', '/inspections', '/unions', '/union', '/contract',
  '/account', '/settings', '/wall-links', '/inspection', '/data', '/map?town=LUOBU', '/map', '/explore?figure=union.coverage&by=town,size', '/explore',
  '/figures/certification.rate?vs=2026-10-31',
]; // prettier-ignore

/** The pages of those who keep the hub, and what is pressed there first. */
const kept = [
  ['ADMIN', '/people', 'create'], ['SECURITY', '/tokens', 'issue'], ['AUDITOR', '/audit', 'verify'], ['ADMIN', '/settings', 'change'],
  ['SECURITY', '/people/1', 'grant'], ['AUDITOR', '/policy', ''], ['SECURITY', '/terms', ''], ['ADMIN', '/people/1', 'resetPassword'],
] as const; // prettier-ignore

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
      // A narrow page has the parts of the wide one; its frame, which differs, is looked at once.
      if (look.width === 1440 || path === '/') await expectAccessible(page);
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

  test.each(looks)('of those who keep the hub: $language $theme $width', { timeout: 180_000 }, async look => {
    for (const [role, path, press] of kept.filter((_page, i) => i % 4 === looks.indexOf(look) >> 1)) {
      const { page, context, complaints } = await visit(browser, hub.origin, look, keepers[role]);
      await page.goto(path, { waitUntil: 'networkidle' });
      if (press) await page.locator(`[data-test=${press}]`).first().click();
      await page
        .locator(press === 'verify' ? '[data-test=verified]' : press ? '.act-form' : '.card')
        .first()
        .waitFor();
      if (path === '/audit') await page.locator('[data-test=entry] .row-name').first().click();
      if (look.width === 1440) await expectAccessible(page);
      await expectNoSideScroll(page);
      await expectHeadingsAtStart(page);
      expect(await page.locator('body').textContent()).not.toMatch(
        /undefined|NaN|\bnull\b|(?<![\w.])(app|ui|lists|people|terms|tokens|policy|audit|settings|access)\.[a-z]+\.[a-zA-Z]+/,
      );
      expect(complaints).toEqual([]);
      await context.close();
    }
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
    const officer = await visit(browser, hub.origin, look);
    const oneTime = await hub.person('second', 'AUDITOR');
    await officer.page.goto('/sign-in');
    await officer.page.locator('input[name=username]').fill('second');
    await officer.page.locator('input[name=password]').fill(oneTime);
    await officer.page.locator('button[type=submit]').click();
    for (const name of ['current', 'next', 'again'])
      await officer.page
        .locator(`input[name=${name}]`)
        .fill(name === 'current' ? oneTime : 'a passphrase of its own');
    await officer.page.locator('button[type=submit]').click();
    await officer.page.locator('svg.qr').waitFor();
    await expectAccessible(officer.page);
    await expectNoSideScroll(officer.page);
    expect(officer.complaints).toEqual([]);
    await officer.context.close();
    expect([...stranger.complaints, ...known.complaints]).toEqual([]);
    await Promise.all([stranger.context.close(), known.context.close()]);
  });
});

test('the map leads down to a town, its industries and its employers, and each step leads back', async () => {
  const { page, context, complaints } = await visit(browser, hub.origin, {}, office);
  await page.goto('/map?figure=union.coverage');
  const towns = page.locator('[data-test=town]');
  await towns.first().waitFor();
  expect((await towns.allTextContents()).map(text => text.trim().slice(0, 3))).toEqual([
    '雒容镇',
    '洛埠镇',
    '新区核',
  ]);
  // By keyboard, and on the drawing itself, where the core area lies in the west.
  await towns.first().press('Enter');
  await page.waitForURL(/town=LUORONG/);
  const drawing = page.locator('.map .canvas svg');
  await drawing.waitFor();
  for (const name of ['新区核心区', '雒容镇', '洛埠镇'])
    await drawing.getByText(name, { exact: true }).waitFor();
  const box = await drawing.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.3, (box?.y ?? 0) + (box?.height ?? 0) * 0.45);
  await page.waitForURL(/town=CORE/);
  const employers = page.locator('[data-test=employers]');
  await employers.getByRole('heading').getByText('新区核心区').waitFor();
  await page.getByRole('combobox', { name: '行业' }).selectOption('C');
  await page.waitForURL(/industry=C/);
  await employers.getByRole('heading').getByText('制造业').waitFor();
  await employers.getByRole('row').nth(1).getByRole('link').first().click();
  await page.waitForURL(/enterprises/);
  const trail = page.locator('[data-test=trail]');
  expect(await trail.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining(['全区', '新区核心区', '制造业', '明细']),
  );
  await trail.getByRole('link', { name: '制造业' }).click();
  await page.waitForURL(/map.*industry=C/);
  await trail.getByRole('link', { name: '全区' }).click();
  await page.waitForURL(url => url.pathname === '/map' && url.search === '?figure=union.coverage');
  await page.goBack();
  await page.waitForURL(/town=CORE/);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
