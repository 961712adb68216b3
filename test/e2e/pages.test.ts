import { selectors, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { launchBrowser, visit } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';

selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(120), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

/** A reader who counts the clicks that a question costs them, from the home page on. */
class Reader {
  clicks = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async home(): Promise<void> {
    this.clicks = 0;
    await this.page.goto('/');
    await this.page.getByTestId('verdict').waitFor();
  }

  async menu(name: string): Promise<void> {
    this.clicks++;
    await this.page
      .getByRole('navigation', { name: '主菜单' })
      .getByRole('link', { name, exact: true })
      .click();
  }

  async press(text: string): Promise<void> {
    this.clicks++;
    await this.page.getByRole('button', { name: text, exact: true }).first().click();
  }

  /** What a part of the page says, once it says something that matches. */
  async reads(part: string, pattern: RegExp): Promise<void> {
    const place = this.page.getByTestId(part).first();
    await expect.poll(() => place.textContent(), { timeout: 20_000 }).toMatch(pattern);
  }
}

const roles: readonly Role[] = ['LEADER', 'HRSS', 'UNION', 'TOWN', 'INDUSTRY'];

test.each(roles)(
  '%s answers the five questions from the home page in at most three clicks',
  { timeout: 120_000 },
  async role => {
    const state = await hub.signedIn(`asks-${role.toLowerCase()}`, role);
    const { page, context, complaints } = await visit(browser, hub.origin, {}, state);
    const reader = new Reader(page);

    // Are we on the way to 90 %?
    await reader.home();
    await reader.reads('verdict', /认定率 [\d.]+%.*(还差 \d+ 家|已达)/);
    await reader.reads('path', /90/);

    // Which town lags, and which employers would close the gap?
    await reader.menu('认定');
    await reader.reads('rates', /目标|达标/);
    await reader.reads('candidates', /缺 \d+ 项/);
    expect(await page.getByTestId('candidate').count()).toBeGreaterThanOrEqual(role === 'TOWN' ? 1 : 10);
    expect(reader.clicks).toBeLessThanOrEqual(3);

    // Are disputes worse than last year, and of what kind?
    await reader.home();
    await reader.menu('争议');
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent(), { timeout: 20_000 })
      .toMatch(/去年同期|上年同期/);
    await reader.reads('cause', /./);
    expect(reader.clicks).toBeLessThanOrEqual(3);

    // Which unions' agreements run out this quarter?
    await reader.home();
    await reader.menu('工会');
    await reader.reads('ending-agreements', /本季度/);
    expect(reader.clicks).toBeLessThanOrEqual(3);

    // Whose data is stale?
    await reader.home();
    await reader.reads('freshness', /天/);
    await reader.menu('数据');
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent(), { timeout: 20_000 })
      .toMatch(/来源/);
    expect(reader.clicks).toBeLessThanOrEqual(3);

    expect(complaints).toEqual([]);
    await context.close();
  },
);

