/** A legal day: an ISO calendar date of Asia/Shanghai, such as 2022-12-31. Never a moment. */
export type Day = string;

const dayLength = 86_400_000;
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** The day for a calendar date, or undefined where no such date exists (31 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

/** Whether the text is an existing calendar date in ISO form. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return !!match && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Year, month (1–12) and date of a day. */
export function partsOf(day: Day): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** Days since 1970-01-01: the scale on which days are counted. */
export function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day);
  return Math.round(Date.UTC(year, month - 1, date) / dayLength);
}

/** The day so many days later; earlier where the number is negative. */
export function addDays(day: Day, amount: number): Day {
  return new Date((dayNumber(day) + amount) * dayLength).toISOString().slice(0, 10);
}

/** Whole days from the first day to the second; negative if the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same date so many months on; a date the month lacks becomes its last day. */
export function addMonths(day: Day, amount: number): Day {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + (month - 1) + amount;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return `${pad(y, 4)}-${pad(m)}-${pad(Math.min(date, daysInMonth(y, m)))}`;
}

/** The calendar day that a moment falls on in Asia/Shanghai (UTC+8 all year since 1992). */
export function shanghaiDay(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A moment by the clock on the wall in Asia/Shanghai: 2026-11-23 10:00:05. */
export const shanghaiMoment = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The last moment of a day in Asia/Shanghai. */
export function endOfShanghaiDay(day: Day): Date {
  return new Date((dayNumber(day) + 1) * dayLength - 8 * 3_600_000 - 1);
}
