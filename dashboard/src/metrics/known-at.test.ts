import { describe, expect, test } from 'vitest';
import { asKnownAt } from './known-at.ts';

describe('the moment of knowledge an address names', () => {
  test.each([
    ['', undefined],
    ['2022-09-30', '2022-09-30T23:59:59.999+08:00'],
    ['2022-10-31', undefined],
    ['2023-01-01', undefined],
    ['2022-13-45', undefined],
    ['<img src=x>', undefined],
    ['1', undefined],
    ['2022-09-30T12:00:00+08:00', '2022-09-30T04:00:00.000Z'],
    ['2022-09-30T12:00:00.000Z', '2022-09-30T12:00:00.000Z'],
    ['2022-09-30Tnoon', undefined],
  ])('%s', (said, moment) => expect(asKnownAt(said, '2022-10-31')).toBe(moment));
});
