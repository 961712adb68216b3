import type { Day } from '../kernel/days.ts';
import type { Role } from './roles.ts';

/** The part of a role assignment that says when it holds. */
interface Term {
  readonly id: number;
  readonly startsOn: Day;
  readonly endsOn?: Day | null | undefined;
}

/** Whether the term covers the day; both ends are included. */
export const termHolds = (term: Term, day: Day): boolean =>
  term.startsOn <= day && (term.endsOn == null || day <= term.endsOn);

/** The role held on a day: of several, the one assigned last. */
export function currentGrant<Row extends Term & { role: Role }>(
  rows: readonly Row[],
  day: Day,
): Row | undefined {
  return rows.filter(row => termHolds(row, day)).sort((a, b) => b.id - a.id)[0];
}
