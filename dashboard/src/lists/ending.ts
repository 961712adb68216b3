import type { LocationQueryRaw } from 'vue-router';

/** What is in force on a day and ends between two: the same rows as one month of an expiry calendar. */
export interface Ending {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** The days as the address names them: `ends=2027-01-01..2027-01-31&on=2026-11-23`; undefined where it names none. */
export function endingIn(read: (name: string) => string, today: string): Ending | undefined {
  const [from = '', to = ''] = read('ends').split('..');
  if (!isDay(from) || !isDay(to)) return undefined;
  return { from, to, on: isDay(read('on')) ? read('on') : today };
}

/** The same for an address that leads to a list. */
export const endingQuery = ({ on, from, to }: Ending): LocationQueryRaw => ({ ends: `${from}..${to}`, on });
