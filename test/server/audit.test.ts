import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

it('keeps GraphQL over HTTP: the audit of graphql-http finds no error', async () => {
  const results = await auditServer({ url: `${hub.origin}/graphql` });
  const errors = results.filter(result => result.status === 'error');
  expect(errors.map(result => ({ ...result, response: undefined }))).toEqual([]);
  expect(results.filter(result => result.status === 'ok').length).toBeGreaterThan(50);
});
