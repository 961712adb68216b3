import {
  getNamedType,
  isInputObjectType,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';

/**
 * Whether a variable of the operation may hold itself at some depth (`filter: { and: [{ … }] }`). graphql-jit unrolls the
 * reading of variables type by type and never comes to an end with such a type, so these are left to graphql-js.
 */
export function hasRecursiveInput(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).some(({ type }) => {
    const named = getNamedType(typeFromAST(schema, type as Extract<TypeNode, { kind: 'NamedType' }>));
    return isInputObjectType(named) && reachesItself(named, []);
  });
}

function reachesItself(type: GraphQLInputObjectType, above: readonly GraphQLInputObjectType[]): boolean {
  if (above.includes(type)) return true;
  return Object.values(type.getFields()).some(field => {
    const named = getNamedType(field.type);
    return isInputObjectType(named) && reachesItself(named, [...above, type]);
  });
}
