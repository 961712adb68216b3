import { selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt } from '../support/sign-in.ts';
import { launchBrowser, soon, visit, type WatchedPage } from './browser.ts';
import { answersTo, startDashboardHub, type DashboardHub } from './hub.ts';

selectors.setTestIdAttribute('data-test');
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
const password = 'a passphrase that only this test knows';
let hub: DashboardHub;
let browser: Browser;
let [admin, security]: (SignedIn | undefined)[] = [];

beforeAll(async () => {
  [hub, browser] = await Promise.all([startDashboardHub(20, /名录|认定|合同/), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await hub.close();
});

const open = (state?: SignedIn): Promise<WatchedPage> => visit(browser, hub.origin, {}, state);
const act = (page: Page) => page.locator('.act-form button[type=submit]').click();
const reason = (page: Page, text: string) => page.locator('textarea[name=reason]').fill(text);

/** Makes an account on the page of people and closes what is shown once. */
async function create(page: Page, name: string, username: string): Promise<string> {
  await page.getByTestId('create').click();
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=username]').fill(username);
  await act(page);
  const once = page.getByTestId('shown-once');
  const text = (await once.locator('code').textContent()) ?? '';
  await once.locator('.primary').click();
  await page.getByTestId('person').filter({ hasText: username }).waitFor();
  return text;
}

test('an administrator sets up an authenticator at the first sign-in, lands on people and makes accounts', async () => {
  const oneTime = await hub.person('root', 'ADMIN');
  const { page, context, complaints } = await open();
  await page.goto('/');
  await page.locator('input[name=username]').fill('root');
  await page.locator('input[name=password]').fill(oneTime);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/password/);
  await page.locator('input[name=current]').fill(oneTime);
  await page.locator('input[name=next]').fill(password);
  await page.locator('input[name=again]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/enrolment/);
  await page.getByRole('img', { name: '验证器二维码' }).waitFor();
  const secret = ((await page.getByTestId('secret').locator('code').textContent()) ?? '').replaceAll(' ', '');
  await page.locator('input[name=code]').fill(codeAt(secret, hub.now()));
  await page.locator('button[type=submit]').click();
  await soon(() => page.getByTestId('recovery').getByRole('listitem').count()).toBe(10);
  const goOn = page.getByTestId('recovery').locator('.primary');
  expect(await goOn.isDisabled()).toBe(true);
  await page.locator('input[name=kept]').check();
  await goOn.click();
  await page.waitForURL(/\/people$/);
  expect(await create(page, '韦小岚', 'weixl')).toMatch(/^(\w{4}-){3}\w{4}$/);
  await create(page, '覃志远', 'qinzy');
  expect(await page.locator('body').textContent()).not.toContain('一次性密码');
  expect(complaints).toEqual([]);
  admin = await context.storageState();
  await context.close();
});

test('the security officer grants a role and hands it to a successor; the administrator may do neither', async () => {
  security = await hub.signedIn('guard', 'SECURITY');
  const { page, context, complaints } = await open(security);
  await page.goto('/people?q=weixl');
  await page.getByTestId('person').getByRole('link').click();
  await page.getByTestId('grant').click();
  await page.locator('select[name=role]').selectOption('HRSS');
  await reason(page, '岗位任命');
  await act(page);
  await soon(() => page.getByTestId('term').textContent()).toContain('在任');
  await page.getByTestId('hand-over').click();
  await page.getByLabel('接任人', { exact: true }).fill('qinzy');
  await soon(() => page.getByTestId('candidate').count()).toBe(1);
  await page.getByTestId('candidate').getByRole('radio').check();
  await reason(page, '转岗');
  await act(page);
  await soon(() => page.getByTestId('term').textContent()).toMatch(/已卸任.*移交给 覃志远.*理由：转岗/);
  await page.goto('/terms?role=HRSS&when=today');
  await soon(() => page.getByTestId('term').count()).toBe(1);
  expect(await page.getByTestId('term').textContent()).toContain('覃志远');
  expect(complaints).toEqual([]);
  await context.close();
  const other = await open(admin);
  await other.page.goto('/people?q=qinzy');
  await other.page.getByTestId('person').getByRole('link').click();
  await other.page.getByTestId('disable').waitFor();
  await other.page.getByTestId('term').waitFor();
  expect(await other.page.getByTestId('grant').count()).toBe(0);
  await other.context.close();
});

test('a token is issued, used, rotated with an overlap and revoked', async () => {
  const works = (token: string): Promise<boolean> => answersTo(hub.origin, token);
  const { page, context, complaints } = await open(security);
  await page.goto('/tokens');
  await page.getByText('没有符合条件的令牌').waitFor();
  await page.getByTestId('issue').click();
  await page.locator('input[name=name]').fill('人社局业务系统');
  await page.locator('input[name=purpose]').fill('每晚读取合同库');
  await page.locator('input[value="contract.read"]').check();
  await act(page);
  const shown = page.getByTestId('shown-once');
  const first = (await shown.locator('code').textContent()) ?? '';
  await shown.locator('.primary').click();
  expect(await works(first)).toBe(true);
  await page.getByTestId('rotate').click();
  await act(page);
  const second = (await shown.locator('code').textContent()) ?? '';
  expect(second).not.toBe(first);
  expect([await works(first), await works(second)]).toEqual([true, true]);
  await page.getByTestId('revoke').click();
  await reason(page, '系统停用');
  await act(page);
  await soon(() => page.getByTestId('token-state').textContent()).toBe('已吊销');
  await soon(async () => [await works(first), await works(second)]).toEqual([false, false]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a setting is changed with a reason, stands in its history, and is seen in figures; a stale change is told', async () => {
  const [one, two] = await Promise.all([open(admin), open(admin)]);
  const setting = ({ page }: WatchedPage) => page.locator('[data-key=denominator]');
  for (const visitor of [one, two]) {
    await visitor.page.goto('/settings');
    await setting(visitor).getByTestId('change').click();
    await reason(visitor.page, '领导小组会议决定');
  }
  await act(one.page);
  await soon(() => setting(one).getByTestId('value').textContent()).toContain('只算在营企业');
  await act(two.page);
  await two.page.getByRole('button', { name: '读取最新内容' }).click();
  await soon(() => setting(two).getByTestId('value').textContent()).toContain('只算在营企业');
  await setting(one).getByTestId('history-open').click();
  await soon(() => setting(one).getByTestId('history').textContent()).toContain('领导小组会议决定');
  const leader = await open(await hub.signedIn('leader', 'LEADER'));
  await leader.page.goto('/');
  await soon(() => leader.page.getByTestId('rule').textContent()).toBe('仅企业');
  await leader.page.goto('/settings');
  await setting(leader).getByTestId('history-open').waitFor();
  expect(await leader.page.getByTestId('change').count()).toBe(0);
  expect([...one.complaints, ...two.complaints, ...leader.complaints]).toEqual([]);
  await Promise.all([one, two, leader].map(({ context }) => context.close()));
});

test('a personal value is shown for a reason and a fresh second factor, for half a minute, and kept nowhere', async () => {
  const { page, context, complaints } = await open(await hub.signedIn('clerk', 'HRSS', true));
  hub.wait(6 * 60_000);
  await page.clock.install();
  await page.goto('/contracts');
  await page.getByTestId('reveal').first().click();
  await reason(page, '核对签署人');
  await act(page);
  await page.getByTestId('step-up').locator('input').fill(hub.codeOf('clerk'));
  await page.getByTestId('step-up').locator('.primary').click();
  const plain = (await page.getByTestId('plain').textContent())?.trim() ?? '';
  expect(plain).toMatch(/^[\u4e00-\u9fff]{2,4}$/);
  expect(await page.getByTestId('revealed').textContent()).toMatch(/clerk 2026-11-23/);
  await page.clock.fastForward(12_000);
  await soon(() => page.getByTestId('countdown').textContent()).toMatch(/^1\d 秒后隐藏/);
  await page.clock.fastForward(19_000);
  await page.getByTestId('revealed').waitFor({ state: 'detached' });
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept + (await page.content())).not.toContain(plain);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the auditor finds it all in the trail, verifies it, and is told when an entry was touched', async () => {
  const { page, context, complaints } = await open(await hub.signedIn('auditor', 'AUDITOR'));
  await page.goto('/');
  await page.waitForURL(/\/audit$/);
  const entry = (name: string) => page.locator(`[data-act=${name}]`).first();
  for (const name of ['revealPersonalField', 'setDenominator', 'revokeAccessToken', 'createPerson'])
    await entry(name).waitFor();
  await page.getByRole('combobox', { name: '操作' }).selectOption('revealPersonalField');
  await page.waitForURL(/act=revealPersonalField/);
  await soon(() => page.getByTestId('entry').count()).toBe(2);
  await entry('revealPersonalField').getByRole('button').click();
  await soon(() => page.getByTestId('entry-facts').textContent()).toMatch(/合同 \d+.*核对签署人/s);
  await page.getByTestId('verify').click();
  await soon(() => page.getByTestId('verified').textContent()).toContain('记录完好');
  await hub.owner('alter table audit_entry disable trigger user', []);
  await hub.owner(
    `update audit_entry set entry = replace(entry, '"handOverRole"', '"endRole"') where entry like '%"handOverRole"%'`,
    [],
  );
  await page.getByTestId('verify').click();
  await soon(() => page.getByTestId('verified').textContent()).toMatch(/记录被动过.*第 \d+ 条.*改动/s);
  expect(complaints).toEqual([]);
  await context.close();
});
