import { describe, expect, test } from 'vitest';
import { changeSince, type ScorecardItem } from './tile.ts';

const item = (better: 'HIGHER' | 'LOWER', value: Partial<ScorecardItem['value']>, unit: 'RATIO' | 'COUNT' = 'RATIO'): ScorecardItem => ({
  metric: {
    key: 'union.coverage', name: '', unit, kind: 'STOCK', better, target: 0.92, dimensions: [], definition: '', numerator: '', denominator: '', denominatorRule: null, owner: '', source: '', sources: [],
  },
  value: { value: null, numerator: null, denominator: null, target: null, status: null, previous: null, lastYear: null, suppressed: false, gap: null, ...value },
}); // prettier-ignore

describe('a tile', () => {
  test('more of what should grow is good, more of what should shrink is not', () => {
    expect(changeSince(item('HIGHER', { value: 0.9 }), 0.8)).toMatchObject({ direction: 'up', good: true });
    expect(changeSince(item('LOWER', { value: 5 }, 'COUNT'), 3)).toMatchObject({
      direction: 'up',
      good: false,
    });
  });
  test('a change that does not show is no change', () =>
    expect(changeSince(item('HIGHER', { value: 0.80004 }), 0.8)?.direction).toBe('same'));
  test('nothing to compare with, nothing said', () =>
    expect(changeSince(item('HIGHER', { value: 0.9 }), null)).toBeUndefined());
});
