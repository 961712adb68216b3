import { describe, expect, test } from 'vitest';
import { soon, visit } from './browser.ts';
import { asked } from './hub.ts';
import { expectWholeOnPaper, printed } from './paper.ts';
import type { World } from './subject-cases.ts';

/** What comes out of the printer. */
export function paperCases(world: () => World): void {
  describe('on paper', () => {
    test(
      'a page is light and without navigation; it says what it counts, in what, as of when; no picture is cut',
      { timeout: 180_000 },
      async () => {
        const { page, context, complaints } = await visit(
          world().browser,
          world().hub.origin,
          { theme: 'dark' },
          world().office,
        );
        for (const path of ['/', '/inspection']) {
          await page.goto(path, { waitUntil: 'networkidle' });
          await soon(() => page.locator('.canvas svg').count()).toBeGreaterThan(2);
          await expectWholeOnPaper(page);
        }
        const sheets = await printed(page);
        expect(sheets[0]).toMatch(
          /劳动保障监察\n截至 2026年11月23日 · 口径:.* · 数据版本:最新 · 打印于 2026年11月23日/,
        );
        expect(sheets.join()).toMatch(
          /件 · 2025年12月1日 至 2026年11月23日.*来源:.*口径:期内的劳动保障监察检查数/s,
        );
        expect(sheets.join()).not.toMatch(/下载图片|退出|跳到正文/);
        sheets.forEach((sheet, i) => expect(sheet).toContain(`${i + 1} / ${sheets.length}`));
        // A picture whose drawing code arrives only when the page is on paper already has its room all the same.
        await page.emulateMedia({ media: 'print' });
        await page.goto('/certification', { waitUntil: 'networkidle' });
        await soon(() => page.locator('.canvas svg').count()).toBeGreaterThan(2);
        const heights = await page
          .locator('.canvas svg')
          .evaluateAll(all => all.map(one => one.getBoundingClientRect().height));
        expect(Math.min(...heights)).toBeGreaterThan(100);
        expect(complaints).toEqual([]);
        await context.close();
      },
    );

    test('a list has its heading on every sheet', async () => {
      const { hub, browser, office } = world();
      const { page, context } = await visit(browser, hub.origin, {}, office);
      await page.goto('/disputes', { waitUntil: 'networkidle' });
      await page.getByTestId('row').first().waitFor();
      const sheets = await printed(page);
      expect(sheets.length).toBeGreaterThan(1);
      for (const sheet of sheets.slice(0, -1)) expect(sheet).toMatch(/案号 申请日期.*案由/);
      await context.close();
    });

    test("an employer's file is whole: every event, and the row each value comes from", async () => {
      const { hub, browser, office } = world();
      const { page, context } = await visit(browser, hub.origin, {}, office);
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
}
