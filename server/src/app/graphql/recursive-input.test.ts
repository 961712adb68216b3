import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { hasRecursiveInput } from './recursive-input.ts';

const schema = buildSchema(`
  type Query { list(filter: Filter, flat: Flat, first: Int): Int }
  input Filter { eq: Int and: [Filter!] }
  input Flat { eq: Int other: Other }
  input Other { eq: Int }
`);
const operation = (text: string) => parse(text).definitions[0] as OperationDefinitionNode;

test.each([
  ['query ($filter: Filter) { list(filter: $filter) }', true],
  ['query ($filters: [Filter!]!) { list(filter: { and: $filters }) }', true],
  ['query ($flat: Flat, $first: Int) { list(flat: $flat, first: $first) }', false],
  ['{ list }', false],
])('%s', (text, recursive) => expect(hasRecursiveInput(schema, operation(text))).toBe(recursive));
