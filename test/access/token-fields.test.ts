import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dimensionFields, expiryFields } from '../../server/src/access/policy/published.ts';
import type { Role } from '../../server/src/access/roles.ts';
import { Seed, inventedUscc } from '../seed/seed.ts';
import { startHub, type RunningHub } from '../server/hub.ts';

let hub: RunningHub;
let narrow: string;
let whole: string;
beforeAll(async () => {
  hub = await startHub();
  const seed = new Seed(hub.owner).at('2026-01-05T08:00:00+08:00');
  for (let n = 0; n < 4; n++) seed.enterprise().union().contract().dispute();
  await seed.save();
  const fields = [
    ...[
      'Enterprise.name',
      'Enterprise.uscc',
      'Enterprise.disputes',
      'Enterprise.town',
      'Town.code',
      'Dispute.caseNo',
    ],
    ...[
      'MetricAnswer.total',
      'MetricAnswer.points',
      'MetricValue.value',
      'MetricRow.enterprise',
      'SearchHit.node',
    ],
  ];
  narrow = await token('HRSS', { fields });
  whole = await token('HRSS', {});
});
afterAll(() => hub.close());

/** A figure that can be cut by a dimension; every other dimension is one of employers. */
const figureCutBy: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['CAUSE', 'CHANNEL', 'OUTCOME', 'DURATION', 'CONFIRMATION', 'PERFORMANCE'].map(one => [one, 'dispute.closed'])),
  AGE: 'dispute.open', SUBJECT: 'inspection.checks', SOURCE: 'inspection.checks',
  STAGE: 'certification.stage', GRADE: 'inspection.grade', FRESHNESS: 'filing.freshness',
}; // prettier-ignore

/** A token as the security officer narrows it. */
async function token(role: Role, limits: { operations?: string[]; fields?: string[] }): Promise<string> {
  const made = await hub.token(role);
  await hub.owner(
    `update access_token set operations = $1, fields = $2 where id = (select max(id) from access_token)`,
    [limits.operations ?? null, limits.fields ?? null],
  );
  return made;
}

const made = new Map<string, Promise<string>>();
/** A token for some fields, made once. */
function tokenFor(fields: string[]): Promise<string> {
  const key = fields.join();
  const found = made.get(key) ?? token('HRSS', { fields });
  made.set(key, found);
  return found;
}

const ask = (query: string, variables: Record<string, unknown> = {}, by = narrow) =>
  hub.graphql(query, { token: by, variables });

