import { expect, test } from 'vitest';
import { dayFromNumber } from './days.ts';
import type { Grain } from './frame.ts';
import { periodName, periodTick, weekOf } from './periods.ts';

test.each<[Grain | undefined, string, string, string, string, string]>([
  ['DAY', '2026-08-05', '2026年8月5日', '5 Aug 2026', '8月5日', '5 Aug'],
  ['WEEK', '2026-08-03', '2026年第32周', 'W32 2026', '32周', 'W32'],
  ['WEEK', '2024-12-30', '2025年第1周', 'W1 2025', '2025年\n1周', 'W1\n2025'],
  ['WEEK', '2026-12-28', '2026年第53周', 'W53 2026', '53周', 'W53'],
  [undefined, '2026-08-01', '2026年8月', 'Aug 2026', '8月', 'Aug'],
  ['MONTH', '2026-01-01', '2026年1月', 'Jan 2026', '2026年\n1月', 'Jan\n2026'],
  ['QUARTER', '2026-07-01', '2026年第3季度', 'Q3 2026', '3季度', 'Q3'],
  ['QUARTER', '2026-01-01', '2026年第1季度', 'Q1 2026', '2026年\n1季度', 'Q1\n2026'],
  ['YEAR', '2026-01-01', '2026年', '2026', '2026年', '2026'],
])('a period by %s from %s is called so', (grain, day, zh, en, tickZh, tickEn) => {
  const frame = { theme: 'light', grain } as const;
  expect(periodName(day, { ...frame, language: 'zh' })).toBe(zh);
  expect(periodName(day, { ...frame, language: 'en' })).toBe(en);
  expect(periodTick(day, 3, { ...frame, language: 'zh' })).toBe(tickZh);
  expect(periodTick(day, 3, { ...frame, language: 'en' })).toBe(tickEn);
});

test('the first of an axis says its year, whatever it is', () => {
  const frame = { theme: 'light', language: 'zh' } as const;
  expect(periodTick('2026-08-03', 0, { ...frame, grain: 'WEEK' })).toBe('2026年\n32周');
  expect(periodTick('2026-07-01', 0, { ...frame, grain: 'QUARTER' })).toBe('2026年\n3季度');
});

test('weeks run from Monday to Sunday, one after the other, and begin anew with the week of 4 January', () => {
  for (let n = 0; n < 40_000; n++) {
    const [day, next] = [weekOf(dayFromNumber(n)), weekOf(dayFromNumber(n + 1))];
    const monday = new Date(`${dayFromNumber(n + 1)}T00:00:00Z`).getUTCDay() === 1;
    if (!monday) expect(next).toEqual(day);
    else if (next.week === 1) expect(next.year).toBe(day.year + 1);
    else expect(next).toEqual({ year: day.year, week: day.week + 1 });
  }
  for (const year of [2020, 2024, 2026]) expect(weekOf(`${year}-01-04`)).toEqual({ year, week: 1 });
});
