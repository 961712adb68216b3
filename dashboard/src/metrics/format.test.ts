import { describe, expect, test } from 'vitest';
import { bytes, decimal, moment } from './format.ts';

describe('moments, amounts and sizes', () => {
  test('a moment is read on the Shanghai clock, wherever the reader is', () =>
    expect(moment('2022-10-31T17:05:00Z')).toBe('2022-11-01 01:05'));
  test.each([
    ['36000.00', '36,000'],
    ['91.5', '91.5'],
    [null, '—'],
    ['', '—'],
  ])('the amount %s reads %s', (text, shown) => expect(decimal(text)).toBe(shown));
  test.each([
    [0, '1 KB'],
    [284_000, '277 KB'],
    [3_500_000, '3.3 MB'],
  ])('%i bytes read %s', (size, shown) => expect(bytes(size)).toBe(shown));
});
