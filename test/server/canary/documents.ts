import {
  getNamedType,
  isLeafType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { selectionOf } from '../ask-everything.ts';
import { valuesOf, type Known } from './argument-values.ts';

/** One request to the GraphQL endpoint, and the operation that it tries. */
export interface Asked {
  readonly operation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;
const usual = (arg: GraphQLArgument, field: Field, known: Known): unknown[] =>
  valuesOf(arg.type, [field.name, arg.name], known);

/** Of records that go by an id alone those of their own type. */
const valuesAt = (arg: GraphQLArgument, field: Field, known: Known): unknown[] => {
  const own = known.ids[getNamedType(field.type).toString()];
  return arg.name === 'id' && own ? own.slice(0, 10) : usual(arg, field, known);
};

/** A request for a root field with these arguments, and everything that can be selected so deep. */
export function request(kind: 'query' | 'mutation' | 'subscription', field: Field, given: Readonly<Record<string, unknown>>, depth: number): Asked {
  const args = field.args.filter(arg => arg.name in given);
  const declared = args.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const type = getNamedType(field.type);
  const below = isLeafType(type) ? '' : `{ ${selectionOf(type, depth)} }`;
  return {
    operation: `${kind} ${field.name}`,
    query: `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${below} }`,
    variables: given,
  };
} // prettier-ignore

/** How a root field is asked at all: every combination of the values that it cannot do without. */
function wholes(field: Field, known: Known): Record<string, unknown>[] {
  const required = field.args.filter(isRequiredArgument);
  const pages = field.args.filter(arg => arg.name === 'first' && !isRequiredArgument(arg)).map(arg => ({ [arg.name]: 3 }));
  const base = Object.assign({}, ...pages) as Record<string, unknown>;
  return required.reduce<Record<string, unknown>[]>(
    (made, arg) => made.flatMap(one => valuesAt(arg, field, known).map(value => ({ ...one, [arg.name]: value }))),
    [base],
  ).slice(0, 24);
} // prettier-ignore

/** The same question at three depths: whoever may not follow every relation still reads as far as their role goes. */
export interface Deep {
  readonly field: string;
  readonly depths: readonly Asked[];
}

/** Every query, as deep as it goes. */
export function deepQueries(schema: GraphQLSchema, known: Known): Deep[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(field =>
    wholes(field, known).map(given => ({
      field: field.name,
      depths: [3, 2, 1, 0].map(depth => request('query', field, given, depth)),
    })),
  );
}

/** Every query with every argument in many values, one after the other. */
export function variedQueries(schema: GraphQLSchema, known: Known): Asked[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(field => {
    const [base = {}] = wholes(field, known);
    return field.args.flatMap(arg =>
      usual(arg, field, known).map(value => request('query', field, { ...base, [arg.name]: value }, 1)),
    );
  });
}

/** Every mutation with inputs that make sense, each field of them in turn. */
export function mutations(schema: GraphQLSchema, known: Known): Asked[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(field =>
    field.args.flatMap(arg => usual(arg, field, known).map(value => request('mutation', field, { [arg.name]: value }, 1))),
  );
} // prettier-ignore
