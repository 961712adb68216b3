import type { Direction, MetricUnit } from './define-metric.ts';

/** How a figure moved since an earlier one. */
export interface MetricChange {
  /** In the unit of the figure: of a ratio the difference, not a share of it. */
  amount: number;
  /** As a share of the earlier figure; null where that was nothing. */
  share: number | null;
  trend: Trend;
  /** Null where nothing moved, or where neither way is better. */
  better: boolean | null;
}

/** Which way a figure moved. */
export const trends = {
  UP: { zh: '上升。', en: 'Up.' },
  DOWN: { zh: '下降。', en: 'Down.' },
  SAME: { zh: '持平。', en: 'As before, as far as the figure is shown.' },
} as const;
export type Trend = keyof typeof trends;

/** The smallest step that shows: rates to a tenth of a percent, amounts to a thousand yuan. */
const steps: Readonly<Record<MetricUnit, number>> = {
  RATIO: 0.001, INDEX: 0.1, DAYS: 0.1, PER_100: 0.01, COUNT: 1, PERSONS: 1, YUAN: 1000,
}; // prettier-ignore

/** The change between two figures, and whether it is for the better; null where one of them is not known. */
export function changeOf(
  { unit, better }: { readonly unit: MetricUnit; readonly better: Direction },
  now: number | null,
  before: number | null,
): MetricChange | null {
  if (now === null || before === null) return null;
  const amount = now - before;
  // A hair more than half, so that a difference of binary fractions is judged as the decimal it stands for.
  const moved = Math.abs(amount) >= steps[unit] / 2 - 1e-9;
  const trend = moved ? (amount > 0 ? 'UP' : 'DOWN') : 'SAME';
  const good = moved && better !== 'NEUTRAL' ? (trend === 'UP') === (better === 'HIGHER') : null;
  return { amount, share: before === 0 ? null : amount / Math.abs(before), trend, better: good };
}
