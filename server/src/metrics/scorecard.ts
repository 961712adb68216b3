import type { Day } from '../kernel/days.ts';
import type { MetricDefinition } from './define-metric.ts';
import { frameOf, type Frame } from './frame.ts';
import type { MetricFilter } from './metric-filter.ts';

/** What a caller may ask of the scorecard. */
export interface ScorecardArgs {
  at?: Day | null;
  filter?: MetricFilter | null;
  asKnownAt?: Date | null;
}

/** The park scorecard: what the home page shows first, always in this order. */
const scorecardKeys = [
  'certification.rate',
  'contract.signing',
  'filing.coverage',
  'union.coverage',
  'union.membership',
  'union.collective',
  'incident.major',
  'meeting.count',
];

/** The scorecard's metrics that the catalogue has: stocks at the day, flows over its calendar year to the day. */
export function scorecardFrames(
  metrics: readonly MetricDefinition[],
  at: Day | null | undefined,
  today: Day,
): { metric: MetricDefinition; frame: Frame }[] {
  return scorecardKeys
    .flatMap(key => metrics.filter(metric => metric.key === key))
    .map(metric => {
      const day = metric.kind === 'STOCK' ? { at: at ?? null } : { to: at ?? null };
      return { metric, frame: frameOf(metric, { key: metric.key, ...day }, today) };
    });
}
