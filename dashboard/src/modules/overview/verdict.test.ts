import { describe, expect, test } from 'vitest';
import { netOf90Days, pathMessage, standing, surplus, type Forecast } from './verdict.ts';

const forecast = (change: Partial<Forecast>): Forecast => ({
  at: '2022-10-31', certified: 997, employers: 1196, target: 0.9, targetOn: '2022-12-31', targetReached: false, gap: 80, pace: 2.05,
  date: '2022-12-09', earliest: '2022-11-28', latest: null, paceNeeded: 1.31, by: '2022-12-31', path: [], points: [], method: '',
  ...change,
}); // prettier-ignore

describe('the verdict of the home page', () => {
  test.each([
    ['nothing delivered', undefined, 'none', 'none'],
    ['no employer', forecast({ employers: 0 }), 'none', 'none'],
    ['on the way', forecast({}), 'dated', 'ahead'],
    ['on the way, the day has passed', forecast({ paceNeeded: null }), 'dated', 'pace'],
    ['no net gain', forecast({ date: null, pace: -0.2 }), 'stalled', 'stalled'],
    ['met', forecast({ targetReached: true, gap: 0 }), 'reached', 'reached'],
    ['met but falling', forecast({ targetReached: true, gap: 0, pace: -0.1 }), 'reached', 'falling'],
  ] as const)('%s', (_case, given, verdict, message) => {
    expect(standing(given)).toBe(verdict);
    expect(pathMessage(given)).toBe(message);
  });

  test('the surplus counts from the rounded-up target', () => {
    expect(surplus(forecast({ certified: 1080, employers: 1196, target: 0.9 }))).toBe(3);
    expect(netOf90Days(forecast({ pace: 2.1 }))).toBe(189);
  });
});
