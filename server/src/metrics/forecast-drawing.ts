import { addDays, addMonths, daysBetween, type Day } from '../kernel/days.ts';
import type { Message } from '../kernel/errors.ts';
import type { Pace } from './pace.ts';

/** One point of the way ahead, as shares of the employers. */
export interface ForecastPoint {
  day: Day;
  value: number;
  low: number;
  high: number;
}

const mostMonths = 60;
const usualMonths = 24;

/** Today's point and every month end until the target is reached at the slow pace (at most two years on) and `by` is past. */
export function drawingPoints(
  at: Day,
  by: Day,
  reached: Day | null,
  certified: number,
  employers: number,
  pace: Pace,
): ForecastPoint[] {
  const farthest = addMonths(at, usualMonths);
  const wanted = reached && reached < farthest ? reached : farthest;
  const until = reached && wanted > by ? wanted : by;
  const share = (day: Day, perDay: number): number =>
    Math.min(1, Math.max(0, (certified + perDay * daysBetween(at, day)) / employers));
  const point = (day: Day): ForecastPoint => ({
    day,
    value: share(day, pace.net / pace.days),
    low: share(day, pace.low),
    high: share(day, pace.high),
  });
  const points = [point(at)];
  for (let month = 0; month < mostMonths; month++) {
    const day = addDays(addMonths(`${at.slice(0, 8)}01`, month + 1), -1);
    if (day > at) points.push(point(day));
    if (day >= until) break;
  }
  return points;
}

/** The method in words, shown beside every forecast. */
export const forecastMethod: Message = {
  zh: '按最近 90 天的净增速度（新增认定减去到期、撤销及退出）直线外推，在营用人单位数按当日计；区间取自 90 天内九个十日段净增数的离散程度（均值的 90% 置信区间，t 分布）。目标取目标路径的最后一点。',
  en: 'Straight continuation of the net pace of the last 90 days (newly certified less expired, revoked and gone), with as many active employers as on the day. The range comes from the spread of the net change over the nine ten-day windows within those 90 days: the 90 % confidence interval of their mean (Student). The target is the last point of its path.',
};
