import { graphql, type ExecutionResult } from 'graphql';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import { ReadService } from '../../server/src/read/read.service.ts';
import type { TestHub } from '../support/database.ts';
import { MemoryTrail } from '../support/memory-trail.ts';
import { engineOn, personOf } from './engine.ts';

/** Asks the published schema; by a person of the human resources bureau unless somebody else is named. */
export type Ask = (source: string, viewer?: Viewer, variables?: object) => Promise<ExecutionResult>;

/** The figures and the records of a test's database over GraphQL, on a fixed day; with more services where a test needs them. */
export async function askOn(hub: TestHub, today = '2022-12-31', more: object = {}): Promise<Ask> {
  const schema = await buildHubSchema();
  const { database } = hub;
  const clock = { now: () => new Date(`${today}T08:00:00Z`), today: () => today };
  const read = new ReadService({
    database,
    clock,
    vault: new Vault('a'.repeat(64)),
    audit: new MemoryTrail(),
    catalogue: lists,
  });
  const services = { metrics: engineOn(hub, today), read, ...more };
  return (source, viewer = personOf('HRSS'), variables = {}) => {
    const contextValue = { viewer, language: viewer.language, services, cache: new Map(), requestId: 'test' };
    return graphql({ schema, source, variableValues: { ...variables }, contextValue });
  };
}

/** What an answer complains of; an error carries its whole document with it, and only its words are fit to print. */
export const words = ({ errors = [] }: ExecutionResult): string[] => errors.map(error => error.message);
