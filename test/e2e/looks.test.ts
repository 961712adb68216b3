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
import { routeCases } from './route-cases.ts';
import { snapshotCases } from './snapshot-cases.ts';

let hub: DashboardHub;
let browser: Browser;
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
let office: SignedIn;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(40), launchBrowser()]);
  office = await hub.signedIn('office', 'OFFICE');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

snapshotCases(() => ({ hub, office }));
routeCases(() => ({ hub, browser }));

describe('what no address leads to', () => {
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
    expect.arrayContaining(['全区', '新区核心区', '制造业']),
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
