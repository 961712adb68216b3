import { MetricChangedDocument } from '@hexie/schema/generated/documents.ts';
import { createClient, fetchExchange, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { refusalCode } from '../../ui/explain.ts';

/** How long a wall waits before it takes the line for gone: for a sign of life, and for all figures of a hub that has just begun. */
export const patience = { alive: 8_000, figures: 60_000 } as const;

/** What came of a question: an answer, a refusal, or nothing at all. */
export type Told<Data> =
  | { readonly kind: 'ANSWER'; readonly data: Data }
  | { readonly kind: 'REFUSED'; readonly code: string | undefined }
  | { readonly kind: 'LOST' };

/** A wall's own line to the hub: its key in a header of each request and nowhere else; without a key the session's cookie. */
export function openLine(language: string, key: string) {
  const headers: Record<string, string> = { 'accept-language': language };
  if (key) headers['authorization'] = `Wall ${key}`;
  const client = createClient({
    url: '/graphql',
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetchSubscriptions: true,
    // A key is no session: the cookie of whoever sits at this browser stays out of it.
    fetchOptions: { credentials: key ? 'omit' : 'same-origin', headers },
  });
  return {
    async ask<Data, Variables extends AnyVariables>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      within: number = patience.alive,
    ): Promise<Told<Data>> {
      const given = AbortSignal.timeout(within);
      const fetching: typeof fetch = (input, init) => fetch(input, { ...init, signal: given });
      const { data, error } = await client
        .query(document, variables, { requestPolicy: 'network-only', fetch: fetching })
        .toPromise();
      const code = refusalCode(error);
      if (code && code !== 'UNAVAILABLE' && code !== 'RATE_LIMITED') return { kind: 'REFUSED', code };
      return !error && data ? { kind: 'ANSWER', data } : { kind: 'LOST' };
    },
    /** Tells when figures have moved, and once when the line is gone. Returns how to hang up. */
    follow(moved: () => void, gone: () => void): () => void {
      const { unsubscribe } = client
        .subscription(MetricChangedDocument, {}, { url: '/graphql/stream' })
        .subscribe(({ data, error, hasNext }) => {
          if (data) moved();
          if (error || !hasNext) gone();
        });
      return unsubscribe;
    },
  };
}
export type WallLine = ReturnType<typeof openLine>;
