import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';

interface Page {
  disputes: {
    nodes: { id: string }[];
    totalCount: number;
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
  };
}

const question = `query Page($first: Int, $after: String, $last: Int, $before: String, $filter: DisputeFilter, $orderBy: [DisputeOrder!]) {
  disputes(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

let hub: TestHub;
let client: Client;
let seed: Seed;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  seed = new Seed(hub.owner);
  for (let n = 0; n < 12; n++) {
    seed.enterprise();
    for (let d = 0; d < n % 5; d++) seed.dispute();
  }
  await seed.save();
});
afterAll(() => hub.close());

const orderBy = fc.array(
  fc.record({
    field: fc.constantFrom(
      'CASE_NO',
      'FILED_ON',
      'CLOSED_ON',
      'AMOUNT',
      'OUTCOME',
      'APPLICANTS',
      'UPDATED_AT',
      'CHANNEL',
    ),
    direction: fc.constantFrom('ASC', 'DESC'),
  }),
  { maxLength: 3 },
);
const filter = fc.constantFrom<object>(
  {},
  { channel: { ne: 'UNION' } },
  { not: { amount: { gt: '5000' } } },
  { or: [{ open: { eq: true } }, { applicants: { gte: 4 } }] },
  { enterprise: { town: { in: ['LUOBU', 'CORE'] } } },
);
const size = fc.integer({ min: 1, max: 9 });

/** All ids of the list in its order, in one page. */
async function whole(variables: object): Promise<string[]> {
  const { disputes } = await client.data<Page>(question, { first: 200, ...variables });
  expect(disputes.totalCount).toBe(disputes.nodes.length);
  return disputes.nodes.map(({ id }) => id);
}

describe('pages of a list', () => {
  it('hold every row exactly once, forwards, while rows are added', async () => {
    await fc.assert(
      fc.asyncProperty(orderBy, filter, size, async (order, where, first) => {
        const before = await whole({ filter: where, orderBy: order });
        const seen: string[] = [];
        for (let after: string | null = null, turn = 0, more = true; more; turn++) {
          const { disputes }: Page = await client.data<Page>(question, {
            first,
            after,
            filter: where,
            orderBy: order,
          });
          expect(disputes.pageInfo.hasPreviousPage).toBe(turn > 0);
          seen.push(...disputes.nodes.map(({ id }) => id));
          more = disputes.pageInfo.hasNextPage;
          if (more) expect(disputes.nodes).toHaveLength(first);
          after = disputes.pageInfo.endCursor;
          if (turn === 1) await seed.dispute().save();
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter(id => before.includes(id))).toEqual(before);
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it('hold every row exactly once, backwards, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(orderBy, filter, size, async (order, where, last) => {
        const all = await whole({ filter: where, orderBy: order });
        const seen: string[] = [];
        for (let cursor: string | null = null, more = true; more;) {
          const { disputes }: Page = await client.data<Page>(question, {
            last,
            before: cursor,
            filter: where,
            orderBy: order,
          });
          expect(disputes.pageInfo.hasNextPage).toBe(cursor !== null);
          seen.unshift(...disputes.nodes.map(({ id }) => id));
          more = disputes.pageInfo.hasPreviousPage;
          cursor = disputes.pageInfo.startCursor;
        }
        expect(seen).toEqual(all);
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });

  it('put rows without a value last, whichever way the list runs', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const asked = `{ disputes(first: 200, orderBy: [{ field: CLOSED_ON, direction: ${direction} }]) { nodes { closedOn } } }`;
      const { disputes } = await client.data<{ disputes: { nodes: { closedOn: string | null }[] } }>(asked);
      const days = disputes.nodes.map(({ closedOn }) => closedOn);
      const given = days.filter(day => day !== null);
      expect(days.slice(given.length).every(day => day === null)).toBe(true);
      expect(given).toEqual(direction === 'ASC' ? [...given].sort() : [...given].sort().reverse());
    }
  });

  it.each([
    ['both ends', { first: 1, last: 1 }],
    ['too many', { first: 201 }],
    ['less than none', { last: -1 }],
    ['a cursor that nobody gave', { after: 'bm9uc2Vuc2U' }],
    ['a cursor that is no base64url', { before: '%%%' }],
    ['an empty cursor', { after: '' }],
  ])('refuse %s', async (_name, variables) => {
    expect(await client.refusal(question, variables)).toBe('BAD_USER_INPUT');
  });

  it('refuse a cursor with one character changed, and one of another order or list', async () => {
    const { disputes } = await client.data<Page>(question, { first: 1 });
    const cursor = disputes.pageInfo.endCursor ?? '';
    for (let i = 0; i < cursor.length; i++) {
      const damaged = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1);
      expect(await client.refusal(question, { after: damaged })).toBe('BAD_USER_INPUT');
    }
    expect(await client.refusal(question, { after: cursor, orderBy: [{ field: 'AMOUNT' }] })).toBe(
      'BAD_USER_INPUT',
    );
    const elsewhere = `query ($after: String) { enterprises(after: $after) { nodes { id } } }`;
    expect(await client.refusal(elsewhere, { after: cursor })).toBe('BAD_USER_INPUT');
  });

  it('run by code alone where the code decides, either way', async () => {
    const ask = (direction: string, paging: string) =>
      client.data<{ enterprises: { nodes: { uscc: string }[]; pageInfo: { endCursor: string } } }>(
        `{ enterprises(${paging}, orderBy: [{ field: USCC, direction: ${direction} }, { field: STAFF }]) {
          nodes { uscc } pageInfo { endCursor } } }`,
      );
    for (const direction of ['ASC', 'DESC']) {
      const { enterprises: first } = await ask(direction, 'first: 5');
      const { enterprises: rest } = await ask(direction, `first: 50, after: "${first.pageInfo.endCursor}"`);
      const codes = [...first.nodes, ...rest.nodes].map(({ uscc }) => uscc);
      expect(codes).toEqual([...codes].sort((a, b) => (a < b === (direction === 'ASC') ? -1 : 1)));
      expect(new Set(codes).size).toBe(12);
    }
  });

  it('go on inside an employer by its own cursors', async () => {
    const asked = (after: string | null) => client.data<{ enterprises: { nodes: { disputes: Page['disputes'] }[] } }>(
      `query ($after: String) { enterprises(filter: { uscc: { contains: "000000005" } }) { nodes {
        disputes(first: 3, after: $after) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`,
      { after },
    ); // prettier-ignore
    const first = (await asked(null)).enterprises.nodes[0]?.disputes;
    const second = (await asked(first?.pageInfo.endCursor ?? null)).enterprises.nodes[0]?.disputes;
    expect([first?.totalCount, first?.nodes.length, second?.nodes.length]).toEqual([4, 3, 1]);
    expect([first?.pageInfo.hasNextPage, first?.pageInfo.hasPreviousPage]).toEqual([true, false]);
    expect([second?.pageInfo.hasNextPage, second?.pageInfo.hasPreviousPage]).toEqual([false, true]);
  });
});
