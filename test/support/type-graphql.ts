/** A root field as its decorators declared it. */
interface RootField {
  readonly schemaName: string;
  readonly roles?: readonly unknown[];
}

/** What the decorators of the loaded resolvers have declared; type-graphql keeps it on the global object. */
export interface Declared {
  readonly queries: readonly RootField[];
  readonly mutations: readonly RootField[];
  readonly subscriptions: readonly RootField[];
}

export const metadata = (): Declared =>
  (globalThis as unknown as { TypeGraphQLMetadataStorage: Declared }).TypeGraphQLMetadataStorage;
