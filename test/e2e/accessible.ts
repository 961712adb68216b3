import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What WCAG 2.1 asks for at levels A and AA, and what experience adds. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Every barrier on the page as it stands, by axe, whatever its weight: the rule, the places, what is missing. */
export async function barriers(page: Page): Promise<string[]> {
  // The page lives through changes of language and theme, and axe within it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async values => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(node => `${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
    }));
  }, tags);
  return violations.map(({ id, where }) => `${id}: ${where.slice(0, 3).join(' | ')}`);
}

/** No barrier on the page, by axe. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}
