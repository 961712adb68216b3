import { describe, expect, test } from 'vitest';
import { soon, visit } from './browser.ts';
import type { World } from './subject-cases.ts';

/** Any figure by any cut, kept as a view; two days beside each other; what was known at another moment. */
export function exploreCases(world: () => World): void {
  const enter = () => visit(world().browser, world().hub.origin, {}, world().office);

  describe('exploring', () => {
    test('a figure is chosen and cut without a query, all of it in the address; a cell leads to its rows, back goes back', async () => {
      const { page, context, complaints } = await enter();
      await page.goto('/explore');
      // Nothing is said yet: the rate by town, as a picture.
      await page.getByTestId('explore-picture').getByText('洛埠镇').first().waitFor();
      expect(await page.getByLabel('按 1').inputValue()).toBe('TOWN');
      await page.getByTestId('figure').selectOption('dispute.filed');
      await page.getByLabel('按 1').selectOption('CAUSE');
      await page.getByTestId('explore-picture').locator('svg').first().waitFor();
      await page.getByLabel('按 2').selectOption('CHANNEL');
      await page.getByTestId('as-TABLE').click();
      await soon(() => new URL(page.url()).search).toBe('?figure=dispute.filed&by=cause,channel&as=TABLE');
      const cell = page.getByTestId('explore-row').getByRole('link').first();
      const [, count] = /^(\d+) 件$/.exec((await cell.textContent())?.trim() ?? '') ?? [];
      await cell.click();
      await page.waitForURL(/\/figures\/dispute\.filed\/rows/);
      await soon(() => page.getByTestId('metric-row').count()).toBe(Number(count));
      await page.goBack();
      await page.getByTestId('explore-table').waitFor();
      // What the other figure cannot be cut by falls away; parts of a rate do not add up: its two cuts are a field, not bars.
      await page.getByTestId('figure').selectOption('union.coverage');
      await soon(() => page.getByTestId('as-BAR').count()).toBe(0);
      await page.getByTestId('as-TABLE').waitFor();
      await page.goto('/explore?figure=union.coverage&by=town,size');
      await page.getByTestId('as-HEAT').waitFor();
      expect(await page.getByTestId('as-BAR').count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('quarters and weeks are called so, in the table, the picture and what the server draws', async () => {
      const { page, context, complaints } = await enter();
      await page.goto('/explore?figure=dispute.filed&grain=QUARTER');
      const picture = page.getByTestId('explore-picture');
      await picture.locator('svg text').filter({ hasText: '3季度' }).first().waitFor();
      await picture.getByRole('button', { name: '表格' }).click();
      await picture.getByRole('row').filter({ hasText: '2026年第3季度' }).waitFor();
      await page.goto('/explore?figure=dispute.filed&grain=WEEK&from=2026-08-03&as=TABLE');
      await page.getByTestId('explore-row').filter({ hasText: '2026年第32周' }).waitFor();
      const svg = await page.request.get(
        '/api/charts/dispute.filed.svg?grain=QUARTER&from=2026-01-01&lang=en',
      );
      expect(await svg.text()).toMatch(/>Q3</);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a view is kept under a name, found again in the list, renamed, and thrown away', async () => {
      const { page, context, complaints } = await enter();
      await page.goto('/explore?figure=dispute.filed&by=cause');
      await page.getByTestId('save-view').first().click();
      await page.locator('[name=name]').fill('<b>争议按案由</b>');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
      const line = page.getByTestId('saved-view');
      await soon(() => line.count()).toBe(1);
      await page.goto('/explore');
      await page.getByRole('link', { name: '<b>争议按案由</b>' }).click();
      await soon(() => new URL(page.url()).search).toBe('?figure=dispute.filed&by=cause');
      await line.getByRole('button', { name: '改名' }).click();
      await page.locator('[name=name]').fill('按案由');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByRole('link', { name: '按案由', exact: true }).waitFor();
      await line.getByRole('button', { name: '删除' }).click();
      await line.locator('form').getByRole('button', { name: '删除' }).click();
      await soon(() => line.count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('two days stand beside each other with who made the difference; another moment says so on top', async () => {
      const { page, context, complaints } = await enter();
      await page.goto('/figures/certification.rate');
      await page.getByTestId('two-dates-begin').click();
      await soon(() => new URL(page.url()).searchParams.get('vs')).toBe('2026-10-23');
      const two = page.getByTestId('two-dates');
      await two.getByRole('row').filter({ hasText: '合计' }).waitFor();
      expect(await two.getByRole('columnheader').allTextContents()).toEqual(
        expect.arrayContaining(['2026-10-23', '2026-11-23', '变化']),
      );
      await page.goto('/figures/certification.rate?known=2026-11-01');
      await page.getByTestId('known').waitFor();
      expect(await page.getByTestId('known').textContent()).toContain('2026年11月1日');
      await page.getByTestId('known').getByRole('button').click();
      await soon(() => page.getByTestId('known').count()).toBe(0);
      expect(new URL(page.url()).search).toBe('');
      // A mistyped day is said, and what is shown in its place.
      await page.goto('/figures/certification.rate?known=2026-13-01&at=yesterday');
      const unread = page.getByTestId('unread');
      await soon(() => unread.count()).toBe(2);
      expect((await unread.allTextContents()).join()).toMatch(
        /“yesterday”不是一个日期.*“2026-13-01”不是一个日期或时刻/s,
      );
      await unread.first().getByRole('link').click();
      await soon(() => new URL(page.url()).search).toBe('?known=2026-13-01');
      await soon(() => unread.count()).toBe(1);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
}
