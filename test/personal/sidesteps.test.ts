import { isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { records } from '../../server/src/access/policy/records.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { goldenWorld } from '../golden/world.ts';
import { startHub, type RunningHub } from '../server/hub.ts';

let hub: RunningHub;
let token: string;
let schema: GraphQLSchema;
beforeAll(async () => {
  hub = await startHub();
  await goldenWorld(hub.owner);
  token = await hub.token('HRSS');
  schema = await buildHubSchema();
});
afterAll(() => hub.close());

const upper = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase();
/** Every field of every kind that shows something personal. */
const personal = Object.entries(records).flatMap(([kind, { personal: fields }]) =>
  Object.keys(fields).map(field => ({ kind, field })),
);
const roots: Readonly<Record<string, string>> = {
  Enterprise: 'enterprises', Union: 'unions', Contract: 'contracts', Dispute: 'disputes', Inspection: 'inspections',
}; // prettier-ignore

describe.each(personal)('$kind.$field', ({ kind, field }) => {
  it('is in no filter, no order and no group, on any way to the kind', () => {
    const types = Object.values(schema.getTypeMap());
    const filters = types.filter(isInputObjectType).filter(type => type.name === `${kind}Filter`);
    const orders = types.filter(isEnumType).filter(type => type.name === `${kind}OrderField`);
    expect([filters.length, orders.length]).toEqual([1, 1]);
    expect(filters.flatMap(type => Object.keys(type.getFields()))).not.toContain(field);
    expect(orders.flatMap(type => type.getValues().map(value => value.name))).not.toContain(upper(field));
    const dimensions = schema.getType('Dimension');
    if (!isEnumType(dimensions)) throw new Error('no dimensions');
    expect(dimensions.getValues().map(value => value.name)).not.toContain(upper(field));
    expect(isObjectType(schema.getType(kind))).toBe(true);
  });

  it.each(['eq: "甲"', 'contains: "甲"', 'isNull: true', 'in: ["甲"]'])(
    'is refused as such in a filter: %s',
    async operator => {
      const list = roots[kind] ?? '';
      const direct = await hub.graphql(`{ ${list}(filter: { ${field}: { ${operator} } }) { totalCount } }`, {
        token,
      });
      const nested = await hub.graphql(
        `{ ${list}(filter: { not: { or: [{ ${field}: { ${operator} } }] } }) { totalCount } }`, { token },
      ); // prettier-ignore
      expect([direct.code, nested.code]).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
      expect([direct.data ?? null, nested.data ?? null]).toEqual([null, null]);
    },
  );
});

describe('what stands beside a list', () => {
  it('finds nobody by name, number or telephone, whole or in part', async () => {
    for (const text of [
      '甲测试',
      '测试',
      'jcs',
      '14000001234',
      '1234',
      '0000',
      '450299',
      '甲*',
      '140****1234',
    ]) {
      const { data, errors } = await hub.graphql(
        'query($text: String!) { search(text: $text, first: 50) { title detail } }',
        {
          token,
          variables: { text },
        },
      );
      expect(errors).toEqual([]);
      expect([text, JSON.stringify(data)]).toEqual([text, expect.not.stringMatching(/测试|14000001234|\*/)]);
    }
  });

  it('carries nothing personal in a cursor, nor in what the hub tells of its own running', async () => {
    const { data } = await hub.graphql(
      '{ contracts { edges { cursor node { workerName idNumber } } pageInfo { endCursor } } }',
      { token },
    );
    const cursors = [...JSON.stringify(data).matchAll(/"(?:cursor|endCursor)":"([^"]+)"/g)].map(
      ([, one = '']) => Buffer.from(one, 'base64url').toString('utf8'),
    );
    expect(cursors.length).toBeGreaterThan(4);
    const admin = { authorization: `Bearer ${await hub.token('ADMIN')}` };
    const figures = await (await fetch(`${hub.origin}/metrics`, { headers: admin })).text();
    for (const text of [...cursors, figures, hub.log.join('')])
      expect(text).not.toMatch(/测试|\*\*|14000001234|450299/);
  });
});
