import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { watchRequests } from './settled.ts';

export { expectAccessible } from './accessible.ts';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** A real Chromium without a window; `settings` are added to its environment. */
export function launchBrowser(settings: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? known.find(path => existsSync(path));
  if (!executablePath) throw new Error('No Chromium: install it or name one in CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...settings },
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

export interface Look {
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A page that remembers every complaint of the browser. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** A fresh visitor; `state` carries a sign-in over. */
export async function visit(
  browser: Browser,
  baseURL: string,
  { language = 'zh', theme = 'light', width = 1440, height = 900 }: Look = {},
  state?: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
    ...(state ? { storageState: state } : {}),
  });
  await context.addInitScript(chosen => {
    if (!localStorage.getItem('hub.language')) localStorage.setItem('hub.language', chosen);
  }, language);
  const page = await context.newPage();
  watchRequests(page);
  const complaints: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  return { page, context, complaints };
}

/** Nothing is cut off at the right edge. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}

/** Headings begin where lines begin: no parent's rule has reached into a page. Empty states stand in the middle on purpose. */
export async function expectHeadingsAtStart(page: Page): Promise<void> {
  const astray = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3')]
      .filter(heading => !heading.closest('.empty, .end'))
      .filter(heading => !['start', 'left'].includes(getComputedStyle(heading).textAlign))
      .map(heading => heading.textContent),
  );
  expect(astray).toEqual([]);
}

/** What becomes true within twenty seconds, however busy the machine is. */
export const soon = <Result>(read: () => Result | Promise<Result>) => expect.poll(read, { timeout: 20_000 });
