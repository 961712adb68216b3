import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '../../kernel/days.ts';
import { startOf } from '../periods.ts';
import { coverOf, type CellGrain } from './cover.ts';

const starts: Record<CellGrain, (day: Day) => Day> = {
  D: day => day,
  M: day => startOf('MONTH', day),
  Y: day => startOf('YEAR', day),
};

/** The buckets a change of a day is added to: one for each stretch that holds its cell of that grain. */
const bucketsOf = (days: readonly Day[], day: Day): number[] =>
  coverOf(days)
    .filter(({ grain, first, last }) => first <= starts[grain](day) && starts[grain](day) <= last)
    .map(({ bucket }) => bucket);

describe('stretches of cells', () => {
  test.each([
    [['2024-02-29']],
    [['2023-12-31', '2024-01-01', '2024-01-02']],
    [['2022-06-17', '2022-12-31', '2024-01-31', '2024-03-15']],
    [['2021-03-05', '2024-03-05', '2024-04-04']],
    [['2023-01-31', '2023-02-28', '2023-03-31', '2023-12-31', '2024-12-31']],
  ])('up to %j hold every change once, in the bucket of the first day that is not before it', days => {
    const from = '2020-12-25';
    for (let i = 0; i <= daysBetween(from, '2025-01-10'); i++) {
      const day = addDays(from, i);
      const bucket = days.findIndex(one => day <= one);
      expect(bucketsOf(days, day), day).toEqual(bucket < 0 ? [] : [bucket]);
    }
  });

  test('reach back to the beginning of all time', () => {
    expect(coverOf(['2024-01-31'])).toEqual([
      { grain: 'Y', first: '-infinity', last: '2023-12-31', bucket: 0 },
      { grain: 'M', first: '2024-01-01', last: '2024-01-31', bucket: 0 },
    ]);
  });

  test('are few for a series of months', () => {
    const ends = Array.from({ length: 24 }, (_, i) =>
      addDays(startOf('MONTH', addDays('2022-02-01', i * 31)), -1),
    );
    expect(coverOf(ends).length).toBeLessThan(30);
  });
});
