import { addMonths, dayFromNumber, dayNumber, monthEnd } from '@hexie/schema/pictures/days.ts';
import type { Dimension, Grain, MetricKind } from '@hexie/schema/generated/documents.ts';
import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router';

/** The dimensions a list of rows may be narrowed to, as the address names them. */
export const rowDimensions = [
  'town', 'industry', 'size', 'registration', 'cause', 'channel', 'outcome', 'duration', 'age', 'confirmation', 'performance',
  'subject', 'source', 'stage', 'grade', 'freshness',
] as const; // prettier-ignore

/** Which part of a figure: its day or period, a group, what it has or what it lacks. */
export interface Part {
  readonly at: string;
  readonly from?: string | null | undefined;
  readonly cuts?: readonly { readonly dimension: Dimension | string; readonly key: string }[];
  readonly inside?: boolean;
}

/** The page with the rows behind a figure; `kept` is the filter of the page it is left from. */
export function rowsOf(
  metric: { readonly key: string; readonly kind: MetricKind },
  { at, from, cuts = [], inside = true }: Part,
  kept: LocationQueryRaw = {},
): RouteLocationRaw {
  return {
    name: 'metric-rows',
    params: { key: metric.key },
    query: {
      ...kept,
      at,
      ...(metric.kind === 'FLOW' && from ? { from } : {}),
      ...Object.fromEntries(cuts.map(cut => [cut.dimension.toLowerCase(), cut.key])),
      ...(inside ? {} : { inside: 'no' }),
    },
  };
}

interface PointOfAnswer {
  readonly period?: string | null | undefined;
  readonly cuts: readonly { readonly dimension: string; readonly key: string }[];
}

/** The last day of a calendar period, by its first. */
export function periodEnd(period: string, grain: Grain): string {
  switch (grain) {
    case 'DAY': return period;
    case 'WEEK': return dayFromNumber(dayNumber(period) + 6);
    case 'QUARTER': return monthEnd(addMonths(period, 2));
    case 'YEAR': return monthEnd(addMonths(period, 11));
    default: return monthEnd(period);
  } // prettier-ignore
}

/** The rows behind one point of an answer by period or by group, over the same days as the point. */
export function rowsOfPoint(
  metric: { readonly key: string; readonly kind: MetricKind },
  { period, cuts }: PointOfAnswer,
  {
    from,
    to,
    grain = 'MONTH',
  }: { readonly from?: string | null | undefined; readonly to: string; readonly grain?: Grain | undefined },
  kept: LocationQueryRaw = {},
): RouteLocationRaw {
  if (!period) return rowsOf(metric, { at: to, from, cuts }, kept);
  const end = periodEnd(period, grain);
  return rowsOf(metric, { at: end < to ? end : to, from: period, cuts }, kept);
}
