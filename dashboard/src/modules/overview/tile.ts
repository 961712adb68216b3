import type { ScorecardQuery } from '@hexie/schema/generated/documents.ts';

export type ScorecardItem = ScorecardQuery['scorecard'][number];

/** How a figure moved, as the hub says it. */
export type Change = NonNullable<ScorecardItem['value']['sincePrevious']>;