describe('a token narrowed to some fields', () => {
  test.each([
    ['plainly', '{ enterprises { nodes { staff } } }'],
    ['under an alias', '{ enterprises { nodes { name: staff } } }'],
    ['in a fragment', '{ enterprises { nodes { ...F } } } fragment F on Enterprise { staff }'],
    ['in an inline fragment', '{ enterprises { nodes { ... on Enterprise { x: staff } } } }'],
    ['in an edge', '{ enterprises { edges { node { staff } } } }'],
    ['included', '{ enterprises { nodes { staff @include(if: true) } } }'],
    ['not skipped', 'query ($no: Boolean! = false) { enterprises { nodes { staff @skip(if: $no) } } }'],
    ['nested', '{ enterprises { nodes { disputes { nodes { caseNo amount } } } } }'],
    ['as a relation', '{ enterprises { nodes { union { id } } } }'],
    ['behind another root', '{ disputes { nodes { enterprise { name } } } }'],
    ['by its id', '{ node(id: "Enterprise:1") { id ... on Enterprise { staff } } }'],
    ['behind a search', '{ search(text: "虚构") { node { ... on Enterprise { staff } } } }'],
    ['behind a figure', '{ metricRows(key: "dispute.open") { nodes { enterprise { staff } } } }'],
    ['as a row of a figure', '{ metricRows(key: "dispute.open") { nodes { dispute { caseNo } } } }'],
    ['of one employer', `{ enterprise(uscc: "${inventedUscc(1)}") { staff } }`],
    ['as a filter', '{ enterprises(filter: { staff: { gt: 1 } }) { totalCount } }'],
    ['as a filter within not', '{ enterprises(filter: { not: { or: [{ staff: { gt: 1 } }] } }) { totalCount } }'],
    ['as a filter across', '{ disputes(filter: { enterprise: { name: { eq: "x" } } }) { totalCount } }'],
    ['as a nested filter', '{ enterprises { nodes { disputes(filter: { amount: { gt: "1" } }) { totalCount } } } }'],
    ['as an order', '{ enterprises(orderBy: [{ field: STAFF, direction: ASC }]) { totalCount } }'],
    ['as an order of two words', '{ enterprises(orderBy: [{ field: FOUNDED_ON, direction: ASC }]) { totalCount } }'],
    ['to count by', '{ metric(key: "dispute.open", by: [INDUSTRY]) { total { value } } }'],
    ['to filter a figure by', '{ metric(key: "dispute.open", filter: { and: [{ size: { eq: "LARGE" } }] }) { total { value } } }'],
    ['of a type not listed', '{ metrics { key } }'],
  ])('is refused what lies beyond them %s', async (_how, query) => {
    // Twice: the second time the operation is compiled.
    for (const _time of [1, 2]) expect([query, (await ask(query)).code]).toEqual([query, 'FORBIDDEN']);
    const { code } = await ask(query, {}, whole);
    expect([query, code]).toEqual([query, undefined]);
  }); // prettier-ignore

  test('is refused in variables as in the text', async () => {
    const query = `query ($filter: EnterpriseFilter, $by: [EnterpriseOrder!]) { enterprises(filter: $filter, orderBy: $by) { totalCount } }`;
    const code = async (variables: object) => (await ask(query, { ...variables })).code;
    expect(await code({ filter: { staff: { gt: 3 } } })).toBe('FORBIDDEN');
    expect(await code({ by: [{ field: 'STAFF', direction: 'DESC' }] })).toBe('FORBIDDEN');
    expect(await code({ filter: { name: { contains: '虚构' } }, by: [{ field: 'NAME', direction: 'DESC' }] })).toBeUndefined(); // prettier-ignore
    expect(await code({ filter: { staff: null } })).toBeUndefined();
  });

  test('reads what it is for, and what is left out of the answer is not asked', async () => {
    const { data, errors } =
      await ask(`query ($with: Boolean! = false) { enterprises(first: 1, filter: { town: { ne: "X" } }) {
      totalCount pageInfo { hasNextPage } nodes { id __typename name staff @include(if: $with) town { code } disputes { nodes { caseNo } } } } }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ enterprises: { totalCount: 4, pageInfo: { hasNextPage: true } } });
    const figure = '{ metric(key: "dispute.open", by: [TOWN]) { total { value } } }';
    expect((await ask(figure)).errors).toEqual([]);
  });

  describe.each(Object.entries(dimensionFields))('cannot find out by %s', (dimension, shown) => {
    const figure = figureCutBy[dimension] ?? 'union.coverage';
    const field = dimension.toLowerCase();
    const filter = `filter: { not: { or: [{ ${field}: { eq: "UNKNOWN" } }] } }`;
    const ways: readonly (readonly [string, string, string])[] = [
      ['metric', `by: [${dimension}]`, 'total { value }'],
      ['metric', filter, 'total { value }'],
      ['metricComparison', `vs: "2025-12-31", by: [${dimension}]`, 'vs'],
      ['metricComparison', `vs: "2025-12-31", ${filter}`, 'vs'],
      ['metricRows', filter, 'nodes { contribution }'],
    ];
    test.each(ways)('in %s(%s) what it may not read: each of the fields alone is not enough', async (root, args, of) => {
      const query = `{ ${root}(key: "${figure}", ${args}) { ${of} } }`;
      const always = ['MetricAnswer.total', 'MetricValue.value', 'MetricRow.contribution', 'MetricComparison.vs'];
      const all = [...shown, 'Enterprise.name'];
      for (const lacking of shown) {
        const less = await tokenFor([...always, ...all.filter(one => one !== lacking)]);
        expect([query, lacking, (await ask(query, {}, less)).code]).toEqual([query, lacking, 'FORBIDDEN']);
      }
      expect([query, (await ask(query, {}, await tokenFor([...always, ...all]))).code]).toEqual([query, undefined]);
    });
  }); // prettier-ignore

  test.each(Object.entries(expiryFields))('cannot see when %s runs out without the field of its day', async (kind, shown) => {
    const query = `{ expiries(kind: ${kind}) { total } }`;
    const code = async (fields: string[]) => (await ask(query, {}, await tokenFor(fields))).code;
    expect(await code(['ExpiryCalendar.total'])).toBe('FORBIDDEN');
    expect(await code(['ExpiryCalendar.total', ...shown])).toBeUndefined();
  }); // prettier-ignore

  test('is shown no picture cut by them', async () => {
    const draw = async (query: string, by = narrow): Promise<number> => {
      const path = `/api/charts/dispute.open.svg?at=2026-11-23&${query}`;
      return (await fetch(hub.origin + path, { headers: { authorization: `Bearer ${by}` } })).status;
    };
    for (const query of ['by=INDUSTRY', 'size=LARGE'])
      expect([query, await draw(query), await draw(query, whole)]).toEqual([query, 403, 200]);
    expect(await draw('by=TOWN')).toBe(200);
  });

  test('takes no other columns away in a file', async () => {
    const take = (query: string, by = narrow) =>
      fetch(`${hub.origin}/api/export/enterprises.csv?${query}`, {
        headers: { authorization: `Bearer ${by}` },
      });
    const filter = encodeURIComponent(JSON.stringify({ staff: { gt: 1 } }));
    for (const query of ['columns=name,staff', `columns=name&filter=${filter}`])
      expect([query, (await take(query)).status, (await take(query, whole)).status]).toEqual([
        query,
        403,
        200,
      ]);
    expect((await take('columns=name,uscc')).status).toBe(200);
  });
});

test('a token narrowed to some operations sees the kinds of these alone', async () => {
  const some = await token('HRSS', { operations: ['dispute.read', 'metric.read', 'node.read'] });
  expect((await ask('{ contracts { totalCount } }', {}, some)).code).toBe('FORBIDDEN');
  expect((await ask('{ enterprises { totalCount } }', {}, some)).code).toBe('FORBIDDEN');
  // It may read cases, and with them their employers; masks were left out.
  const { data } = await ask('{ disputes(first: 1) { totalCount nodes { applicant enterprise { name phone } } } }', {}, some);
  expect(data).toMatchObject({ disputes: { totalCount: 4, nodes: [{ applicant: null, enterprise: { phone: null } }] } });
  expect((await ask('{ node(id: "Contract:1") { id } }', {}, some)).code).toBe('FORBIDDEN');
  expect((await ask('{ metric(key: "dispute.open") { total { value } } }', {}, some)).code).not.toBe('FORBIDDEN');
}); // prettier-ignore
