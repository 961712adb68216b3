import type { SameKeys } from '../ui/messages.ts';
import type { metricsZh } from './metrics.zh.ts';

export const metricsEn: SameKeys<typeof metricsZh> = {
  definition: 'Definition',
  numerator: 'Numerator',
  denominator: 'Denominator',
  target: 'Target',
  whoCounts: 'Counted',
  rule: {
    EMPLOYERS: 'every active employer on the roster',
    ENTERPRISES: 'active enterprises (code begins with 91)',
  },
  counted: { EMPLOYERS: 'all employers', ENTERPRISES: 'enterprises only' },
  owner: 'Owner',
  from: 'Based on',
  more: 'Trend and groups →',
  rows: 'The rows →',
  look: 'Showing',
  town: 'Town',
  industry: 'Industry',
  sizeName: 'Size',
  allTowns: 'whole district',
  allIndustries: 'all industries',
  allSizes: 'all sizes',
  asOf: 'as of',
  status: { MET: 'met', NEAR: 'close', MISSED: 'missed', NONE: '—' },
  freshness: {
    FRESH: 'Sources are within their agreed age',
    STALE: 'A source is older than agreed',
    MISSING: 'A source has not delivered yet',
  },
};
