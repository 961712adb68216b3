import { addDays, addMonths, type Day } from '../../kernel/days.ts';
import { startOf } from '../periods.ts';

/** The lengths of time that cells are summed over: a day, a calendar month, a calendar year. */
export type CellGrain = 'D' | 'M' | 'Y';

/** Cells of one grain whose first days lie between two days, both included, and the bucket they are added to. */
export interface Stretch {
  readonly grain: CellGrain;
  readonly first: Day;
  readonly last: Day;
  readonly bucket: number;
}

/**
 * The fewest stretches of cells that hold every change up to the last of some ascending days, each in the bucket of the
 * first day that is not before it: what `width_bucket` does to single changes.
 */
export function coverOf(days: readonly Day[]): Stretch[] {
  return days.flatMap((day, bucket) => {
    const before = days[bucket - 1];
    const after = addDays(day, 1);
    return (before === undefined ? upTo(after) : between(addDays(before, 1), after)).map(stretch => ({
      ...stretch,
      bucket,
    }));
  });
}

type Span = Omit<Stretch, 'bucket'>;

/** From `first` until the day before `end`; nothing where they are one. */
const span = (grain: CellGrain, first: Day, end: Day): Span[] =>
  first < end ? [{ grain, first, last: addDays(end, -1) }] : [];

/** Everything before a day, the beginning of all time included. */
function upTo(end: Day): Span[] {
  const [year, month] = [startOf('YEAR', end), startOf('MONTH', end)];
  return [
    { grain: 'Y', first: '-infinity', last: addDays(year, -1) },
    ...span('M', year, month),
    ...span('D', month, end),
  ];
}

/** Whole years in whole months in single days. */
function between(first: Day, end: Day): Span[] {
  const [firstMonth, endMonth] = [nextStart('MONTH', first), startOf('MONTH', end)];
  if (firstMonth >= endMonth) {
    if (firstMonth > endMonth) return span('D', first, end);
    return [...span('D', first, firstMonth), ...span('D', endMonth, end)];
  }
  const [firstYear, endYear] = [nextStart('YEAR', firstMonth), startOf('YEAR', endMonth)];
  const months =
    firstYear < endYear
      ? [
          ...span('M', firstMonth, firstYear),
          ...span('Y', firstYear, endYear),
          ...span('M', endYear, endMonth),
        ]
      : span('M', firstMonth, endMonth);
  return [...span('D', first, firstMonth), ...months, ...span('D', endMonth, end)];
}

/** The day itself where it begins a month or a year, else the beginning of the next. */
function nextStart(grain: 'MONTH' | 'YEAR', day: Day): Day {
  const start = startOf(grain, day);
  return start === day ? day : addMonths(start, grain === 'MONTH' ? 1 : 12);
}
