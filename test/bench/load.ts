import autocannon from 'autocannon';

/** One contender: where it listens and what it is asked. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests per second and latencies of one contender in one round. */
export interface Round {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
}

const shoot = (contender: Contender, seconds: number): Promise<autocannon.Result> =>
  autocannon({
    url: `${contender.url}/graphql`,
    method: 'POST',
    connections: 10,
    duration: seconds,
    body: contender.body,
    headers: contender.headers,
  });

/** Warms up, then measures; a single wrong answer spoils the round. */
export async function round(contender: Contender, seconds: number): Promise<Round> {
  await shoot(contender, 1);
  const result = await shoot(contender, seconds);
  const wrong = result.errors + result.timeouts + result.non2xx;
  if (wrong > 0) throw new Error(`${contender.name}: ${wrong} failed requests`);
  return { requests: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** What one contender answers to the question, once. */
export async function ask(contender: Contender): Promise<unknown> {
  const response = await fetch(`${contender.url}/graphql`, {
    method: 'POST',
    body: contender.body,
    headers: contender.headers,
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  if (answer.errors || !answer.data)
    throw new Error(`${contender.name}: ${JSON.stringify(answer).slice(0, 600)}`);
  return answer.data;
}
