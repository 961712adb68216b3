import { addDays, type Day } from '../kernel/days.ts';

const windows = 9;
const windowDays = 10;
/** Two-sided 90 % of Student's t with eight degrees of freedom: nine windows less one. */
const student = 1.86;

/** How fast a number has grown over the last 90 days, in employers a day. */
export interface Pace {
  /** Net change over all the days, exact. */
  readonly net: number;
  readonly days: number;
  /** Slowest and fastest pace that the spread of the windows supports. */
  readonly low: number;
  readonly high: number;
}

/** The day before the first window, then the last day of each, up to and with the day itself. */
export const windowEnds = (at: Day): Day[] =>
  Array.from({ length: windows + 1 }, (_, i) => addDays(at, (i - windows) * windowDays));

/** The pace from the numbers at the windows' ends; its range is the 90 % interval of the windows' mean change. */
export function paceOf(atEnds: readonly number[]): Pace {
  const changes = atEnds.slice(1).map((value, i) => value - (atEnds[i] ?? 0));
  const net = (atEnds.at(-1) ?? 0) - (atEnds[0] ?? 0);
  const mean = net / changes.length;
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (changes.length - 1);
  const half = student * Math.sqrt(variance / changes.length);
  return {
    net,
    days: changes.length * windowDays,
    low: (mean - half) / windowDays,
    high: (mean + half) / windowDays,
  };
}

/** Days until a number missing is made up at `change` per `days`; null where that never happens or takes a lifetime. */
export function reachedAfter(missing: number, change: number, days: number): number | null {
  if (missing === 0) return 0;
  if (change <= 0) return null;
  const after = Math.ceil((missing * days) / change);
  return after <= 36_500 ? after : null;
}
