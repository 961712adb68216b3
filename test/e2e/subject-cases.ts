import type { Browser, BrowserContext } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { soon, visit } from './browser.ts';
import { asked, type DashboardHub } from './hub.ts';

/** The world the cases play in. */
export interface World {
  readonly hub: DashboardHub;
  readonly browser: Browser;
  readonly office: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** Data and inspection, as those who answer for them look at them. */
export function subjectCases(world: () => World): void {
  describe('whose data is stale', () => {
    test('is said at one glance, and what each department has to mend leads to just that', async () => {
      const { page, context, complaints } = await visit(world().browser, world().hub.origin, {}, await world().hub.signedIn('leader', 'LEADER'));
      await page.goto('/');
      await page.getByRole('link', { name: '数据', exact: true }).click();
      await page.waitForURL(/\/data$/);
      type Sources = { dataSources: { name: string; owner: string; stale: boolean }[] };
      const { dataSources } = await asked<Sources>(page, '{ dataSources { name owner stale } }');
      const stale = dataSources.filter(source => source.stale);
      expect(stale.length).toBeGreaterThan(0);
      const heading = `${dataSources.length} 个来源中有 ${stale.length} 个滞后：${stale.map(s => `${s.name}（${s.owner}）`).join('、')}`;
      await soon(() => page.getByTestId('stale').textContent()).toBe(heading);
      expect(await page.getByTestId('age').filter({ hasText: '超约定' }).count()).toBe(stale.length);
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
    test('says which corrections fall due and leads to the case; a chosen group and town stand in the address', async () => {
      const { hub, browser, office } = world();
      const { page, context, complaints } = await visit(browser, hub.origin, {}, office);
      // The newest day on which a correction was under way; today none need be.
      const [then] = await hub.owner<{ day: string; count: number }>(
        `with day as (select max(checked_on) as day from inspection
           where correction_due_on between checked_on and checked_on + 30 and (corrected_on is null or corrected_on > checked_on))
         select day::text, (select count(*)::int from inspection where checked_on <= day and correction_due_on between day and day + 30
           and (corrected_on is null or corrected_on > day)) as count from day`,
        [],
      );
      expect(then?.count).toBeGreaterThan(0);
      await page.goto(`/inspection?at=${then?.day}`);
      const due = page.getByTestId('corrections-DUE');
      await soon(() => due.getByRole('heading').textContent()).toBe(`30 天内有 ${then?.count} 件整改到期`);
      await page.getByTestId('groups').getByRole('button', { name: '违法率' }).click();
      await page.waitForURL(/measure=violation/);
      await soon(() => page.getByTestId('groups').getByRole('heading').textContent()).toMatch(/违法率最高，\d+\.\d%/);
      await due.getByRole('listitem').first().getByRole('link').click();
      await page.waitForURL(/\/inspections\?open=/);
      await page.getByRole('dialog').getByText('整改期限').waitFor();
      await page.goBack();
      await page.waitForURL(/measure=violation/);
      expect(complaints).toEqual([]);
      await context.close();
    }); // prettier-ignore
  });
}
