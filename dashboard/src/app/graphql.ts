import { cacheExchange, createClient, fetchExchange, type Client } from '@urql/core';

/** A client that speaks one language; a change of language makes a new one, so nothing cached is mixed. */
export const createHubClient = (language: string): Client =>
  createClient({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    // Subscriptions are read from /graphql/stream by the same fetch (server-sent events).
    fetchSubscriptions: true,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'accept-language': language } },
  });
