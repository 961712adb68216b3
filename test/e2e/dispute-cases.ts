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
}
