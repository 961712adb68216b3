import { GraphQLSchema, parse, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lists } from '../../server/src/catalogue/lists.ts';
import { Plans, type Plan } from '../../server/src/read/plan.ts';
import { PreparedStatements } from '../../server/src/read/prepared.ts';
import { Relations } from '../../server/src/read/relations.ts';
import { StatementNames } from '../../server/src/kernel/statement-names.ts';
import { Statement } from '../../server/src/read/statement.ts';
import { viewerOf } from './client.ts';

const statement = (): Statement =>
  new Statement({ viewer: viewerOf('HRSS'), today: '2026-11-23', known: null, variables: {} });
const type = lists.types.find(({ name }) => name === 'Enterprise');
if (!type) throw new Error('no employers in the catalogue');

/** What a caller sends decides what is kept of it: each store has a bound in size as well as in number. */
describe('what is kept of questions', () => {
  it('no statement for a long list of variables', () => {
    const prepared = new PreparedStatements<number>();
    const plan = {} as Plan;
    let written = 0;
    const ask = (key: string): unknown =>
      prepared.of(plan, key, () => ({ statement: statement(), written: ++written }));
    expect(ask('{"first":20}')).toBe(ask('{"first":20}'));
    const long = JSON.stringify({ in: Array.from({ length: 1000 }, (_, i) => `code ${i}`) });
    expect(ask(long)).not.toBe(ask(long));
    expect(written).toBe(3);
  });

  it('no name for a long statement', () => {
    const names = new StatementNames();
    const twice = (text: string): string | undefined => names.of(text) ?? names.of(text);
    expect(twice('select 1')).toMatch(/^read_/);
    expect(twice(`select ${'1 + '.repeat(20_000)}1`)).toBeUndefined();
  });

  it('no more than some plans of one document, however its switches are set', () => {
    const switches = Array.from({ length: 8 }, (_, i) => `s${i}`);
    const document = parse(`query (${switches.map(name => `$${name}: Boolean!`).join(', ')}) {
      enterprise(uscc: "x") { ${switches.map(name => `${name}: name @include(if: $${name})`).join(' ')} } }`);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const fieldNodes = operation.selectionSet.selections;
    const plans = new Plans(new Relations(lists));
    const planOf = (bits: number): Plan => {
      const variableValues = Object.fromEntries(switches.map((name, i) => [name, (bits >> i) % 2 === 1]));
      const info = { fieldNodes, operation, fragments: {}, variableValues, schema: new GraphQLSchema({}) };
      return plans.of(type, info as unknown as GraphQLResolveInfo, false);
    };
    const first = planOf(0);
    expect(planOf(0)).toBe(first);
    for (let bits = 1; bits < 256; bits++) planOf(bits);
    expect(planOf(255)).toBe(planOf(255));
    expect(planOf(0)).not.toBe(first);
  });
});
