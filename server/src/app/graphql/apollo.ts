import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { DocumentStore } from './document-store.ts';
import type { ErrorPresenter } from './error-presenter.ts';
import { Executor, type ExecutorRequest } from './executor.ts';
import { limits } from './limits.ts';
import { requestErrors } from './request-errors.ts';

/**
 * Apollo with our own executor behind its gateway hook. Apollo does the protocol: methods, content types, CSRF, APQ,
 * parsing and validation once per document. No plugin looks at fields: one that does costs more than all the rest.
 */
export async function startApollo(
  schema: GraphQLSchema,
  errors: ErrorPresenter,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: gatewayOf(schema, new Executor(schema, errors)),
    documentStore: new DocumentStore(),
    parseOptions: { maxTokens: limits.tokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      requestErrors,
    ],
    // Who may introspect is decided per viewer, by the limits.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: errors.format,
    stringifyResult: result => JSON.stringify(result),
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: silent,
  });
  await apollo.start();
  return apollo;
}

/** Apollo's words may quote a request; what matters of them is counted and logged by the server. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // deliberately
}

type Gateway = NonNullable<Extract<ApolloServerOptions<Context>, { gateway: unknown }>['gateway']>;

function gatewayOf(schema: GraphQLSchema, executor: Executor): Gateway {
  const listeners = new Set<(schemas: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load() {
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return Promise.resolve({ executor: request => executor.run(request as unknown as ExecutorRequest) });
    },
    stop: () => Promise.resolve(),
  };
}
