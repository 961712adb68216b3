import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServer } from '../../server/src/app/server.ts';
import { expectAccessible, visit, type Look } from './browser.ts';
import type { DashboardHub } from './hub.ts';

let hub: DashboardHub;
let browser: Browser;
let door: Awaited<ReturnType<typeof createServer>>;
let origin: string;
let link: { id: number; path: string };

/** A door of the wall's own, which the test shuts and opens again on the same port. */
async function open(port = 0): Promise<void> {
  door = await createServer({
    config: { publicUrl: 'http://localhost', logLevel: 'silent' },
    services: hub.services,
    dashboard: hub.dashboard,
  });
  origin = await door.listen({ host: '127.0.0.1', port });
}
const make = async (): Promise<{ id: number; path: string }> => {
  const pages = ['OVERVIEW', 'CERTIFICATION', 'DISPUTE', 'UNION', 'CONTRACT', 'INSPECTION', 'MAP'] as const;
  const input = { name: '一楼大厅', pages: [...pages], expiresOn: '2027-11-24' };
  const { id, path } = await hub.services.access.wallLinkActs.create(systemViewer('test'), input);
  return { id, path: path ?? '' };
};

async function hang(look: Look = {}, path = link.path) {
  const visited = await visit(browser, origin, { width: 1920, height: 1080, ...look });
  await visited.page.goto(path);
  await visited.page.getByTestId('wall-tile').first().waitFor();
  return visited;
}
const tiles = (page: Page): Promise<string[]> => page.getByTestId('wall-tile').allTextContents();

/** What of the page itself this machine has kept: addresses, in the order they came. */
const shelved = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter(name => name === 'hub.wall');
    const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => url.replace(location.origin, ''));
  });

/** How high words stand on the screen, the smallest first, and how far they are from their own proportions. */
const words = (page: Page): Promise<{ size: number; text: string; squeezed: number }[]> =>
  page.evaluate(() => {
    const found: { size: number; text: string; squeezed: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || !text || parent.closest('.visually-hidden, script, style')) continue;
      let [across, down] = [1, 1];
      for (let one: Element | null = parent; one; one = one.parentElement) {
        const { a, d } = new DOMMatrix(getComputedStyle(one).transform);
        if (one instanceof HTMLElement) [across, down] = [across * a, down * d];
      }
      found.push({
        size: parseFloat(getComputedStyle(parent).fontSize) * down,
        text,
        squeezed: across / down,
      });
    }
    return found.toSorted((x, y) => x.size - y.size);
  });

