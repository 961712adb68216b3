import { Agent, request } from 'node:http';
import type { PageRequest } from './home-questions.ts';

/** Where a page's requests go. */
export interface PageServer {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly PageRequest[];
}

/** As many connections as a browser opens to one host. */
const agent = new Agent({ keepAlive: true, maxSockets: 6 });

/** Sends one request and gives the answer's text; anything but data is an error. */
export function send(server: PageServer, { name, body }: PageRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...server.headers,
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(`${server.url}/graphql`, { method: 'POST', agent, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200 && !text.includes('"errors":')) resolve(text);
        else reject(new Error(`${server.name}, ${name}: ${response.statusCode} ${text.slice(0, 600)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks for the whole page as a browser does, and tells after how many milliseconds the last answer was there. */
export async function page(server: PageServer): Promise<number> {
  const began = performance.now();
  await Promise.all(server.requests.map(one => send(server, one)));
  return performance.now() - began;
}

/** How long a page took, over many. */
export interface PageTimes {
  readonly p50: number;
  readonly p95: number;
}

export function timesOf(milliseconds: readonly number[]): PageTimes {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
