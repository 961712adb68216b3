import { describe, expect, test } from 'vitest';
import { changeOf } from './change.ts';

const rate = { unit: 'RATIO', better: 'HIGHER' } as const;
const cases = { unit: 'COUNT', better: 'LOWER' } as const;

describe('how a figure moved', () => {
  test.each([
    ['more of what should grow is good', rate, 0.9, 0.8, 'UP', true],
    ['less of it is not', rate, 0.8, 0.9, 'DOWN', false],
    ['more of what should shrink is not good', cases, 5, 3, 'UP', false],
    [
      'what neither way is better is neither',
      { unit: 'COUNT', better: 'NEUTRAL' } as const,
      5,
      3,
      'UP',
      null,
    ],
    ['what does not show is no change', rate, 0.80004, 0.8, 'SAME', null],
    ['half a tenth of a percent shows', rate, 0.8005, 0.8, 'UP', true],
  ] as const)('%s', (_case, metric, now, before, trend, better) => {
    expect(changeOf(metric, now, before)).toMatchObject({ trend, better });
  });

  test('the share is one of the earlier figure, and none where that was nothing', () => {
    expect(changeOf(cases, 3, 4)?.share).toBe(-0.25);
    expect(changeOf(cases, 3, 0)).toMatchObject({ amount: 3, share: null });
  });

  test('nothing to compare with, nothing said', () => {
    expect(changeOf(rate, 0.9, null)).toBeNull();
    expect(changeOf(rate, null, 0.9)).toBeNull();
  });
});
