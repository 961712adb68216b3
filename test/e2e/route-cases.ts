import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../architecture/files.ts';
import { cookieOf, knock, ownPassword } from '../support/sign-in.ts';
import { barriers } from './accessible.ts';
import { expectHeadingsAtStart, expectNoSideScroll, visit } from './browser.ts';
import type { DashboardHub } from './hub.ts';
import { places, type Looker, type Place } from './places.ts';
import { settled } from './settled.ts';

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
/** Keys of texts and slips of a program, which nobody should ever read. */
const noWords =
  /undefined|NaN|\bnull\b|(?<![\w.])(app|ui|lists|people|terms|tokens|policy|audit|settings|access|metrics|ingest|figures)\.[a-z]+\.[a-zA-Z]+/;

/** What a page is seen in: told by the page itself, not by what it was asked for. */
const seenIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const { lang, classList } = document.documentElement;
    const asked = location.pathname === '/wall' || classList.contains('dark') === dark;
    return `${lang === 'zh-CN' ? 'zh' : lang} ${asked ? (dark ? 'dark' : 'light') : 'the wrong theme'}`;
  });

/** The other language, by the button for it; a wall has none and follows what the browser was told. */
async function speakTheOther(page: Page): Promise<void> {
  const button = page.locator('button.tool[lang]');
  if ((await button.count()) > 0) return button.click();
  await page.evaluate(() => {
    const other = document.documentElement.lang === 'en' ? 'zh' : 'en';
    localStorage.setItem('hub.language', other);
  });
  await page.reload();
}

/** Goes through every page of the router; the test file that calls this starts the hub and the browser. */
export function routeCases(started: () => { readonly hub: DashboardHub; readonly browser: Browser }): void {
  const sessions = new Map<Looker, Promise<SignedIn>>();
  async function signIn(as: Looker): Promise<SignedIn> {
    const { hub } = started();
    if (as === 'ENROLMENT') return hub.signedIn('looks-unenrolled', 'ADMIN', false);
    if (as !== 'SECOND_FACTOR') return hub.signedIn(`looks-${as.toLowerCase()}`, as as never);
    const state = await hub.signedIn('looks-unproven', 'ADMIN');
    const body = { username: 'looks-unproven', password: ownPassword };
    const [, value = ''] = cookieOf(await knock(hub, '/api/session', body)).split('=');
    return { ...state, cookies: state.cookies.map(cookie => ({ ...cookie, value })) };
  }
  const sessionOf = (as: Looker): Promise<SignedIn> | undefined => {
    if (as === 'NOBODY') return undefined;
    if (!sessions.has(as)) sessions.set(as, signIn(as));
    return sessions.get(as);
  };

  async function look(
    { route, as, path, press, opens, language }: Place & { language: 'zh' | 'en' },
    seen: Set<string>,
  ): Promise<string[]> {
    const { hub, browser } = started();
    const { page, context, complaints } = await visit(
      browser,
      hub.origin,
      { ...wide, language },
      await sessionOf(as),
    );
    const wrong: string[] = [];
    const stand = async (): Promise<void> => {
      await settled(page);
      if (!press) return;
      await page.locator(press).first().click();
      await page.locator(opens ?? '').first().waitFor(); // prettier-ignore
      await settled(page);
    };
    const judge = async (): Promise<void> => {
      const look = await seenIn(page);
      for (const barrier of await barriers(page)) wrong.push(`${look}: ${barrier}`);
      expect(new URL(page.url()).pathname).toBe(path.split('?')[0]);
      await expectHeadingsAtStart(page);
      seen.add(`${route} ${look}`);
    };
    const turn = async (colorScheme: 'light' | 'dark'): Promise<void> => {
      await page.emulateMedia({ colorScheme });
      await settled(page);
    };
    try {
      await page.goto(path);
      await stand();
      for (const themes of [['light', 'dark'], ['dark', 'light']] as const) {
        await judge();
        await turn(themes[1]);
        await judge();
        expect(await page.locator('body').textContent()).not.toMatch(noWords);
        await expectNoSideScroll(page);
        await page.setViewportSize(narrow);
        await settled(page);
        await expectNoSideScroll(page);
        await expectHeadingsAtStart(page);
        await page.setViewportSize(wide);
        if (themes[0] === 'dark') break;
        await speakTheOther(page);
        await stand();
      } // prettier-ignore
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    }
    await context.close();
    return [...wrong, ...complaints].map(one => `${path} as ${as}: ${one}`);
  }

  test('every page of the router in both themes and languages breaks no rule of accessibility', { timeout: 600_000 }, async () => {
    const routes = (await import(/* @vite-ignore */ join(root, 'dashboard/src/app/routes.ts'))) as {
      routes: readonly { name: string; path: string }[];
    };
    const path = async (path: string): Promise<string> => {
      const [employer] = await started().hub.owner<{ uscc: string }>('select uscc from enterprise order by staff desc, uscc limit 1');
      const [file] = await started().hub.owner<{ id: string }>('select id from import_file order by file_name, id limit 1');
      return path.replace('{employer}', employer?.uscc ?? '').replace('{import}', String(file?.id));
    };
    const waiting = await Promise.all(places.map(async (place, i) => ({ ...place, path: await path(place.path), language: i % 2 ? ('en' as const) : ('zh' as const) })));
    const seen = new Set<string>();
    const wrong: string[] = [];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) wrong.push(...(await look(next, seen)));
    };
    await Promise.all([lane(), lane(), lane()]);
    expect(wrong).toEqual([]);
    const looks = ['zh light', 'zh dark', 'en light', 'en dark'];
    const missing = routes.routes.flatMap(({ name }) => {
      const lacking = looks.filter(one => !seen.has(`${name} ${one}`));
      return lacking.map(one => `${name} ${one}`);
    });
    expect(missing).toEqual([]);
    expect(routes.routes.length).toBeGreaterThan(35);
  }); // prettier-ignore
}
