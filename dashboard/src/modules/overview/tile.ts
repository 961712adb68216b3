import type { ScorecardQuery } from '@hexie/schema/generated/documents.ts';

export type ScorecardItem = ScorecardQuery['scorecard'][number];

export interface Change {
  readonly amount: number;
  readonly direction: 'up' | 'down' | 'same';
  /** Whether the change is for the better; undefined where the metric has no better side. */
  readonly good: boolean | undefined;
}

/** How a figure moved since an earlier one, and whether that is for the better. */
export function changeSince({ metric, value }: ScorecardItem, earlier: number | null): Change | undefined {
  if (value.value === null || earlier === null) return undefined;
  const amount = value.value - earlier;
  const shown = metric.unit === 'RATIO' ? Math.round(amount * 1000) : amount;
  const direction = shown > 0 ? 'up' : shown < 0 ? 'down' : 'same';
  const good =
    direction === 'same' || metric.better === 'NEUTRAL'
      ? undefined
      : (direction === 'up') === (metric.better === 'HIGHER');
  return { amount, direction, good };
}
