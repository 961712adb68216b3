import { actions, type Action } from '../../access/policy.ts';

interface DeclaredField {
  readonly schemaName: string;
  readonly roles?: readonly unknown[];
}
interface DeclaredType {
  readonly name: string;
  readonly fields?: readonly DeclaredField[];
}
/** What of type-graphql's book of decorators is read here; it keeps it on the global object. */
interface Declared {
  readonly queries: readonly DeclaredField[];
  readonly mutations: readonly DeclaredField[];
  readonly subscriptions: readonly DeclaredField[];
  readonly objectTypes: readonly DeclaredType[];
}

/** Coordinate → the actions that its `@Authorized` names; an action that nobody has is a mistake. */
export function declaredActions(): Map<string, readonly Action[]> {
  const { queries, mutations, subscriptions, objectTypes } = (
    globalThis as unknown as { TypeGraphQLMetadataStorage: Declared }
  ).TypeGraphQLMetadataStorage;
  const types: readonly DeclaredType[] = [
    { name: 'Query', fields: queries },
    { name: 'Mutation', fields: mutations },
    { name: 'Subscription', fields: subscriptions },
    ...objectTypes,
  ];
  const found = new Map<string, readonly Action[]>();
  for (const { name, fields = [] } of types) {
    for (const { schemaName, roles = [] } of fields) {
      if (!roles.length) continue;
      const unknown = roles.filter(role => !(actions as unknown[]).includes(role));
      if (unknown.length)
        throw new Error(`${name}.${schemaName} names no action of the policy: ${unknown.join()}`);
      found.set(`${name}.${schemaName}`, roles as Action[]);
    }
  }
  return found;
}