/** One month of a calendar leads to a list of exactly as many; the way back leads back. */
test.each([
  ['/union', 'unions', /agreement=COLLECTIVE/, '家单位'],
  ['/union?agreement=WAGE', 'unions', /agreement=WAGE/, '家单位'],
  ['/contract?town=LUOBU', 'contracts', /town=LUOBU/, '份合同'],
] as const)('a month of the calendar of %s has as many as the list it leads to', async (path, list, kept, noun) => {
  const state = await hub.signedIn(`calendar${path.replace(/\W+/g, '')}`, 'UNION');
  const { page, context, complaints } = await visit(browser, hub.origin, {}, state);
  await page.goto(path);
  const card = page.getByTestId('expiry');
  await card.getByRole('button', { name: '表格' }).click({ timeout: 30_000 });
  const months = card.getByRole('row').filter({ has: page.getByRole('link') });
  const ends = await card.locator('tbody tr > :last-child').allTextContents();
  const counts = ends.map(text => Number(text.trim().replace(',', '')));
  expect(counts).toHaveLength(12);
  const month = counts.findIndex(count => count > 0);
  expect(month).toBeGreaterThanOrEqual(0);
  await months.nth(month).getByRole('link').click();
  await page.waitForURL(url => url.pathname === `/${list}` && kept.test(url.search) && url.searchParams.has('ends'));
  await expect.poll(() => page.getByTestId('total').textContent(), { timeout: 20_000 }).toBe(`${ends[month]?.trim()} ${noun}`);
  await page.getByTestId('ending').waitFor();
  await page.goBack();
  await card.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 90_000); // prettier-ignore

test('unions and contracts show a member figures and no rows, and the court nothing at all', async () => {
  const member = await visit(browser, hub.origin, {}, await hub.signedIn('member-looks', 'MEMBER'));
  for (const [path, rows] of [['/union', ['ending-agreements', 'without-union']], ['/contract', ['ending-contracts', 'libraries-agree']]] as const) {
    await member.page.goto(path);
    await member.page.getByTestId('expiry').waitFor();
    await expect.poll(() => member.page.getByTestId('figure').count(), { timeout: 20_000 }).toBeGreaterThan(5);
    for (const part of rows) expect(await member.page.getByTestId(part).count()).toBe(0);
  }
  expect(member.complaints).toEqual([]);
  await member.context.close();
  const court = await visit(browser, hub.origin, {}, await hub.signedIn('court-looks', 'COURT'));
  await court.page.goto('/dispute');
  const menu = court.page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: '争议', exact: true }).waitFor();
  for (const name of ['工会', '合同']) expect(await menu.getByRole('link', { name, exact: true }).count()).toBe(0);
  await court.page.goto('/union');
  await court.page.waitForURL(/no-grant/);
  await court.context.close();
}, 90_000); // prettier-ignore

test('certification: the line stands under as many employers as the gap says, and each figure leads to its rows', async () => {
  const state = await hub.signedIn('certifies', 'OFFICE');
  const { page, context, complaints } = await visit(browser, hub.origin, {}, state);
  const numberIn = async (part: string, pattern: RegExp): Promise<number> => {
    const place = page.getByTestId(part).first();
    await expect.poll(() => place.textContent(), { timeout: 20_000 }).toMatch(pattern);
    return Number(pattern.exec((await place.textContent()) ?? '')?.[1]);
  };
  await page.goto('/certification?since=2026-01-01');
  const gap = await numberIn('candidates', /再认定 (\d+) 家/);
  const above = page.getByTestId('candidate').filter({ has: page.getByTestId('gap-line') });
  expect(await above.locator('.rank').textContent()).toBe(String(gap));
  // Whatever the page says of two days, it says of those of the address.
  const entered = await numberIn('moves-ENTERED', /新计入 (\d+) 家/);
  expect(await page.getByTestId('moves-ENTERED').locator('li').count()).toBe(Math.min(entered, 8));
  await page.goto('/certification');
  expect(await numberIn('moves-ENTERED', /新计入 (\d+) 家/)).toBeLessThan(entered);

  // A day on which a certification that ended since still had a month to go.
  const [ended] = await hub.owner<{ day: string }>(
    `select (ends - 30)::text as day from (select coalesce(valid_to, (certified_on + interval '3 years')::date - 1) as ends
       from certification c join enterprise e on e.id = c.enterprise_id
       where qualified and revoked_on is null and e.status = 'ACTIVE') held
     where ends between '2024-01-01' and '2026-11-20' order by ends desc limit 1`,
  );
  await page.goto(`/certification?at=${ended?.day ?? ''}`);
  const ending = await numberIn('expiring', /(\d+) 项认定将在/);
  await page.getByTestId('expiring').getByRole('link', { name: /全部/ }).click();
  await expect
    .poll(() => page.getByTestId('total').textContent(), { timeout: 20_000 })
    .toContain(`${ending} `);
  await page.goto('/certification');

  await page.getByTestId('candidates').getByRole('link', { name: /明细/ }).click();
  expect(await numberIn('sum', /(\d+)/)).toBe(gap);

  // A town in the address narrows the whole page to its employers.
  await page.goto('/certification?town=LUOBU');
  await page.getByTestId('candidate').first().waitFor();
  const places = await page.getByTestId('candidate').locator('.place > :first-child').allTextContents();
  expect(new Set(places)).toEqual(new Set(['洛埠镇']));
  expect(complaints).toEqual([]);
  await context.close();
});
