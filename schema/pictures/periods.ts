import { axisMonth, dayFromNumber, dayNumber, monthNumber, sentenceDay, sentenceMonth } from './days.ts';
import type { Frame } from './frame.ts';

/** The week of a day as calendars number it (ISO 8601): a week belongs to the year of its Thursday. */
export function weekOf(day: string): { readonly year: number; readonly week: number } {
  const thursday = dayNumber(day) - ((dayNumber(day) + 3) % 7) + 3;
  const year = Number(dayFromNumber(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1 };
}

const quarterOf = (day: string): number => Math.ceil(monthNumber(day) / 3);

/** How a period is called in a table or a tooltip: 2026年第3季度, Q3 2026; 2026年第32周, W32 2026. */
export function periodName(period: string, { language, grain = 'MONTH' }: Frame): string {
  const zh = language === 'zh';
  const year = period.slice(0, 4);
  switch (grain) {
    case 'DAY': return sentenceDay(period, language);
    case 'WEEK': {
      const of = weekOf(period);
      return zh ? `${of.year}年第${of.week}周` : `W${of.week} ${of.year}`;
    }
    case 'MONTH': return sentenceMonth(period, language);
    case 'QUARTER': return zh ? `${year}年第${quarterOf(period)}季度` : `Q${quarterOf(period)} ${year}`;
    case 'YEAR': return zh ? `${year}年` : year;
  } // prettier-ignore
}

/** How a period is called on an axis: short, with the year where one begins and on the first. */
export function periodTick(period: string, index: number, { language, grain = 'MONTH' }: Frame): string {
  const zh = language === 'zh';
  const dated = (short: string, year: string | number, begins: boolean): string => {
    if (index > 0 && !begins) return short;
    return zh ? `${year}年\n${short}` : `${short}\n${year}`;
  };
  const year = period.slice(0, 4);
  switch (grain) {
    case 'DAY': return dated(sentenceDay(period, language, false), year, period.slice(5) === '01-01');
    case 'WEEK': {
      const of = weekOf(period);
      return dated(zh ? `${of.week}周` : `W${of.week}`, of.year, of.week === 1);
    }
    case 'MONTH': return axisMonth(period, language, index === 0 || monthNumber(period) === 1);
    case 'QUARTER': return dated(zh ? `${quarterOf(period)}季度` : `Q${quarterOf(period)}`, year, quarterOf(period) === 1);
    case 'YEAR': return zh ? `${year}年` : year;
  } // prettier-ignore
}
