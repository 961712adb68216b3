import type { Message } from '../kernel/errors.ts';

/** Days from the first to the last, both included; without a last one, all that are longer. */
export interface DayBand extends Message {
  readonly code: string;
  readonly first: number;
  readonly last: number | null;
}

/** A band that ends. */
export const upTo = (first: number, last: number): DayBand => ({
  code: `DAYS_${first}_${last}`,
  first,
  last,
  ...(first
    ? { zh: `${first}–${last} 天`, en: `${first}–${last} days` }
    : { zh: `${last} 天以内`, en: `Up to ${last} days` }),
});
/** The last band of a scale. */
export const over = (days: number): DayBand => ({
  code: `DAYS_OVER_${days}`,
  first: days + 1,
  last: null,
  zh: `${days} 天以上`,
  en: `Over ${days} days`,
});

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
