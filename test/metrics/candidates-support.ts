import type { Viewer } from '../../server/src/access/viewer.ts';
import type { MetricFilter } from '../../server/src/metrics/metric-filter.ts';
import { operation } from '../support/operations.ts';
import type { Ask } from './asking.ts';
import { personOf } from './engine.ts';

interface Need { condition: string; name: string; known: string | null; needed: string; date: string | null } // prettier-ignore
/** One place of the ranking. */
export interface Candidate {
  rank: number; withinGap: boolean; stage: string; lacking: Need[];
  enterprise: { id: string; uscc: string; town: { code: string } }; certification: { filedOn: string } | null;
} // prettier-ignore
/** A page of it. */
export interface Page {
  totalCount: number;
  gap: number;
  nodes: Candidate[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
/** What is asked. */
export interface Asked {
  at?: string;
  filter?: MetricFilter;
  first?: number;
  after?: string | null;
  asKnownAt?: string;
}

/** What the dashboard sends, and the application that a place speaks of. */
const source = operation('metrics/certification-candidates').replace(
  'rank',
  'certification { filedOn } rank',
);

/** Asks for the ranking as a person of a role; refusals by their codes. */
export const askCandidates =
  (ask: Ask) =>
  async (asked: Asked, viewer: Viewer = personOf('OFFICE')): Promise<{ page: Page; errors: unknown[] }> => {
    const { data, errors = [] } = await ask(source, viewer, asked);
    return {
      page: data?.['certificationCandidates'] as Page,
      errors: errors.map(e => (e.originalError as { code?: string } | undefined)?.code ?? e.message),
    };
  };