/** A wall as it hangs; the test file that calls this starts the hub and the browser. */
export function wallCases(started: () => { readonly hub: DashboardHub; readonly browser: Browser }): void {
  beforeAll(async () => {
    ({ hub, browser } = started());
    await open();
    link = await make();
  }, 60_000);
  afterAll(() => door.close());

  test.each([
    [1366, 768, 22],
    [1920, 1080, 32],
    [6656, 1792, 32],
    [390, 844, 14],
  ])(
    'at %i × %i is read across a room, never stretched, every screen of it',
    async (width, height, least) => {
      const { page, context, complaints } = await hang({ width, height });
      const screens = Number((await page.locator('.turn').textContent())?.match(/\/ (\d+)/)?.[1]);
      for (let screen = 1; screen <= screens; screen++) {
        await page.locator('.turn', { hasText: `${screen} / ${screens}` }).waitFor();
        const pictures = page.getByTestId('wall-picture');
        expect(await pictures.count()).toBeLessThanOrEqual(3);
        for (const one of await pictures.all()) await one.locator('svg').first().waitFor();
        const all = await words(page);
        expect(all[0]?.size, JSON.stringify(all[0])).toBeGreaterThanOrEqual(least);
        expect(all.filter(one => Math.abs(one.squeezed - 1) > 0.001)).toEqual([]);
        const folder = process.env['LOOKS'];
        if (folder) {
          mkdirSync(folder, { recursive: true });
          await page.waitForTimeout(400);
          await page.screenshot({ path: join(folder, `wall-${width}-${screen}.png`) });
        }
        await page.keyboard.press('ArrowRight');
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test.each(['zh', 'en'] as const)('breaks no rule of accessibility (%s)', async language => {
    const { page, context } = await hang({ language });
    await expectAccessible(page);
    await page.keyboard.press('ArrowRight');
    await page.locator('svg').first().waitFor();
    await expectAccessible(page);
    await context.close();
  });

  test('keeps its last values under a banner while the hub is down, over a reload too, and recovers by itself', async () => {
    const { page, context } = await hang();
    const before = await tiles(page);
    const port = Number(new URL(origin).port);
    await door.close();
    await page.getByTestId('wall-lost').waitFor({ timeout: 8_000 });
    expect(await page.getByTestId('wall-lost').textContent()).toMatch(/数据已断开.*2026-11-23 \d\d:\d\d/);
    expect(await tiles(page)).toEqual(before);
    await open(port);
    await page.getByTestId('wall-lost').waitFor({ state: 'detached', timeout: 20_000 });
    // Switched on while the hub is away: the page itself, its last values and their time are what the machine kept.
    const drawn = page.getByTestId('wall-picture').locator('svg').first();
    await page.keyboard.press('ArrowRight');
    await drawn.waitFor();
    await expect.poll(() => shelved(page), { timeout: 30_000 }).toContain('/wall');
    await expect
      .poll(async () => (await shelved(page)).join(), { timeout: 30_000 })
      .toContain('/assets/charts-');
    await door.close();
    await page.reload();
    await page.getByTestId('wall-lost').waitFor();
    expect(await tiles(page)).toEqual(before);
    await page.keyboard.press('ArrowRight');
    await drawn.waitFor();
    // Nothing but the page and its files: no answer, no key.
    const all = await shelved(page);
    expect(all.filter(path => path !== '/wall' && !path.startsWith('/assets/'))).toEqual([]);
    await open(port);
    await page.getByTestId('wall-lost').waitFor({ state: 'detached', timeout: 20_000 });
    // The hub is there and its figures are not: what the machine kept is shown.
    await page.route('**/graphql', route => route.abort());
    await page.reload();
    await page.getByTestId('wall-lost').waitFor();
    expect(await tiles(page)).toEqual(before);
    await context.close();
  });

  test('stops and forgets what it kept once its link is revoked', async () => {
    const other = await make();
    const { page, context } = await hang({}, other.path);
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter(name => name.startsWith('hub.wall.')));
    expect(await kept()).toEqual([`hub.wall.${other.id}.zh`]);
    await expect.poll(() => shelved(page), { timeout: 20_000 }).toContain('/wall');
    const { id } = other;
    await hub.services.access.wallLinkActs.revoke(systemViewer('test'), {
      id: String(id),
      version: 1,
      reason: '拆除',
    });
    await page.getByTestId('wall-end').waitFor({ timeout: 6_000 });
    expect(await page.getByTestId('wall-end').textContent()).toContain('已失效');
    expect(await kept()).toEqual([]);
    await expect.poll(() => shelved(page), { timeout: 20_000 }).toEqual([]);
    await expectAccessible(page);
    await context.close();
  });

  test('is paused by a key, and opens for a session too; without either it says so', async () => {
    const { page, context } = await hang();
    await page.keyboard.press(' ');
    await page.getByText('已暂停').waitFor();
    await context.close();
    const nobody = await visit(browser, origin);
    await nobody.page.goto('/wall');
    await nobody.page.getByTestId('wall-end').waitFor();
    await nobody.context.close();
    const office = await visit(browser, origin, {}, await hub.signedIn('hall', 'OFFICE'));
    await office.page.goto('/wall');
    await office.page.getByTestId('wall-tile').first().waitFor();
    await office.page.goto('/wall-links');
    await office.page.getByTestId('make-wall').click();
    await office.page.getByLabel('挂在哪里').fill('会议室');
    await office.page.getByRole('button', { name: '生成链接' }).last().click();
    const shown = await office.page.getByTestId('shown-once').textContent();
    expect(shown).toMatch(/\/wall#wall_\d+_/);
    await expectAccessible(office.page);
    await office.context.close();
  });
}
