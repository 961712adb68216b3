import type { ScorecardQuery } from '@hexie/schema/generated/documents.ts';

export type ScorecardItem = ScorecardQuery['scorecard'][number];
