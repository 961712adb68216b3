import { addDays, addMonths, dayNumber, daysBetween, partsOf, type Day } from '../kernel/days.ts';
import type { MetricKind } from './define-metric.ts';

/** Lengths of time a series can step by. */
export const grains = {
  DAY: { zh: '日', en: 'Day' },
  WEEK: { zh: '周（周一起）', en: 'Week, from Monday' },
  MONTH: { zh: '月', en: 'Calendar month' },
  QUARTER: { zh: '季', en: 'Calendar quarter' },
  YEAR: { zh: '年', en: 'Calendar year' },
} as const;
export type Grain = keyof typeof grains;

/** What a figure is asked for: a period for a flow; for a stock its last day is the day D. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** First day of the calendar period that a day lies in. */
export function startOf(grain: Grain, day: Day): Day {
  const [year, month] = partsOf(day);
  if (grain === 'DAY') return day;
  if (grain === 'WEEK') return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
  if (grain === 'MONTH') return `${day.slice(0, 8)}01`;
  if (grain === 'QUARTER') return `${day.slice(0, 5)}${pad(month - ((month - 1) % 3))}-01`;
  return `${String(year).padStart(4, '0')}-01-01`;
}

/** First day of the next calendar period. */
function next(grain: Grain, start: Day): Day {
  if (grain === 'DAY') return addDays(start, 1);
  if (grain === 'WEEK') return addDays(start, 7);
  return addMonths(start, grain === 'MONTH' ? 1 : grain === 'QUARTER' ? 3 : 12);
}

/** Fewest days a period of the grain has: to bound a series before it is made. */
export const shortest: Record<Grain, number> = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 };

/** One step of a series: the first day of its calendar period, and the part of it that is asked for. */
export interface Step extends Period {
  readonly start: Day;
}

/** Every calendar period that the days from–to touch, in order, each cut to the part inside. */
export function stepsOf(grain: Grain, from: Day, to: Day): Step[] {
  const steps: Step[] = [];
  for (let start = startOf(grain, from); start <= to; start = next(grain, start)) {
    const end = addDays(next(grain, start), -1);
    steps.push({ start, first: start < from ? from : start, last: end > to ? to : end });
  }
  return steps;
}

/** Whole months that a period consists of; 0 where it does not. */
function wholeMonths({ first, last }: Period): number {
  const after = addDays(last, 1);
  if (!first.endsWith('-01') || !after.endsWith('-01')) return 0;
  const [[y1, m1], [y2, m2]] = [partsOf(first), partsOf(after)];
  return (y2 - y1) * 12 + (m2 - m1);
}

/** What a figure is compared with (rule 9): a stock with the same day a month and a year earlier, a flow with the span before and the same dates a year earlier. */
export function comparisons(kind: MetricKind, period: Period): { previous: Period; lastYear: Period } {
  const { first, last } = period;
  const on = (day: Day): Period => ({ first: day, last: day });
  if (kind === 'STOCK') return { previous: on(addMonths(last, -1)), lastYear: on(addMonths(last, -12)) };
  const months = wholeMonths(period);
  const start = months ? addMonths(first, -months) : addDays(first, -daysBetween(first, last) - 1);
  return {
    previous: { first: start, last: addDays(first, -1) },
    lastYear: { first: addMonths(first, -12), last: addMonths(last, -12) },
  };
}
