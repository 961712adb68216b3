import type { DisputeStandingQuery } from '@hexie/schema/generated/documents.ts';

export type DisputeStanding = DisputeStandingQuery;
type Point = DisputeStanding['filed']['points'][number];

/** Which sentence says whether there are more disputes than a year ago. */
export type StandingMessage = 'unknown' | 'first' | 'more' | 'fewer' | 'same';

/** Not delivered, nothing to hold it against, or how it moved. */
export function standingMessage({ filed }: DisputeStanding): StandingMessage {
  if (filed.total.value === null) return 'unknown';
  const change = filed.total.sinceLastYear;
  if (typeof change?.share !== 'number') return 'first';
  return ({ UP: 'more', DOWN: 'fewer', SAME: 'same' } as const)[change.trend];
}

const moved = (point: Point): number => point.value.sinceLastYear?.amount ?? 0;

/** The cause that grew most since last year; none where no cause grew. */
export function grownMost({ filed }: DisputeStanding): Point | undefined {
  return filed.points.filter(point => moved(point) > 0).toSorted((a, b) => moved(b) - moved(a))[0];
}

/** The cause with the most cases. */
export function mostCommon({ filed }: DisputeStanding): Point | undefined {
  return filed.points
    .filter(point => (point.value.value ?? 0) > 0)
    .toSorted((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0))[0];
}
