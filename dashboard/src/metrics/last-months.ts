import { addMonths, monthStart } from '@hexie/schema/pictures/days.ts';

/** So many calendar months, of which the last one ends with a day. */
export const lastMonths = (to: string, months: number): { readonly from: string; readonly to: string } => ({
  from: monthStart(addMonths(to, 1 - months)),
  to,
});
