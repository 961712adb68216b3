import { describe, expect, test } from 'vitest';
import { pathMessage, standing, type Forecast } from './verdict.ts';

const forecast = (change: Partial<Forecast>): Forecast => ({
  at: '2022-10-31', rate: 997 / 1196, employers: 1196, target: 0.9, targetOn: '2022-12-31', targetReached: false, gap: 80, surplus: 0, net: 185,
  date: '2022-12-09', earliest: '2022-11-28', latest: null, paceNeeded: 1.31, weeklyNeeded: 10, by: '2022-12-31', path: [], points: [], method: '',
  ...change,
}); // prettier-ignore

describe('the verdict of the home page', () => {
  test.each([
    ['nothing delivered', undefined, 'none', 'none'],
    ['no employer', forecast({ employers: 0, rate: null }), 'none', 'none'],
    ['on the way', forecast({}), 'dated', 'ahead'],
    ['on the way, the day has passed', forecast({ weeklyNeeded: null }), 'dated', 'pace'],
    ['no net gain', forecast({ date: null, net: -18 }), 'stalled', 'stalled'],
    ['met', forecast({ targetReached: true, gap: 0 }), 'reached', 'reached'],
    ['met but falling', forecast({ targetReached: true, gap: 0, net: -9 }), 'reached', 'falling'],
  ] as const)('%s', (_case, given, verdict, message) => {
    expect(standing(given)).toBe(verdict);
    expect(pathMessage(given)).toBe(message);
  });
});
