import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { launchBrowser, soon, visit, type WatchedPage } from './browser.ts';
import { disputeCases } from './dispute-cases.ts';
import { exploreCases } from './explore-cases.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';
import { paperCases } from './paper-cases.ts';
import { certifications, type FilePayload } from './register.ts';
import { subjectCases } from './subject-cases.ts';
import { wallCases } from './wall-cases.ts';

selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;
let office: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(80), launchBrowser()]);
  office = await hub.signedIn('office', 'OFFICE');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

const open = (): Promise<WatchedPage> => visit(browser, hub.origin, {}, office);
const value = (page: Page) =>
  page.getByTestId('tile').filter({ hasText: '和谐企业认定率' }).locator('.value');
const rateOf = async (page: Page): Promise<number> => Number((await value(page).textContent())?.trim());

describe('a wall', () => wallCases(() => ({ hub, browser })));

describe('an open home page', () => {
  const stream = (request: { url(): string }): boolean => request.url().includes('/graphql/stream');

  test('moves within a second or two of an import, says so, and listens on every page until it is left', async () => {
    const { page, context, complaints } = await open();
    const listening = page.waitForResponse(stream);
    await page.goto('/');
    await value(page).waitFor();
    await listening;
    const before = await rateOf(page);
    await deliver(await certifications(hub, 2));
    const told = performance.now();
    await soon(() => rateOf(page)).toBeGreaterThan(before);
    // The machine may be busy; a poll of half a minute would still be told from a word of the hub.
    expect(performance.now() - told).toBeLessThan(8_000);
    expect(await page.getByTestId('moved').textContent()).toContain('刚刚更新');
    // One line for all pages: it stays where the reader goes on, and ends with the page.
    let lines = 0;
    page.on('request', request => void (lines += Number(stream(request))));
    await page.getByRole('link', { name: '企业', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const closed = page.waitForEvent('requestfailed', stream);
    expect(complaints).toEqual([]);
    await page.goto('about:blank');
    await closed;
    expect(lines).toBe(0);
    await context.close();
  });

  test('keeps its last values under a banner while the line is gone', async () => {
    const { page, context } = await open();
    await page.goto('/');
    await value(page).waitFor();
    const before = await rateOf(page);
    await context.setOffline(true);
    await page.getByTestId('lost').waitFor();
    expect(await rateOf(page)).toBe(before);
    await context.setOffline(false);
    await page.getByTestId('lost').waitFor({ state: 'detached' });
    expect(await rateOf(page)).toBe(before);
    await context.close();
  });

  /** A file that somebody else sends meanwhile. */
  async function deliver({ name, buffer }: FilePayload): Promise<void> {
    const path = join(hub.folder, name);
    writeFileSync(path, buffer);
    await hub.services.ingest.importFile(systemViewer('test'), { path, fileName: name, origin: 'TEST' });
  }
});

/** The contracts of the three lists that an employer's page asks for, beside the catalogue's figures. */
type Counts = Record<'electronic' | 'verified', { total: { numerator: number; denominator: number } }> &
  Record<'inForce' | 'onPlatform' | 'both', { totalCount: number }>;

test("an employer's page counts contracts as the catalogue does", async () => {
  const { page, context } = await open();
  await page.goto('/');
  const counted = (filter: string): string =>
    `contracts(first: 1, filter: { status: { eq: IN_FORCE }, enterprise: { status: { eq: ACTIVE } }${filter} }) { totalCount }`;
  const query = `{
    electronic: metric(key: "contract.electronic") { total { numerator denominator } }
    verified: metric(key: "contract.verified") { total { numerator denominator } }
    inForce: ${counted('')}
    onPlatform: ${counted(', electronic: { eq: true }')}
    both: ${counted(', verification: { eq: VERIFIED }')}
  }`;
  const answer = await page.request.post('/graphql', { data: { query } });
  const { data } = (await answer.json()) as { data: Counts };
  expect(data.electronic.total).toEqual({
    numerator: data.onPlatform.totalCount,
    denominator: data.inForce.totalCount,
  });
  expect(data.verified.total.numerator).toBe(data.both.totalCount);
  expect(data.both.totalCount).toBeGreaterThan(0);
  await context.close();
});

subjectCases(() => ({ hub, browser, office }));
paperCases(() => ({ hub, browser, office }));
exploreCases(() => ({ hub, browser, office }));
disputeCases(() => ({ hub, browser, office }));
