import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, soon, visit, type WatchedPage } from './browser.ts';
import { startDashboardHub, type DashboardHub } from './hub.ts';
import { certifications, misspelt, workbook, type FilePayload } from './register.ts';

selectors.setTestIdAttribute('data-test');
let hub: DashboardHub;
let browser: Browser;
let office: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(40, /名录|认定/), launchBrowser()]);
  office = await hub.signedIn('clerk', 'OFFICE');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

const open = (): Promise<WatchedPage> => visit(browser, hub.origin, {}, office);
const report = (page: Page, name = '') => page.getByTestId('report').filter({ hasText: name }).first();
const stateOf = (page: Page, name?: string) =>
  soon(async () =>
    (await report(page, name).count()) ? report(page, name).getByTestId('state').textContent() : '',
  );

/** Chooses a file, reads its preview, stores it. */
async function deliver(page: Page, file: FilePayload): Promise<void> {
  await page.getByTestId('file').setInputFiles(file);
  await stateOf(page, file.name).toBe('预检完成，未入库');
  await page.getByTestId('store').click();
  await stateOf(page, file.name).toBe('已入库');
}

/** Does what the sheet of rejected rows says: the day that does not exist becomes one that does. */
async function mended(path: string): Promise<FilePayload> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(path) as unknown as ArrayBuffer);
  const sheet = book.worksheets.find(s => String(s.getSheetValues().flat()).includes('2026-02-31'));
  const texts: string[] = [];
  sheet?.eachRow(row => row.eachCell(cell => texts.push(cell.text)));
  expect(texts).toContain('错误说明');
  sheet?.eachRow(row =>
    row.eachCell(cell => {
      if (cell.text === '2026-02-31') cell.value = '2026-09-02';
    }),
  );
  return workbook(book, '退回的行.xlsx');
}

test('a file is checked, stored, its rejected row mended and sent again, without asking anyone', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/imports');
  await page.getByTestId('file').setInputFiles(await certifications(hub, 5, true));
  await stateOf(page).toBe('预检完成，未入库');
  expect(await page.getByTestId('next').textContent()).toMatch(/还没有写入.*新增 5 行.*1 行有错误/);
  await page.getByTestId('store').click();
  await stateOf(page).toBe('已入库');
  expect(await report(page).getByTestId('inserted').textContent()).toContain('5');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('rejects').click()]);
  await deliver(page, await mended(await download.path()));
  const second = report(page, '退回的行');
  expect(await second.getByTestId('inserted').textContent()).toContain('1');
  expect(await second.getByTestId('rejected').textContent()).toContain('0');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a name that no employer answers to is matched by a person, and the match undone', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/imports');
  const { file, name } = await misspelt(hub);
  await deliver(page, file);
  await page.getByTestId('next').getByRole('link').last().click();
  const card = page.getByTestId('match').filter({ hasText: name });
  await card.getByTestId('choose').first().click();
  await soon(() => card.count()).toBe(0);
  // Where it was said it can be taken back at once.
  await soon(() => page.getByTestId('decided').textContent()).toMatch(/已把「.*」指定为「.*」，补挂 1 行/);
  await page.getByTestId('undo-last').click();
  await card.getByTestId('choose').first().click();
  await soon(() => card.count()).toBe(0);
  // And later from what was matched.
  await page.getByRole('button', { name: '已匹配' }).click();
  await card.getByTestId('undo').click();
  await soon(() => card.count()).toBe(0);
  await page.getByRole('button', { name: '待匹配' }).click();
  await card.getByTestId('choose').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a file that should not have been sent is withdrawn with a reason', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/imports');
  await page
    .getByTestId('import')
    .filter({ hasText: '退回的行' })
    .filter({ hasText: '已入库' })
    .getByRole('link')
    .click();
  await page.getByTestId('withdraw').click();
  await page.getByLabel('撤回原因').fill('改错了行');
  await page.getByRole('button', { name: '确认撤回' }).click();
  await stateOf(page).toBe('已撤回');
  await soon(() => report(page).textContent()).toContain('改错了行');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a wrong record is voided with a reason, and restored', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/certifications');
  await page.getByTestId('row').first().getByRole('button').click();
  await page.getByTestId('void').click();
  await page.getByLabel('作废原因').fill('重复登记');
  await page.getByRole('button', { name: '确认作废' }).click();
  await page.getByText('已作废。').waitFor();
  await page.goto('/voided');
  await page.getByTestId('voided').filter({ hasText: '重复登记' }).getByTestId('restore').click();
  await page.getByLabel('恢复原因').fill('核对无误');
  await page.locator('form').getByRole('button', { name: '恢复' }).click();
  await soon(() => page.getByTestId('voided').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a figure opens the rows behind it and those it lacks, and they add up to it', async () => {
  const { page, context, complaints } = await open();
  await page.goto('/');
  await page.getByTestId('tile').filter({ hasText: '和谐企业认定率' }).locator('.figure a').click();
  await page.getByTestId('rows').click();
  const sum = page.getByTestId('sum');
  await soon(() => sum.getAttribute('class')).toContain('met');
  await page.getByTestId('outside').click();
  await page.waitForURL(/inside=no/);
  await soon(() => sum.getAttribute('class')).toContain('met');
  await soon(() => page.getByTestId('metric-row').first().textContent()).toMatch(/[\u4e00-\u9fff]{4,}/);
  expect(complaints).toEqual([]);
  await context.close();
});
