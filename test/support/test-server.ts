import { socketEndpoint, urlEndpoint, type Endpoint } from '../../server/src/app/database/endpoint.ts';

/** Keys of every test database are derived from this. */
export const testSecret = 'a secret for tests only, never used anywhere else';

/** Where the run's PostgreSQL is, as the setup tells it to the test files. */
export type TestServer =
  | { readonly kind: 'embedded'; readonly socketDir: string; readonly template: string }
  | { readonly kind: 'url'; readonly url: string; readonly template: string };

/** One database of the run's server. */
export function endpointOf(server: TestServer, database: string): Endpoint {
  if (server.kind === 'embedded') return socketEndpoint(server.socketDir, database);
  return urlEndpoint(server.url, testSecret).on(database);
}
