import { dayFromNumber, dayNumber } from '@hexie/schema/pictures/days.ts';
import type { InspectionFilter } from '@hexie/schema/generated/documents.ts';

/** How a correction may stand, as the list and the overview ask for it. */
export const correctionStates = ['OVERDUE', 'DUE', 'DONE'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** How many days ahead a correction counts as due. */
export const daysAhead = 30;

/** Corrections that at the end of a day were overdue, were due within the days ahead, or were done. */
export function correctionFilter(state: CorrectionState, at: string): InspectionFilter {
  if (state === 'DONE') return { correctedOn: { lte: at } };
  const open: InspectionFilter = { or: [{ correctedOn: { isNull: true } }, { correctedOn: { gt: at } }] };
  if (state === 'OVERDUE') return { and: [open, { correctionDueOn: { lt: at } }] };
  const ahead = dayFromNumber(dayNumber(at) + daysAhead);
  return { and: [open, { correctionDueOn: { gte: at, lte: ahead } }, { checkedOn: { lte: at } }] };
}
