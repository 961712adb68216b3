import type { ExpiryKind, UnionFilter } from '@hexie/schema/generated/documents.ts';
import { addMonths, monthEnd } from '@hexie/schema/pictures/days.ts';
import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';
import { endingQuery, type Ending } from '../../lists/ending.ts';

/** The agreements whose calendar is kept, and what each is in the calendar of what runs out. */
export const agreementKinds = {
  COLLECTIVE: 'COLLECTIVE_AGREEMENT',
  WAGE: 'WAGE_AGREEMENT',
} as const satisfies Record<string, ExpiryKind>;
export type AgreementKind = keyof typeof agreementKinds;

/** The unions with such an agreement in force on a day that ends between two. */
export const endingAt = (kind: AgreementKind, { on, from, to }: Ending): UnionFilter =>
  kind === 'WAGE'
    ? { wageInForceOn: on, wageEndsOn: { gte: from, lte: to } }
    : { collectiveInForceOn: on, collectiveEndsOn: { gte: from, lte: to } };

/** The page with these unions, the first to end first. */
export const endingList = (
  kind: AgreementKind,
  ending: Ending,
  kept: LocationQueryRaw = {},
): RouteLocationRaw => ({
  name: 'unions',
  query: { ...kept, agreement: kind, ...endingQuery(ending), sort: `${kind}_ENDS_ON` },
});

/** The last day of the quarter that a day lies in. */
export const quarterEnd = (day: string): string =>
  monthEnd(addMonths(`${day.slice(0, 7)}-01`, (12 - Number(day.slice(5, 7))) % 3));
