import { expect, test } from 'vitest';
import { soon, visit } from './browser.ts';
import type { World } from './subject-cases.ts';

/** The page of disputes as its readers use it. */
export function disputeCases(world: () => World): void {
  test(
    'disputes: a channel pressed in a picture filters the page, back undoes it, a band leads to its cases',
    { timeout: 120_000 },
    async () => {
      const { hub, browser, office } = world();
      const { page, context, complaints } = await visit(browser, hub.origin, {}, office);
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
    },
  );

  test(
    'a figure of one cause and town is asked as its link says; its rows lead to an employer and a case, and the trail back step by step',
    { timeout: 120_000 },
    async () => {
      const { hub, browser, office } = world();
      const { page, context, complaints } = await visit(browser, hub.origin, {}, office);
      const trail = () => page.getByTestId('trail').last();
      const steps = async (): Promise<string[]> => trail().getByRole('listitem').allTextContents();
      await page.goto('/dispute?town=LUORONG&channel=HRSS');
      const filed = page.getByTestId('figure').filter({ hasText: '争议申请数' });
      const count = (await filed.locator('.value').textContent())?.trim() ?? '';
      await filed.getByRole('link', { name: count }).click();
      await page.waitForURL(url => url.pathname === '/figures/dispute.filed' && url.searchParams.get('channel') === 'HRSS');
      await page.getByRole('button', { name: /^调解渠道 人社/ }).waitFor();
      await page.getByTestId('rows').click();
      await page.getByTestId('metric-row').first().waitFor();
      const rows = page.url();
      expect(new URL(rows).searchParams.get('channel')).toBe('HRSS');
      await page.getByTestId('metric-row').first().getByRole('link').first().click();
      await page.getByTestId('record').getByRole('button', { name: '人社 出处' }).waitFor();
      await soon(steps).toEqual(['全区', '雒容镇', '明细', expect.any(String), '劳动人事争议', expect.any(String)]);
      const [, , , employer = ''] = await steps();
      await trail().getByRole('link', { name: employer }).click();
      await page.getByTestId('employer-file').getByRole('heading', { level: 1, name: employer }).waitFor();
      await soon(steps).toEqual(['全区', '雒容镇', '明细', employer]);
      const cases = page.locator('section', { has: page.getByRole('heading', { name: '争议案件' }) });
      await cases.getByRole('link', { name: /^全部/ }).click();
      await page.waitForURL(/\/disputes\?/);
      await soon(steps).toEqual(['全区', '雒容镇', '明细', employer, '劳动人事争议']);
      await trail().getByRole('link', { name: '明细' }).click();
      await page.waitForURL(rows);
      await trail().getByRole('link', { name: '雒容镇' }).click();
      await page.waitForURL(/\/figures\/dispute\.filed\?/);
      await trail().getByRole('link', { name: '全区' }).click();
      await page.waitForURL(url => !url.searchParams.has('town') && url.searchParams.get('channel') === 'HRSS');
      expect(complaints).toEqual([]);
      await context.close();
    },
  ); // prettier-ignore
}
