import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** How a field that needs arguments is asked; every other field is asked without, lists for a few rows. */
export type Arguments = Readonly<Record<string, string>>;

/** One document for each root field with everything that can be selected below it, a few levels deep. */
export function askEverything(schema: GraphQLSchema, depth: number, args: Arguments): Map<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(fields.map(field => [field.name, `{ ${asked('Query', field, depth, [], args)} }`]));
}

function asked(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  above: readonly string[],
  args: Arguments,
): string {
  const type = getNamedType(field.type);
  const given = args[`${parent}.${field.name}`];
  if (!given && field.args.some(isRequiredArgument)) throw new Error(`how is ${parent}.${field.name} asked?`);
  const page = field.args.some(arg => arg.name === 'first') ? 'first: 3' : '';
  const list = [given, page].filter(Boolean).join(', ');
  const call = `${field.name}${list ? `(${list})` : ''}`;
  return isLeafType(type) ? call : `${call} { ${selectionOf(type, depth, above, args)} }`;
}

/** All leaves of a type, and the objects below that do not lead straight back to where we came from. */
export function selectionOf(
  type: GraphQLNamedType,
  depth: number,
  above: readonly string[] = [],
  args: Arguments = {},
): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
  const fields = Object.values(type.getFields()).filter(field => {
    const below = getNamedType(field.type);
    if (isLeafType(below)) return true;
    const again = above.filter(name => name === below.name).length > 1;
    return depth > 0 && !again && field.name !== 'edges';
  });
  const parts = fields.map(field => asked(type.name, field, depth - 1, [...above, type.name], args));
  return ['__typename', ...parts].join(' ');
}

/** Something for each argument that must be given: the first of an enum, else a text; a real key where one is asked for figures. */
export function argumentsOf(all: GraphQLSchema): Arguments {
  const fields = Object.values(all.getQueryType()?.getFields() ?? {});
  const asked = fields.map(({ name, args }): [string, string] => {
    const given = args.filter(isRequiredArgument).map(arg => {
      const type = getNamedType(arg.type);
      return `${arg.name}: ${isEnumType(type) ? type.getValues()[0]?.name : arg.name === 'key' ? '"union.coverage"' : '"2026-01-01"'}`;
    });
    return [`Query.${name}`, given.join(', ')];
  });
  return Object.fromEntries(asked.filter(([, given]) => given));
}
