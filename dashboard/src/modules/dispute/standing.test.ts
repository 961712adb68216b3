import { describe, expect, it } from 'vitest';
import { grownMost, mostCommon, standingMessage, type DisputeStanding } from './standing.ts';

type Change = DisputeStanding['filed']['total']['sinceLastYear'];
const moved = (amount: number, share: number | null = amount / 100): Change => ({
  amount, share, trend: amount > 0 ? 'UP' : amount < 0 ? 'DOWN' : 'SAME', better: null,
}); // prettier-ignore
const standing = (value: number | null, change: Change, causes: [string, number | null, Change][] = []): DisputeStanding => ({
  filed: {
    total: { value, sinceLastYear: change },
    points: causes.map(([key, count, since]) => ({ cuts: [{ key, label: key }], value: { value: count, sinceLastYear: since } })),
  },
  success: { total: { value: 0.8, status: 'MET' } },
}); // prettier-ignore

describe('whether there are more disputes than a year ago', () => {
  it.each([
    ['unknown', standing(null, null)],
    ['first', standing(5, null)],
    ['first', standing(5, moved(5, null))],
    ['more', standing(110, moved(10))],
    ['fewer', standing(90, moved(-10))],
    ['same', standing(100, moved(0))],
  ] as const)('%s', (message, data) => {
    expect(standingMessage(data)).toBe(message);
  });
});

describe('of what kind', () => {
  const data = standing(100, moved(-10), [
    ['04', 60, moved(-20)],
    ['06', 30, moved(9)],
    ['03', 9, moved(1)],
    ['05', 1, null],
  ]);

  it('the cause that grew most, and the one with the most cases', () => {
    expect(grownMost(data)?.cuts[0]?.key).toBe('06');
    expect(mostCommon(data)?.cuts[0]?.key).toBe('04');
  });

  it('none where none grew, and none where none is known', () => {
    expect(grownMost(standing(60, moved(-20), [['04', 60, moved(-20)]]))).toBeUndefined();
    expect(mostCommon(standing(null, null, [['04', null, null]]))).toBeUndefined();
  });
});
