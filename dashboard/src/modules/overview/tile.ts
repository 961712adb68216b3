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

/** What a rate lacks for its target, in the things it counts; 0 when met or when there is none. */
export function gapOf({ metric, value }: ScorecardItem): number {
  if (
    metric.unit !== 'RATIO' ||
    value.target === null ||
    value.denominator === null ||
    value.numerator === null
  )
    return 0;
  return Math.max(0, Math.ceil(value.target * value.denominator - 1e-9) - value.numerator);
}

/** Rates over headcount lack people, the others employers. */
export const countsPeople = ({ metric }: ScorecardItem): boolean =>
  ['union.membership', 'contract.signing', 'filing.insured'].includes(metric.key);
