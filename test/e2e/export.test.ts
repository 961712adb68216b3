import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSideScroll, launchBrowser, soon, visit, type Look } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';

selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;
let clerk: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(40, /名录/), launchBrowser()]);
  clerk = await hub.signedIn('clerk', 'HRSS');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

/** What is taken home: the rows as text, the headings first. */
async function take(page: Page, format: 'csv' | 'xlsx'): Promise<string[][]> {
  await page.getByTestId('export').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(`export-${format}`).click(),
  ]);
  const bytes = readFileSync(await download.path());
  if (format === 'csv') {
    const lines = bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    return lines.map(line => line.split(','));
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow(row =>
    rows.push((row.values as unknown[]).slice(1).map((_, i) => row.getCell(i + 1).text)),
  );
  return rows;
}

test('a clerk takes the list home as it stands on the page: filter, order, columns', async () => {
  const { page, context, complaints } = await visit(browser, hub.origin, {}, clerk);
  await page.goto('/enterprises?town=LUORONG&sort=STAFF&dir=DESC');
  await page.getByTestId('row').first().waitFor();
  const total = Number(/\d+/.exec((await page.getByTestId('total').textContent()) ?? '')?.[0]);
  const first = await page.getByTestId('row').first().getByRole('link').first().textContent();
  const csv = await take(page, 'csv');
  expect(csv[0]?.slice(0, 4)).toEqual(['企业名称', '统一社会信用代码', '所属区域', '行业门类']);
  expect(csv.length).toBe(total + 2);
  expect(csv[1]?.[0]).toBe(first?.trim());
  await page.keyboard.press('Escape');
  const book = await take(page, 'xlsx');
  expect(book.length).toBe(total + 1);
  expect(book.map(row => row[0])).toEqual(csv.slice(0, -1).map(row => row[0]));
  expect(complaints).toEqual([]);
  await context.close();
});

test('rejected rows with personal values ask for the second factor, and then they come', async () => {
  const state = await hub.signedIn('roster', 'INDUSTRY', true);
  const { page, context, complaints } = await visit(browser, hub.origin, {}, state);
  await page.goto('/imports');
  const roster = [
    '统一社会信用代码,企业名称,所属区域,行业门类,职工人数,成立日期,法定代表人',
    '91450299MA5AAAA106,雒容退回机械有限公司,雒容镇,制造业,12,2015-02-31,甲测试',
  ].join('\n');
  await page
    .getByTestId('file')
    .setInputFiles({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
  await page.getByTestId('rejects').waitFor();
  hub.wait(6 * 60_000);
  await page.getByTestId('rejects').click();
  await page.getByTestId('step-up').locator('input').fill(hub.codeOf('roster'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('step-up').locator('.primary').click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(await download.path()) as unknown as ArrayBuffer);
  const texts: string[] = [];
  book.worksheets[0]?.eachRow(row => row.eachCell(cell => texts.push(cell.text)));
  expect(texts).toContain('甲测试');
  // The hub's own refusal is a failed request to the browser, which says so.
  expect(complaints.filter(one => !one.includes('403'))).toEqual([]);
  await context.close();
});

const looks: Look[] = [
  { language: 'en', theme: 'dark' },
  { language: 'zh', theme: 'light', width: 390, height: 844 },
];

test.each(looks)('the offer is readable: %o', async look => {
  const { page, context, complaints } = await visit(browser, hub.origin, look, clerk);
  await page.goto('/enterprises');
  await page.getByTestId('row').first().waitFor();
  await page.getByTestId('export').click();
  await page.getByTestId('export-xlsx').waitFor();
  // All of it lies on the screen, also on a phone.
  await soon(async () => {
    const box = await page.getByTestId('export-csv').boundingBox();
    return (
      box &&
      box.x >= 0 &&
      box.y >= 0 &&
      box.x + box.width <= (look.width ?? 1440) &&
      box.y + box.height <= 844
    );
  }).toBe(true);
  const folder = process.env['HUB_PICTURES'];
  if (folder)
    await page.screenshot({
      path: `${folder}/export-${look.language}-${look.theme}-${look.width ?? 1440}.png`,
    });
  await expectAccessible(page);
  await expectNoSideScroll(page);
  expect(complaints).toEqual([]);
  await context.close();
});
