/** A subscription over server-sent events, as a client of the protocol reads it. */
export interface Followed {
  readonly status: number;
  readonly contentType: string;
  /** The body of an answer that is no stream. */
  readonly text: string;
  /** The next result; undefined when there are no more. */
  next(): Promise<unknown>;
  /** Every result until the end. */
  rest(): Promise<unknown[]>;
  close(): void;
}

/** Opens `/graphql/stream` with a token, or as nobody. */
export async function subscribe(
  origin: string,
  token: string | null,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Followed> {
  const abort = new AbortController();
  const response = await fetch(`${origin}/graphql/stream`, {
    method: 'POST',
    signal: abort.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token === null ? {} : { authorization: token.includes(' ') ? token : `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const contentType = response.headers.get('content-type') ?? '';
  const isStream = contentType.includes('text/event-stream');
  const events = isStream && response.body ? results(response.body) : undefined;
  const next = async (): Promise<unknown> => (await events?.next())?.value;
  return {
    status: response.status,
    contentType,
    text: isStream ? '' : await response.text(),
    next,
    async rest() {
      const all: unknown[] = [];
      for (let one = await next(); one !== undefined; one = await next()) all.push(one);
      return all;
    },
    close: () => abort.abort(),
  };
}

async function* results(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, undefined, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (/^event: complete/m.test(event)) return undefined;
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
  return undefined;
}
