import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameKey } from '../../server/src/kernel/text.ts';
import { Seed } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client } from './client.ts';

type Value = string | number | null;
type Row = Record<string, Value>;
type Filter = { [name: string]: unknown };

const fields = [
  'uscc',
  'name',
  'industryDivision',
  'size',
  'staff',
  'foundedOn',
  'closedOn',
  'address',
  'status',
];
let hub: TestHub;
let client: Client;
let rows: Row[];
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  const seed = new Seed(hub.owner);
  for (let n = 0; n < 30; n++) {
    seed.enterprise({
      ...(n % 6 === 0 && { closed_on: '2025-01-01', status: 'CLOSED' }),
      ...(n === 7 && { address: '100%_\\路' }),
    });
  }
  await seed.save();
  const all = await client.data<{ enterprises: { nodes: Row[] } }>(
    `{ enterprises(first: 200) { nodes { id ${fields.join(' ')} } } }`,
  );
  rows = all.enterprises.nodes;
});
afterAll(() => hub.close());

const ranged = (value: fc.Arbitrary<Value>) =>
  fc.record(
    {
      eq: value,
      ne: value,
      in: fc.array(value, { maxLength: 3 }),
      lt: value,
      lte: value,
      gt: value,
      gte: value,
      isNull: fc.boolean(),
    },
    { requiredKeys: [] },
  );
const listed = (value: fc.Arbitrary<Value>) =>
  fc.record(
    { eq: value, ne: value, in: fc.array(value, { maxLength: 3 }), isNull: fc.boolean() },
    { requiredKeys: [] },
  );
const texts = fc.constantFrom('%', '_', '\\', '虚构', '（', '第 1', '有限公司', 'c', 'C36', '路1', "'", '$1');
const text = fc.record(
  { eq: fc.constantFrom('C36', '虚构路1号', '虚构物流第1有限公司'), contains: texts, isNull: fc.boolean() },
  { requiredKeys: [] },
);
const day = fc.constantFrom('2010-01-12', '2010-06-01', '2025-01-01', '2011-01-01');

const leaf = fc.oneof(
  fc.record({ staff: ranged(fc.integer({ min: 0, max: 400 })) }),
  fc.record({ foundedOn: ranged(day) }),
  fc.record({ closedOn: ranged(day) }),
  fc.record({ size: listed(fc.constantFrom('LARGE', 'MEDIUM', 'SMALL', 'MICRO')) }),
  fc.record({ industryDivision: text, address: text }, { requiredKeys: [] }),
  fc.record({ name: text, status: listed(fc.constantFrom('ACTIVE', 'CLOSED')) }, { requiredKeys: [] }),
);
const filters: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>(tie => ({
  filter: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
})).filter;

/** The same rules in JavaScript: a row without a value meets only `ne` and `isNull: true`. */
const operators: Record<string, (has: Value, asked: never, name: string) => boolean> = {
  eq: (has, asked: Value, name) => has !== null && same(has, name) === same(asked, name),
  ne: (has, asked: Value, name) => has === null || same(has, name) !== same(asked, name),
  in: (has, asked: Value[], name) => has !== null && asked.some(one => same(one, name) === same(has, name)),
  lt: (has, asked: string) => has !== null && has < asked,
  lte: (has, asked: string) => has !== null && has <= asked,
  gt: (has, asked: string) => has !== null && has > asked,
  gte: (has, asked: string) => has !== null && has >= asked,
  isNull: (has, asked: boolean) => (has === null) === asked,
  contains: (has, asked: string, name) =>
    has !== null &&
    (name === 'name'
      ? nameKey(String(has)).includes(nameKey(asked))
      : String(has).toLowerCase().includes(asked.toLowerCase())),
};
const same = (value: Value, name: string): Value =>
  name === 'name' && typeof value === 'string' ? nameKey(value) : value;

function meets(row: Row, filter: Filter): boolean {
  return Object.entries(filter).every(([name, asked]) => {
    if (name === 'and') return (asked as Filter[]).every(one => meets(row, one));
    if (name === 'or') return (asked as Filter[]).some(one => meets(row, one));
    if (name === 'not') return !meets(row, asked as Filter);
    return Object.entries(asked as Filter).every(([operator, value]) =>
      operators[operator]?.(row[name] ?? null, value as never, name),
    );
  });
}

const question = `query ($filter: EnterpriseFilter) { enterprises(first: 200, filter: $filter) { totalCount nodes { id } } }`;
const ask = (filter: Filter) =>
  client.data<{ enterprises: { totalCount: number; nodes: Row[] } }>(question, { filter });

describe('a filter', () => {
  it('finds exactly the rows that its rules name', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async filter => {
        const { enterprises } = await ask(filter);
        const expected = rows.filter(row => meets(row, filter)).map(({ id }) => id);
        expect(enterprises.nodes.map(({ id }) => id)).toEqual(expected);
        expect(enterprises.totalCount).toBe(expected.length);
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });

  it('and its `not` share the rows out between them', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async filter => {
        const [inside, outside] = await Promise.all([ask(filter), ask({ not: filter })]);
        expect(inside.enterprises.totalCount + outside.enterprises.totalCount).toBe(rows.length);
      }),
      { numRuns: 60, seed: 20261123 },
    );
  });

  it('takes % and _ and \\ for themselves', async () => {
    for (const contains of ['%', '_', '\\', '100%_\\']) {
      expect((await ask({ address: { contains } })).enterprises.totalCount).toBe(1);
    }
  });

  it('knows no personal field, neither do orders', () => {
    for (const name of [
      'EnterpriseFilter',
      'UnionFilter',
      'DisputeFilter',
      'EnterpriseOrderField',
      'UnionOrderField',
      'DisputeOrderField',
    ]) {
      const type = client.schema.getType(name)?.toConfig();
      const names = JSON.stringify(
        Object.keys({ ...(type as { fields?: object }).fields, ...(type as { values?: object }).values }),
      );
      expect(names).not.toMatch(/legal|contact"|phone|chair|applicant"|LEGAL|CONTACT|PHONE|CHAIR|APPLICANT"/);
    }
  });

  it('that is nested beyond reason, or too long, is refused', async () => {
    let deep: Filter = { staff: { eq: 1 } };
    for (let i = 0; i < 20; i++) deep = { not: deep };
    expect(await client.refusal(question, { filter: deep })).toBe('BAD_USER_INPUT');
    const long = { staff: { in: Array.from({ length: 1001 }, (_, i) => i) } };
    expect(await client.refusal(question, { filter: long })).toBe('BAD_USER_INPUT');
  });
});
