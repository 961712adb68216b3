import { graphql, type GraphQLSchema } from 'graphql';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import type { MetricFilter } from '../../server/src/metrics/metric-filter.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { ReadService } from '../../server/src/read/read.service.ts';
import type { TestHub } from '../support/database.ts';
import { MemoryTrail } from '../support/memory-trail.ts';
import { operation } from '../support/operations.ts';
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
  (hub: TestHub, engine: MetricService, schema: GraphQLSchema) =>
  async (asked: Asked, viewer: Viewer = personOf('OFFICE')): Promise<{ page: Page; errors: unknown[] }> => {
    const { database } = hub;
    const clock = { now: () => new Date('2022-12-31T08:00:00Z'), today: () => '2022-12-31' };
    const read = new ReadService({ database, clock, vault: new Vault('a'.repeat(64)), audit: new MemoryTrail(), catalogue: lists }); // prettier-ignore
    const { data, errors = [] } = await graphql({
      schema,
      source,
      variableValues: { ...asked },
      contextValue: {
        viewer,
        language: viewer.language,
        services: { metrics: engine, read },
        cache: new Map(),
      },
    });
    return {
      page: data?.['certificationCandidates'] as Page,
      errors: errors.map(e => (e.originalError as { code?: string } | undefined)?.code ?? e.message),
    };
  };
