import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { Action } from '../../access/policy.ts';
import type { ReadCatalogue, TypeDef } from '../../read/define-list.ts';

const joints = ['and', 'or', 'not'];

/**
 * The policy of an input type: it is as open as the field that takes it. A filter of records may name nothing but what
 * the list lets filter, no field with an action of its own beside those that its reader needs, and never a personal one.
 */
export function inputPolicy(
  type: GraphQLInputType,
  lists: ReadCatalogue,
  by: readonly Action[] | 'EVERYBODY',
  found: Map<string, readonly Action[] | 'EVERYBODY'>,
): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || found.has(named.name)) return [];
  found.set(named.name, by);
  const rows = lists.types.find(one => named.name === `${one.name}Filter`);
  return Object.values(named.getFields()).flatMap(field => {
    const coordinate = `${named.name}.${field.name}`;
    found.set(coordinate, by);
    const own =
      rows && !joints.includes(field.name) && !mayFilter(rows, field.name, lists) ? [coordinate] : [];
    return [...own, ...inputPolicy(field.type, lists, by, found)];
  });
}

function mayFilter(rows: TypeDef, name: string, { relations }: ReadCatalogue): boolean {
  const field = rows.fields[name];
  if (field) return !!field.filter && field.needs !== 'personal.masked';
  if (rows.held?.[name]) return true;
  return relations.some(one => one.from === rows && one.field === name && one.filter);
}
