import {
  cacheExchange,
  createClient,
  fetchExchange,
  mapExchange,
  type Client,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { refusalCode, stepFirst } from '../ui/explain.ts';
import { proveAgain } from '../ui/step-up.ts';

/** The connection to the hub, and the way to ask anew whatever stands on the page. */
export interface HubConnection {
  readonly client: Client;
  readonly askAgain: () => void;
}

/** A connection that speaks one language; a change of language makes a new one, so nothing cached is mixed. */
export function connectToHub(language: string, signedOut: () => void): HubConnection {
  const open = new Map<number, { readonly operation: Operation; data?: unknown }>();
  const client: Client = createClient({
    url: '/graphql',
    exchanges: [remembering(open, signedOut), proving(() => client), cacheExchange, fetchExchange],
    preferGetMethod: false,
    // Subscriptions are read from /graphql/stream by the same fetch (server-sent events).
    fetchSubscriptions: true,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'accept-language': language } },
  });
  const askAgain = (): void => {
    for (const { operation } of open.values()) {
      const context = { ...operation.context, requestPolicy: 'network-only' as const };
      client.reexecuteOperation(client.createRequestOperation('query', operation, context));
    }
  };
  return { client, askAgain };
}

/** An act that needs a second factor just proven asks for it, and is then sent again as it was. */
const proving = (client: () => Client) =>
  mapExchange({
    onResult(result): OperationResult | Promise<OperationResult> {
      const { operation } = result;
      if (operation.kind !== 'mutation' || stepFirst(result.error) !== 'SECOND_FACTOR') return result;
      return proveAgain().then(async proven => {
        if (!proven) return result;
        const again = await client().mutation(operation.query, operation.variables).toPromise();
        return { ...again, operation };
      });
    },
  });

/** Knows the questions that stand on the page; an answer that the network lost leaves the last values where they are. */
const remembering = (
  open: Map<number, { readonly operation: Operation; data?: unknown }>,
  signedOut: () => void,
) =>
  mapExchange({
    onOperation(operation) {
      if (operation.kind === 'query') open.set(operation.key, { ...open.get(operation.key), operation });
      else if (operation.kind === 'teardown') open.delete(operation.key);
    },
    onResult(result): OperationResult {
      if (refusalCode(result.error) === 'UNAUTHENTICATED') signedOut();
      const kept = open.get(result.operation.key);
      if (!kept) return result;
      if (result.error?.networkError && kept.data !== undefined) return { ...result, data: kept.data };
      kept.data = result.data;
      return result;
    },
  });
