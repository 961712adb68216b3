import { isDay } from './days.ts';
import type { Message } from './errors.ts';

/** Whether a day may be asked about: it exists, and lies where calendars and departments agree on days. */
export const mayBeAsked = (day: string): boolean => isDay(day) && day >= '1900-01-01' && day <= '2199-12-31';

/** What is said of any other. */
export const noDayAsked: Message = {
  zh: '日期须在 1900 至 2199 年之间。',
  en: 'A day between 1900 and 2199 is expected.',
};
