import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser, soon, visit, type WatchedPage } from './browser.ts';
import { layoutShift } from './settled.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';
import { certifications } from './register.ts';

const password = 'a passphrase that only this test knows';
selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;
let office: Awaited<ReturnType<BrowserContext['storageState']>>;
let oneTime: string;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(80), launchBrowser()]);
  oneTime = await hub.person('office', 'OFFICE');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

const open = (look = {}): Promise<WatchedPage> => visit(browser, hub.origin, look, office);
const tile = (page: Page, name: string) => page.getByTestId('tile').filter({ hasText: name });
const rateOf = async (page: Page): Promise<number> =>
  Number((await tile(page, '和谐企业认定率').locator('.value').textContent())?.trim());

describe('signing in', () => {
  test('leads to the page that was asked for, by way of an own password', async () => {
    const { page, context, complaints } = await visit(browser, hub.origin);
    await page.goto('/enterprises?town=LUOBU');
    await page.waitForURL(/\/sign-in\?next=/);
    await expectAccessible(page);
    await page.getByLabel('账号').fill('office');
    await page.getByLabel('密码', { exact: true }).fill('not this one');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('不正确');
    complaints.length = 0; // the browser itself reports the 401
    await page.getByLabel('密码', { exact: true }).fill(oneTime);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/password\?next=/);
    await page.getByLabel('当前密码').fill(oneTime);
    await page.getByLabel('新密码（', { exact: false }).fill(password);
    await page.getByLabel('再输入一次').fill(password);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.waitForURL(/\/enterprises\?town=LUOBU/);
    await page.getByTestId('row').first().waitFor();
    expect(complaints).toEqual([]);
    office = await context.storageState();
    await context.close();
  });
});

describe('the home page', () => {
  test('says where we stand, with its numbers, on one screen', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/');
    await tile(page, '和谐企业认定率').locator('.value').waitFor();
    await soon(() => page.getByTestId('verdict').textContent()).toMatch(/认定率 \d+\.\d%.*(还差|已达)/);
    expect(await page.getByTestId('tile').count()).toBeGreaterThanOrEqual(5);
    for (const card of ['path', 'flow', 'coverage'])
      await page.getByTestId(card).locator('svg').first().waitFor();
    await soon(async () => {
      const box = await page.getByTestId('freshness').boundingBox();
      return (box?.y ?? Infinity) + (box?.height ?? 0);
    }).toBeLessThanOrEqual(900);
    // Nothing that was there moved when the rest came.
    expect(await layoutShift(page)).toBeLessThan(0.02);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keeps the filter in the address; back goes back', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/');
    await page.getByTestId('path').locator('svg').first().waitFor();
    const before = await page.getByTestId('verdict').textContent();
    await page.getByRole('combobox', { name: '镇（片区）' }).selectOption('LUORONG');
    await page.waitForURL(/town=LUORONG/);
    await soon(() => page.getByTestId('verdict').textContent()).not.toBe(before);
    await page.getByTestId('coverage').getByRole('button', { name: '镇' }).click();
    await page.waitForURL(/coverage=town/);
    await page.goBack();
    await soon(() => page.getByTestId('verdict').textContent()).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('shows every picture as a table, and every figure with its definition', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/');
    const flow = page.getByTestId('flow');
    await flow.locator('svg').first().waitFor();
    await flow.getByRole('button', { name: '表格' }).click();
    expect(await flow.getByRole('row').count()).toBe(13);
    await tile(page, '建会率').getByRole('button', { name: '建会率' }).click();
    await page.getByText('统计范围').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('switches the language, remembers it, and speaks no Chinese of its own in English', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/');
    await page.getByTestId('tile').first().waitFor();
    await page.getByRole('button', { name: '语言' }).click();
    await soon(() => page.getByTestId('verdict').textContent()).toContain('certified');
    await page.reload();
    await soon(() => page.getByTestId('tile').first().textContent()).toContain('Certified employers');
    expect(await page.getByTestId('needs').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a workbook', () => {
  test('is taken in, and the figure changes', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/');
    await tile(page, '和谐企业认定率').locator('.value').waitFor();
    const before = await rateOf(page);
    await page.goto('/imports');
    await page.getByTestId('direct').check();
    await page.getByTestId('file').setInputFiles(await certifications(hub, 2));
    const report = page.getByTestId('report').first();
    await soon(() => report.getByTestId('state').textContent()).toBe('已入库');
    expect(await report.getByTestId('inserted').textContent()).toContain('2');
    expect(await report.getByTestId('rejected').textContent()).toContain('1');
    expect(await report.getByRole('row').last().textContent()).toMatch(/错误.*4/);
    await expectAccessible(page);
    await page.getByRole('link', { name: '首页' }).click();
    await soon(() => rateOf(page)).toBeGreaterThan(before);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the employers', () => {
  test('are found, sorted, paged, and opened in place and as a page', async () => {
    const { page, context, complaints } = await open();
    await page.goto('/enterprises');
    await page.getByTestId('row').first().waitFor();
    await page.getByRole('button', { name: '职工人数' }).click();
    await page.waitForURL(/sort=STAFF/);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.waitForURL(/after=/);
    await soon(() => page.getByRole('button', { name: '上一页' }).isEnabled()).toBe(true);
    await page.getByTestId('row').first().getByRole('link').click();
    const file = page.getByTestId('employer-file');
    await file.waitFor();
    for (const section of [
      '基本情况',
      '工会与协商',
      '和谐企业认定',
      '劳动合同',
      '一户一册备案',
      '劳动监察',
      '争议案件',
      '大事记',
    ])
      await file.getByRole('heading', { name: section }).waitFor();
    await page.getByRole('link', { name: '打开整页' }).click();
    await page.waitForURL(/\/enterprises\/[0-9A-Z]{18}/);
    await file.getByTestId('timeline').getByRole('listitem').first().waitFor();
    await expectAccessible(page);
    await file.getByTestId('source-of').first().click();
    await soon(() => page.getByTestId('source').textContent()).toMatch(/第 \d+ 行/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('one that does not exist is said to be missing', async () => {
    const { page, context } = await open();
    await page.goto('/enterprises/91450299MA5TETT00U');
    await page.getByText('没有这家单位').waitFor();
    await context.close();
  });
});

test("the server draws the page's pictures, for those who are signed in", async () => {
  const { page, context } = await open();
  await page.goto('/');
  const svg = await page.request.get('/api/charts/certification.rate.svg?lang=en');
  expect(await svg.text()).toContain('Certified employers');
  const png = await page.request.get('/api/charts/union.coverage.png?by=TOWN');
  expect(png.headers()['content-type']).toBe('image/png');
  await context.close();
  expect((await fetch(`${hub.origin}/api/charts/union.coverage.svg`)).status).toBe(401);
});
