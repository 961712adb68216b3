import { describe, expect, it } from 'vitest';
import { paceOf, reachedAfter } from '../../server/src/metrics/pace.ts';
import { gap, pathAt, statusOf, toNumber, type Rational } from '../../server/src/metrics/target.ts';

const path = [
  { day: '2022-06-17', micros: 0 },
  { day: '2022-12-31', micros: 900_000 },
];
const at = (day: string): Rational => pathAt(path, day) as Rational;
const share = (n: number, d: number): Rational => ({ n: BigInt(n), d: BigInt(d) });

describe('the target path', () => {
  it('is level outside its points and linear by days between them', () => {
    expect(toNumber(at('2021-01-01'))).toBe(0);
    expect(toNumber(at('2022-06-17'))).toBe(0);
    expect(toNumber(at('2022-06-18'))).toBeCloseTo(0.9 / 197, 15);
    expect(toNumber(at('2022-12-31'))).toBe(0.9);
    expect(toNumber(at('2030-01-01'))).toBe(0.9);
  });

  it('rounds employers up exactly, where floating point would ask for one too many', () => {
    expect(Math.ceil(0.07 * 100)).toBe(8);
    expect(gap(share(70_000, 1_000_000), 100, 0)).toBe(7);
    expect(gap(at('2022-12-31'), 1000, 899)).toBe(1);
    expect(gap(at('2022-12-31'), 1000, 950)).toBe(0);
    expect(gap(at('2022-12-31'), 1001, 0)).toBe(901);
    expect(gap(at('2022-06-18'), 1970, 0)).toBe(9);
    expect(gap(at('2022-06-18'), 1971, 0)).toBe(10);
  });
});

describe('the status', () => {
  const ratio = { better: 'HIGHER', unit: 'RATIO' } as const;
  it.each([
    ['at the target', share(9, 10), 'MET'],
    [
      'exactly five points below, where 0.9 − 0.85 is more than 0.05 in floating point',
      share(85, 100),
      'NEAR',
    ],
    ['a hair farther', share(849_999, 1_000_000), 'MISSED'],
  ])('%s', (_, value, status) => {
    expect(statusOf(ratio, value, share(9, 10))).toBe(status);
  });

  it('is near for ratios only, and NONE without a value or a target', () => {
    const days = { better: 'LOWER', unit: 'DAYS' } as const;
    expect(statusOf(days, share(1001, 100), share(10, 1))).toBe('MISSED');
    expect(statusOf(days, share(10, 1), share(10, 1))).toBe('MET');
    expect(statusOf(ratio, null, share(9, 10))).toBe('NONE');
    expect(statusOf(ratio, share(1, 2), null)).toBe('NONE');
  });
});

describe('the pace', () => {
  it('is the net change over ninety days; its range comes from the spread of the ten-day windows', () => {
    const pace = paceOf([100, 101, 103, 104, 106, 107, 109, 110, 112, 113]);
    expect(pace.net).toBe(13);
    expect(pace.days).toBe(90);
    expect(pace.low).toBeLessThan(13 / 90);
    expect(pace.high).toBeGreaterThan(13 / 90);
    expect(paceOf([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])).toMatchObject({ low: 0.2, high: 0.2 });
  });

  it('reaches a target on a whole day, or never', () => {
    expect(reachedAfter(13, 13, 90)).toBe(90);
    expect(reachedAfter(1, 13, 90)).toBe(7);
    expect(reachedAfter(0, -5, 90)).toBe(0);
    expect(reachedAfter(5, 0, 90)).toBeNull();
    expect(reachedAfter(5, -1, 90)).toBeNull();
  });
});
