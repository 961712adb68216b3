import type { Language } from '../access/viewer.ts';
import { addDays, addMonths, daysBetween, isDay, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { frameOf } from './frame.ts';
import type { MetricFilter } from './metric-filter.ts';
import type { MetricInfo } from './metric-info.ts';
import { drawingPoints, forecastMethod, type ForecastPoint } from './forecast-drawing.ts';
import { paceOf, reachedAfter, windowEnds, type Pace } from './pace.ts';
import type { Period } from './periods.ts';
import type { RunningSums } from './running-sums.ts';
import type { MetricDefinition, PathPoint } from './define-metric.ts';
import { gap, toNumber } from './target.ts';

/** What a caller may ask of the forecast. */
export interface ForecastArgs {
  at?: Day | null;
  by?: Day | null;
  filter?: MetricFilter | null;
  asKnownAt?: Date | null;
}

/** When a target is reached at the present pace, and what pace would reach it in time. */
export interface Forecast {
  at: Day;
  metric: MetricInfo;
  certified: number;
  rate: number | null;
  employers: number;
  target: number;
  targetOn: Day;
  targetReached: boolean;
  gap: number;
  surplus: number;
  net: number | null;
  pace: number | null;
  date: Day | null;
  earliest: Day | null;
  latest: Day | null;
  paceNeeded: number | null;
  weeklyNeeded: number | null;
  by: Day;
  path: { day: Day; value: number }[];
  points: ForecastPoint[];
  method: string;
}

/** The days a forecast needs: the ends of nine ten-day windows, and the day before the first. */
export interface ForecastFrame {
  readonly at: Day;
  readonly by: Day | null;
  readonly periods: readonly Period[];
}

/** Settles the days of a forecast, or refuses them. */
export function forecastFrame(metric: MetricDefinition, args: ForecastArgs, today: Day): ForecastFrame {
  const at = frameOf(metric, { key: metric.key, at: args.at ?? null }, today).total.last;
  const by = args.by ?? null;
  if (by && (!isDay(by) || by <= at || by > '2199-12-31')) {
    throw DomainError.badInput('by', { zh: '期限须晚于当日。', en: '`by` must be a later day than `at`.' });
  }
  return { at, by, periods: windowEnds(at).map(day => ({ first: day, last: day })) };
}

/** The forecast from the sums of the certification rate; employers are taken to stay as many as they are. */
export function forecastOf(
  frame: ForecastFrame,
  sums: RunningSums | null,
  path: readonly PathPoint[],
  language: Language,
): Omit<Forecast, 'metric'> {
  const { at } = frame;
  const counted = frame.periods.map(period => sums?.over(period) ?? { n: 0, d: 0 });
  const { n: certified, d: employers } = counted.at(-1) ?? { n: 0, d: 0 };
  const last = path.at(-1) ?? { day: at, micros: 0 };
  const target = { n: BigInt(last.micros), d: 1_000_000n };
  const missing = gap(target, employers, certified);
  const targetReached = employers > 0 && missing === 0;
  const pace = sums && paceOf(counted.map(one => one.n));
  const by = frame.by ?? (last.day > at ? last.day : nextYearEnd(at));
  const reach = (change: number, days: number): Day | null => {
    const after = pace && employers > 0 ? reachedAfter(missing, change, days) : null;
    return after === null ? null : addDays(at, after);
  };
  const spread = (of: (pace: Pace) => number): Day | null => (pace ? reach(of(pace), 1) : null);
  const [date, earliest, latest] = [
    pace && reach(pace.net, pace.days),
    spread(one => one.high),
    spread(one => one.low),
  ];
  return {
    at,
    certified,
    rate: employers > 0 ? certified / employers : null,
    employers,
    target: toNumber(target),
    targetOn: last.day,
    targetReached,
    gap: missing,
    surplus: Math.max(0, certified - gap(target, employers, 0)),
    net: pace && pace.net,
    pace: pace && pace.net / pace.days,
    date,
    earliest,
    latest,
    paceNeeded: sums && missing / daysBetween(at, by),
    weeklyNeeded: sums && Math.ceil((missing * 7) / daysBetween(at, by)),
    by,
    path: path.map(({ day, micros }) => ({ day, value: micros / 1e6 })),
    points: pace && employers ? drawingPoints(at, by, latest ?? date, certified, employers, pace) : [],
    method: forecastMethod[language],
  };
}

/** 31 December of the year, or of the next where the day is past or on it. */
function nextYearEnd(at: Day): Day {
  const end = `${at.slice(0, 4)}-12-31`;
  return end > at ? end : addMonths(end, 12);
}
