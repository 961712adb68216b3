import {
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/** A compiled operation; it takes variables that graphql-js has already coerced. */
export type Compiled = CompiledQuery['query'];

/** The type of a variable whose value is right already. */
const coerced = new GraphQLScalarType({
  name: 'CoercedVariable',
  serialize: value => value,
  parseValue: value => value,
});

/**
 * Compiles operations with graphql-jit. Variables are kept from it: its own coercion never ends on an input type that
 * contains itself, as filters do, and words its refusals differently. They come coerced by graphql-js, under a scalar
 * that passes anything on; only the compiler's copy of the schema knows it.
 */
export class OperationCompiler {
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    const config = schema.toConfig();
    this.#schema = new GraphQLSchema({ ...config, types: [...config.types, coerced], assumeValid: true });
  }

  /** The compiled operation, or null where graphql-jit cannot. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): Compiled | null {
    const open = { ...operation, variableDefinitions: operation.variableDefinitions?.map(passedOn) ?? [] };
    const definitions = document.definitions.map(one => (one === operation ? open : one));
    const name = operation.name?.value ?? '';
    const result = compileQuery(this.#schema, { ...document, definitions }, name, {});
    return isCompiledQuery(result) ? result.query : null;
  }
}

/** Defaults are filled in with the coercion, so that none is left here. `@include` and `@skip` insist on seeing a Boolean. */
function passedOn(definition: VariableDefinitionNode): VariableDefinitionNode {
  const { type } = definition;
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (inner.kind === Kind.NAMED_TYPE && inner.name.value === 'Boolean') return definition;
  const { defaultValue: _, ...rest } = definition;
  const name = { kind: Kind.NAME, value: coerced.name } as const;
  return { ...rest, type: { kind: Kind.NAMED_TYPE, name } };
}
