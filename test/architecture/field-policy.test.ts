import {
  extendSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { personalPolicy } from '../../server/src/access/policy/personal.ts';
import { dimensionFields, expiryFields } from '../../server/src/access/policy/published.ts';
import { recordKinds, recordOf } from '../../server/src/access/policy/records.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { fieldPolicy } from '../../server/src/app/graphql/field-policy.ts';
import { listsDisagree } from '../../server/src/app/graphql/lists-agree.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import type { TypeDef } from '../../server/src/read/define-list.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildHubSchema();
});

describe('the policy of every coordinate', () => {
  it.each([
    [
      'a type that is declared nowhere',
      'type Stray { x: Int } extend type Enterprise { stray: Stray }',
      'Stray',
    ],
    ['a root field without an action', 'extend type Query { stray: Int }', 'Query.stray'],
    ['a mutation without an action', 'extend type Mutation { stray(x: Int): Int }', 'Mutation.stray'],
    ['a subscription without an action', 'extend type Subscription { stray: Int }', 'Subscription.stray'],
    ['a way to records past their action', 'extend type Metric { employer: Enterprise }', 'Metric.employer'],
    [
      'a page of records past their action',
      'extend type Setting { cases: DisputeConnection }',
      'Setting.cases',
    ],
    [
      'a filter by a personal value',
      'extend input EnterpriseFilter { phone: StringOps }',
      'EnterpriseFilter.phone',
    ],
    [
      'a filter by what is no field',
      'extend input ContractFilter { hash: StringOps }',
      'ContractFilter.hash',
    ],
    [
      'a filter across records that no list allows',
      'extend input UnionFilter { disputes: DisputeFilter }',
      'UnionFilter.disputes',
    ],
    ['an input that no field takes', 'input StrayInput { x: Int }', 'StrayInput'],
  ])('is not silent: %s keeps the schema from being built', (_name, extension, coordinate) => {
    const wider = extendSchema(schema, parse(extension));
    expect(() => fieldPolicy(wider, lists)).toThrow(`who may see ${coordinate}:`);
  });

  it.each([
    ['Dimension', dimensionFields],
    ['ExpiryKind', expiryFields],
  ])('is told for each %s: the fields that whoever counts by it must be able to read', (name, told) => {
    const words = schema.getType(name);
    const codes = isEnumType(words) ? words.getValues().map(one => one.name) : [];
    expect(Object.keys(told).sort()).toEqual(codes.sort());
    for (const coordinate of Object.values(told).flat()) {
      const [type = '', field = ''] = coordinate.split('.');
      const record = schema.getType(type);
      expect([coordinate, isObjectType(record) && field in record.getFields()]).toEqual([coordinate, true]);
    }
  });

  it('is told for each field, argument and input', () => {
    const policy = fieldPolicy(schema, lists);
    const coordinates = Object.values(schema.getTypeMap()).flatMap(type => {
      if (type.name.startsWith('__')) return [];
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map(field => `${type.name}.${field}`);
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap(field => {
        const own = `${type.name}.${field.name}`;
        return [own, ...field.args.map(arg => `${own}(${arg.name}:)`)];
      });
    });
    expect(coordinates.length).toBeGreaterThan(1000);
    expect(coordinates.filter(one => !policy.has(one))).toEqual([]);
    const everybody = coordinates.filter(one => policy.get(one) === 'EVERYBODY');
    expect(
      everybody.filter(one => !/^(Query\.viewer|Viewer|ViewerSecondFactor|Session|Town)\b/.test(one)),
    ).toEqual([]);
    expect(policy.get('Enterprise.phone')).toEqual(['personal.masked']);
    expect(policy.get('Enterprise.integrityGrade')).toEqual(['inspection.read']);
    expect(policy.get('Enterprise.contracts(filter:)')).toEqual(['contract.read']);
  });

  it('is the same in the lists, whose fields it names', () => {
    const [first, ...rest] = lists.types;
    if (!first) throw new Error('no types');
    const loose = {
      ...first,
      fields: { ...first.fields, phone: { ...first.fields['phone'], needs: undefined } },
    };
    expect(listsDisagree(lists)).toEqual([]);
    expect(listsDisagree({ ...lists, types: [loose as unknown as TypeDef, ...rest] })).toEqual([
      'Enterprise.phone',
    ]);
  });

  it('names for each personal column a basis, a purpose, a retention and a mask (PIPL 6, 13, 19)', () => {
    for (const kind of recordKinds) {
      for (const [field, { category }] of Object.entries(recordOf(kind).personal)) {
        const { basis, purposes, retention, mask, reveal } = personalPolicy(category);
        const told = [basis.zh, basis.en, retention.after.zh, retention.after.en, mask, reveal].every(
          Boolean,
        );
        expect([kind, field, told, purposes.length > 0, retention.years > 0]).toEqual([
          kind,
          field,
          true,
          true,
          true,
        ]);
      }
    }
  });
});
