import { registerEnumType } from 'type-graphql';
import type { Message } from './errors.ts';

const words = new Map<string, Readonly<Record<string, Message>>>();

/** The words of every code that is published, by the name of its enum. */
export const publishedWords = (): ReadonlyMap<string, Readonly<Record<string, Message>>> => words;

/** Publishes a table of literals (value → its words in both languages) as a GraphQL enum; returns what `() => Type` takes. */
export function enumType<Value extends string>(
  name: string,
  description: string,
  table: Readonly<Record<Value, Message>>,
): Record<Value, Value> {
  words.set(name, table);
  const values = Object.keys(table) as Value[];
  const members = Object.fromEntries(values.map(value => [value, value])) as Record<Value, Value>;
  const described = values.map(value => [value, { description: `${table[value].en} ${table[value].zh}` }]);
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(described) as Record<Value, { description: string }>,
  });
  return members;
}
