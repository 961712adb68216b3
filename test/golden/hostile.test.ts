import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  await new Seed(hub.owner).enterprise().dispute().enterprise().dispute().save();
});
afterAll(() => hub.close());

describe('hostile text', () => {
  const nasty = [
    `'; drop table enterprise; --`,
    `" or 1=1`,
    '$1',
    '$.id',
    '{day}',
    '\\',
    '\u0000',
    '\ud800',
    '𠮷',
    '%',
    `x' and pg_sleep(9)::text='`,
    'a'.repeat(5000),
  ];
  const places = [
    `query ($text: String!) { enterprise(uscc: $text) { id } }`,
    `query ($text: String!) { dispute(caseNo: $text) { id } }`,
    `query ($text: String!) { enterprises(after: $text) { nodes { id } } }`,
    `query ($text: String!) { enterprises(before: $text) { nodes { id } } }`,
    `query ($text: String!) { enterprises { nodes { disputes(after: $text, filter: { mediator: { contains: $text } }) { nodes { id } } } } }`,
    ...[
      'uscc: { eq: $text }',
      'uscc: { contains: $text }',
      'name: { in: [$text] }',
      'name: { contains: $text }',
      'town: { ne: $text }',
    ].map(filter => `query ($text: String!) { enterprises(filter: { ${filter} }) { nodes { id } } }`),
    `query ($text: String!) { disputes(filter: { respondentName: { contains: $text }, enterprise: { industry: { eq: $text } } }) { nodes { id } } }`,
  ];
  it.each(places)('is only text in %s', async place => {
    for (const text of nasty) {
      const code = await client.refusal(place, { text });
      expect([undefined, 'BAD_USER_INPUT', 'NOT_FOUND']).toContain(code);
    }
    for (const { sql } of client.ran) expect(sql).not.toContain('pg_sleep');
    expect(await client.data('{ enterprises { totalCount } }')).toEqual({ enterprises: { totalCount: 2 } });
  });
});
