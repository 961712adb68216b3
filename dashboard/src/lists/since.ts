import { addMonths, dayFromNumber, dayNumber, monthStart } from '@hexie/schema/pictures/days.ts';

/** The periods a list may be narrowed to. */
export const periods = ['MONTH', 'YEAR', 'D30', 'M12'] as const;

/** The first day of a period that ends today; undefined for all time. */
export function sinceDay(period: string, today: string): string | undefined {
  switch (period) {
    case 'MONTH': return monthStart(today);
    case 'YEAR': return `${today.slice(0, 4)}-01-01`;
    case 'D30': return dayFromNumber(dayNumber(today) - 29);
    case 'M12': return addMonths(today, -12);
    default: return undefined;
  } // prettier-ignore
}
