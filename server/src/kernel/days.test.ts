import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, endOfShanghaiDay, isDay, shanghaiDay } from './days.ts';

describe('a legal day', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2022-13-01', false],
    ['2022-6-7', false],
    ['2022-12-31T00:00:00Z', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  test('31 February is no day', () => {
    expect(dayOf(2022, 2, 31)).toBeUndefined();
  });

  test.each([
    ['2022-12-31', 1, '2023-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-11-23', 90, '2027-02-21'],
  ])('%s and %i days are %s', (day, amount, expected) => {
    expect(addDays(day, amount)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(amount);
  });

  test.each([
    ['2022-03-31', -1, '2022-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-11-30', 3, '2023-02-28'],
  ])('%s and %i months are %s, clamped to the last day', (day, amount, expected) => {
    expect(addMonths(day, amount)).toBe(expected);
  });

  test.each([
    ['2022-12-31T15:59:59.999Z', '2022-12-31'],
    ['2022-12-31T16:00:00.000Z', '2023-01-01'],
  ])('the moment %s falls on %s in Shanghai', (moment, day) => {
    expect(shanghaiDay(new Date(moment))).toBe(day);
  });

  test('a Shanghai day ends one millisecond before the next begins', () => {
    expect(endOfShanghaiDay('2022-12-31').toISOString()).toBe('2022-12-31T15:59:59.999Z');
  });
});
