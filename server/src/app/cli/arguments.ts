import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { Language } from '../../access/viewer.ts';
import { isDay, type Day } from '../../kernel/days.ts';

/** A path as the person at the terminal meant it: npm runs us at the root, INIT_CWD is where they stand. */
export const givenPath = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/** Reads a whole number within bounds; anything else is wrong usage. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `应为 ${least} 到 ${most} 的整数 / must be a whole number from ${least} to ${most}`,
    );
  };

/** Reads an existing calendar date; anything else is wrong usage. */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('应为 2026-12-31 形式的日期 / must be a day such as 2026-12-31');
}

/** The terminal's language; Chinese unless it plainly says otherwise. */
export const language = (): Language =>
  /^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'en' : 'zh';
