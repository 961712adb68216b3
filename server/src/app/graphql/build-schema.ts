import 'reflect-metadata';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { authChecker } from '../../access/auth-checker.ts';
import { lists } from '../../catalogue/lists.ts';
import { resolvers } from '../../catalogue/resolvers.ts';
import { publishRows } from '../../read/publish.ts';
import { fieldPolicy } from './field-policy.ts';

/** The hub's schema, as it is served and as it is published in schema/schema.graphql. */
export async function buildHubSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, authChecker, pubSub: noTopics, validate: false });
  resolveTypesByName(schema);
  publishRows(schema, lists);
  fieldPolicy(schema, lists);
  describeRoots(schema);
  return schema;
}

/** Our subscriptions bring their own events; type-graphql asks for a place of topics all the same. */
const noTopics = {
  publish: (): never => {
    throw new Error('no topic is ever published');
  },
  subscribe: (): never => {
    throw new Error('no topic is ever followed');
  },
};

/** type-graphql resolves abstract types asynchronously, which graphql-jit refuses; our rows carry their `__typename`. */
function resolveTypesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = value => (value as { __typename?: string }).__typename;
  }
}

function describeRoots(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  const subscription = schema.getSubscriptionType();
  if (mutation) mutation.description ??= 'Everything that can be done. 可以进行的操作。';
  if (subscription) subscription.description = 'What can be followed, over /graphql/stream. 可以订阅的内容。';
  if (query) query.description = 'Everything that can be asked of the hub. 可以查询的内容。';
}
