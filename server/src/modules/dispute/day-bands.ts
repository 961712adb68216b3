import type { Message } from '../../kernel/errors.ts';

/** Days from the first to the last, both included; without a last one, all that are longer. */
export interface DayBand extends Message {
  readonly code: string;
  readonly first: number;
  readonly last: number | null;
}

const upTo = (first: number, last: number): DayBand => ({
  code: `DAYS_${first}_${last}`,
  first,
  last,
  ...(first
    ? { zh: `${first}–${last} 天`, en: `${first}–${last} days` }
    : { zh: `${last} 天以内`, en: `Up to ${last} days` }),
});
const over = (days: number): DayBand => ({
  code: `DAYS_OVER_${days}`,
  first: days + 1,
  last: null,
  zh: `${days} 天以上`,
  en: `Over ${days} days`,
});

/** How long a case took from application to closing; the third band ends where the statutory days do. */
export const durationBands = [upTo(0, 5), upTo(6, 10), upTo(11, 15), upTo(16, 30), over(30)] as const;

/** How long an open case has been waiting since its application. */
export const ageBands = [
  upTo(0, 5), upTo(6, 10), upTo(11, 15), upTo(16, 30), upTo(31, 60), over(60),
] as const; // prettier-ignore

/** The codes of some bands with their names, in their order. */
export const bandCodes = (bands: readonly DayBand[]): Readonly<Record<string, Message>> =>
  Object.fromEntries(bands.map(({ code, zh, en }) => [code, { zh, en }]));

/** SQL for the band in which a number of days lies; null where there is no number. */
export const bandSql = (days: string, bands: readonly DayBand[]): string =>
  `case ${bands
    .map(({ code, last }) => `when ${last === null ? `${days} is not null` : `${days} <= ${last}`} then '${code}'`)
    .join(' ')} end`; // prettier-ignore

/** SQL for a list of bands: its code, its first day, and the day after its last or none. */
export const bandList = (bands: readonly DayBand[]): string =>
  `(values ${bands
    .map(({ code, first, last }) => `('${code}', ${first}, ${last === null ? 'null' : last + 1})`)
    .join(', ')})`;
