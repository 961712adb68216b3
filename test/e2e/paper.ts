import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';

/** A page as it comes out of the printer: the text of each sheet, as a reader would type it. */
export async function printed(page: Page): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(pdf);
  // Fonts name some characters by the radical they look like.
  return text.map(sheet => sheet.normalize('NFKC'));
}

/** The page as it is laid out for A4, looked at on the screen: light, and no picture wider than the card it stands in. */
export async function expectWholeOnPaper(page: Page): Promise<void> {
  const before = page.viewportSize();
  const framed = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('.canvas svg')].every(svg => svg.hasAttribute('viewBox'));
  });
  expect(framed).toBe(true);
  await page.emulateMedia({ media: 'print' });
  // 210 mm less the margins, in CSS pixels.
  await page.setViewportSize({ width: 703, height: 1000 });
  const found = await page.evaluate(() => ({
    dark: document.documentElement.classList.contains('dark'),
    bar: getComputedStyle(document.querySelector('header.bar') ?? document.body).display,
    wide: document.documentElement.scrollWidth,
    cut: [...document.querySelectorAll('.canvas svg')].filter(svg => {
      const [card, drawn] = [svg.closest('.card'), svg].map(one => one?.getBoundingClientRect());
      return (drawn?.right ?? 0) > (card?.right ?? 0);
    }).length,
  }));
  expect(found).toEqual({ dark: false, bar: 'none', wide: 703, cut: 0 });
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  if (before) await page.setViewportSize(before);
}
