import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subscribe, type Followed } from '../ingest/follow.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let token: string;
beforeAll(async () => {
  hub = await startHub();
  token = await hub.token('LEADER');
});
afterAll(() => hub.close());

const query = 'subscription { metricChanged { keys } }';

describe('subscriptions over server-sent events', () => {
  test('are taken by GET too, as a browser’s EventSource asks', async () => {
    const abort = new AbortController();
    const response = await fetch(`${hub.origin}/graphql/stream?query=${encodeURIComponent(query)}`, {
      signal: abort.signal,
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    });
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200, 'text/event-stream; charset=utf-8', 'no-store',
    ]); // prettier-ignore
    const reader = response.body?.getReader();
    // The line is alive at once, before anything has happened.
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(':\n\n');
    abort.abort();
    const wrong = await fetch(`${hub.origin}/graphql/stream?query=${encodeURIComponent(query)}&variables={`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(wrong.status).toBe(400);
  });

  test('need somebody signed in, and a page of the hub itself', async () => {
    expect((await subscribe(hub.origin, null, query)).status).toBe(401);
    expect((await subscribe(hub.origin, 'hub_1_wrong', query)).status).toBe(401);
    const foreign = await fetch(`${hub.origin}/graphql/stream`, {
      method: 'POST',
      headers: {
        cookie: 'hub_session=x',
        origin: 'https://elsewhere.example',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query }),
    });
    expect(foreign.status).toBe(403);
  });

  test('are counted: twenty for one caller, who may open another when one is closed', async () => {
    const own = await hub.token('LEADER');
    const open: Followed[] = [];
    for (let i = 0; i < 20; i++) open.push(await subscribe(hub.origin, own, query));
    expect(open.map(one => one.status)).toEqual(open.map(() => 200));
    const refused = await subscribe(hub.origin, own, query);
    expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('RATE_LIMITED')]);
    expect((await subscribe(hub.origin, await hub.token('HRSS'), query)).status).toBe(200);
    for (const one of open) one.close();
    await expect
      .poll(
        async () => {
          const next = await subscribe(hub.origin, own, query);
          next.close();
          return next.status;
        },
        { timeout: 10_000 },
      )
      .toBe(200);
  });

  test('are counted also when all are asked for at once', async () => {
    const own = await hub.token('LEADER');
    const open = await Promise.all(Array.from({ length: 60 }, () => subscribe(hub.origin, own, query)));
    expect(open.filter(one => one.status === 200)).toHaveLength(20);
    for (const one of open) one.close();
  });

  test('end when the hub stops, which does not wait for them', async () => {
    const other = await startHub();
    const stream = await subscribe(other.origin, await other.token('LEADER'), query);
    const since = performance.now();
    const rest = stream.rest();
    await other.close();
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(await rest).toEqual([]);
  });
});
