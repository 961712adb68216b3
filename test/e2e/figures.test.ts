import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { launchBrowser, soon, visit, type WatchedPage } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';
import { expectWholeOnPaper, printed } from './paper.ts';
import { certifications, type FilePayload } from './register.ts';

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

describe('an open home page', () => {
  const stream = (request: { url(): string }): boolean => request.url().includes('/graphql/stream');

  test('moves within a second or two of an import, says so, and stops listening when it is left', async () => {
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
    const closed = page.waitForEvent('requestfailed', stream);
    await page.getByRole('link', { name: '企业', exact: true }).click();
    await closed;
    expect(complaints).toEqual([]);
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

/** What the hub itself answers to whoever the page belongs to. */
async function asked<Answer>(page: Page, query: string): Promise<Answer> {
  const answer = await page.request.post('/graphql', { data: { query } });
  return ((await answer.json()) as { data: Answer }).data;
}

describe('whose data is stale', () => {
  test('is said at one glance, and what each department has to mend leads to just that', async () => {
    const { page, context, complaints } = await visit(browser, hub.origin, {}, await hub.signedIn('leader', 'LEADER'));
    await page.goto('/');
    await page.getByRole('link', { name: '数据', exact: true }).click();
    await page.waitForURL(/\/data$/);
    type Sources = { dataSources: { name: string; owner: string; stale: boolean }[] };
    const { dataSources } = await asked<Sources>(page, '{ dataSources { name owner stale } }');
    const stale = dataSources.filter(source => source.stale);
    expect(stale.length).toBeGreaterThan(0);
    const heading = `${dataSources.length} 个来源中有 ${stale.length} 个过期：${stale.map(s => `${s.name}（${s.owner}）`).join('、')}`;
    await soon(() => page.getByTestId('stale').textContent()).toBe(heading);
    expect(await page.getByTestId('age').filter({ hasText: '过期' }).count()).toBe(stale.length);
    type Waiting = { qualityIssueDepartments: { name: string; department: string; count: number }[] };
    const { qualityIssueDepartments: [most] } = await asked<Waiting>(page, '{ qualityIssueDepartments { name department count } }');
    await page.getByTestId('quality-department').getByRole('link', { name: most?.name ?? '', exact: true }).click();
    await page.waitForURL(url => url.searchParams.get('department') === most?.department);
    await soon(() => page.getByTestId('total').textContent()).toContain(` ${most?.count.toLocaleString('en')} `);
    expect(complaints).toEqual([]);
    await context.close();
  }); // prettier-ignore
});

describe('inspection', () => {
  test('says what is overdue and leads to those cases; a chosen group and town stand in the address', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/inspection');
    const overdue = page.getByTestId('corrections-OVERDUE');
    const { inspections } = await asked<{ inspections: { totalCount: number } }>(
      page,
      '{ inspections(first: 1, filter: { correctionOverdue: { eq: true } }) { totalCount } }',
    );
    expect(inspections.totalCount).toBeGreaterThan(0);
    await soon(() => overdue.getByRole('heading').textContent()).toBe(`${inspections.totalCount} 件整改已经逾期`);
    await page.getByTestId('groups').getByRole('button', { name: '违法率' }).click();
    await page.waitForURL(/measure=violation/);
    await soon(() => page.getByTestId('groups').getByRole('heading').textContent()).toMatch(/违法率最高，\d+\.\d%/);
    await overdue.getByRole('link', { name: /^全部/ }).click();
    await page.waitForURL(/correction=OVERDUE/);
    await soon(() => page.getByTestId('total').textContent()).toBe(`${inspections.totalCount} 件`);
    await page.goBack();
    await page.waitForURL(/inspection\?measure=violation/);
    expect(complaints).toEqual([]);
    await context.close();
  }); // prettier-ignore
});

describe('on paper', () => {
  test('a page is light and without navigation; it says what it counts, in what, as of when; no picture is cut', async () => {
    const { page, context, complaints } = await visit(browser, hub.origin, { theme: 'dark' }, office);
    for (const path of ['/inspection', '/']) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await soon(() => page.locator('.canvas svg').count()).toBeGreaterThan(2);
      await expectWholeOnPaper(page);
    }
    await page.goto('/inspection', { waitUntil: 'networkidle' });
    const sheets = await printed(page);
    expect(sheets[0]).toMatch(
      /劳动保障监察\n截至 2026年11月23日 · 口径:.* · 数据版本:最新 · 打印于 2026年11月23日/,
    );
    expect(sheets.join()).toMatch(
      /件 · 2025年12月1日 至 2026年11月23日.*来源:.*口径:期内的劳动保障监察检查数/s,
    );
    expect(sheets.join()).not.toMatch(/下载图片|退出|跳到正文/);
    sheets.forEach((sheet, i) => expect(sheet).toContain(`${i + 1} / ${sheets.length}`));
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a list has its heading on every sheet', async () => {
    const { page, context } = await open();
    await page.goto('/disputes', { waitUntil: 'networkidle' });
    await page.getByTestId('row').first().waitFor();
    const sheets = await printed(page);
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets.slice(0, -1)) expect(sheet).toMatch(/案号 申请日期.*案由/);
    await context.close();
  });

  test("an employer's file is whole: every event, and the row each value comes from", async () => {
    const { page, context } = await open();
    const [employer] = await hub.owner<{ uscc: string }>('select uscc from enterprise order by staff desc limit 1', []);
    await page.goto(`/enterprises/${employer?.uscc}`, { waitUntil: 'networkidle' });
    type Line = { enterprise: { timeline: { totalCount: number } } };
    const { enterprise } = await asked<Line>(page, `{ enterprise(uscc: "${employer?.uscc}") { timeline(first: 1) { totalCount } } }`);
    const events = page.getByTestId('timeline').getByRole('listitem');
    expect(await events.count()).toBeLessThan(enterprise.timeline.totalCount);
    await page.evaluate('window.print = () => (window.__printed = true)');
    await page.getByTestId('print').click();
    await soon(() => page.evaluate('window.__printed')).toBe(true);
    expect(await events.count()).toBe(enterprise.timeline.totalCount);
    const text = (await printed(page)).join('\n');
    expect(text).toMatch(/\[1\] 出处:企业名录\S* · .* 第 \d+ 行/);
    expect(text).toMatch(/共 \d+ 条,这里列最近 8 条/);
    expect(text).not.toMatch(/更早的事/);
    await context.close();
  }); // prettier-ignore
});

test('disputes: a channel pressed in a picture filters the page, back undoes it, a band leads to its cases', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/dispute?by=CHANNEL');
  const filed = page.getByTestId('figure').filter({ hasText: '争议申请数' }).locator('.value');
  const numberOf = async (): Promise<number> => Number((await filed.textContent())?.replace(',', ''));
  await filed.waitFor();
  const all = await numberOf();
  expect(await page.getByTestId('verdict').textContent()).toContain(`${all} 件`);
  const bureau = page.getByTestId('trend').locator('svg path[fill="#1f4e79"]').last();
  await bureau.click();
  await soon(() => new URL(page.url()).searchParams.get('channel')).toBe('HRSS');
  await soon(numberOf).toBeLessThan(all);
  expect(await page.getByTestId('channel').inputValue()).toBe('HRSS');
  await page.goBack();
  await soon(numberOf).toBe(all);

  const ladder = page.getByTestId('age');
  await ladder.scrollIntoViewIfNeeded();
  await ladder.getByRole('button', { name: '表格' }).click();
  const step = ladder.getByRole('row').filter({ hasText: '60 天以上' });
  const waiting = Number(/\d+/.exec((await step.getByRole('cell').first().textContent()) ?? '')?.[0]);
  expect(waiting).toBeGreaterThan(0);
  await step.getByRole('link').click();
  await page.getByTestId('sum').waitFor();
  expect(new URL(page.url()).searchParams.get('age')).toBe('DAYS_OVER_60');
  expect(await page.getByTestId('sum').textContent()).toContain(String(waiting));
  expect(complaints).toEqual([]);
  await context.close();
});
