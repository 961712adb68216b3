import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, knock } from '../support/sign-in.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
let behind: RunningHub;
const least = { token: 100, person: 20, anonymous: 20 };
beforeAll(async () => {
  hub = await startHub(undefined, { rates: least });
  behind = await startHub(undefined, { rates: least, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] });
});
afterAll(async () => {
  await hub.close();
  await behind.close();
});

type Headers = Record<string, string>;
const query = `/graphql?query=${encodeURIComponent('{ viewer { kind } }')}`;
const read = (to: RunningHub, headers: Headers): Promise<Response> =>
  fetch(to.origin + query, { headers: { 'x-apollo-operation-name': 'a', ...headers } });

/** So many at once, each with what it says of itself; how many were answered, and one of those that were not. */
async function burst(to: RunningHub, count: number, said: (i: number) => Headers) {
  const answers: Response[] = [];
  for (let i = 0; i < count; i += 50) {
    const lot = Array.from({ length: Math.min(50, count - i) }, (_, j) => read(to, said(i + j)));
    answers.push(...(await Promise.all(lot)));
  }
  const refused = answers.filter(({ status }) => status === 429);
  return {
    answered: answers.filter(({ status }) => status !== 429).length,
    refused: refused[0],
    statuses: answers,
  };
}

/** Everything that a caller may say of itself. */
const disguises = (i: number): Headers => ({
  'x-forwarded-for': `203.0.113.${i % 250}`,
  forwarded: `for=198.51.100.${i % 250}`,
  'x-real-ip': `192.0.2.${i % 250}`,
  'user-agent': `agent ${i}`,
  'x-request-id': String(i),
  'accept-language': i % 2 ? 'en' : 'zh',
  ...(i % 3 === 0 ? { cookie: `hub_session=${'x'.repeat(42)}${i % 10}` } : {}),
  ...(i % 3 === 1 ? { authorization: `Bearer hub_${i}_${'a'.repeat(43)}` } : {}),
});

describe('requests', () => {
  it('of nobody in particular: 200 in a burst from an address, however it is disguised (B23)', async () => {
    const { answered, refused } = await burst(hub, 500, disguises);
    expect(answered).toBeGreaterThanOrEqual(200);
    expect(answered).toBeLessThan(450);
    const body = (await refused?.json()) as { errors: { message: string; extensions: object }[] };
    expect(body.errors[0]?.extensions).toEqual({ code: 'RATE_LIMITED' });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('of a token: a thousand in a burst, beside an address that has used up its own', async () => {
    const token = await hub.token('LEADER');
    const authorization = `Bearer ${token}`;
    const { answered, refused } = await burst(hub, 1_000, () => ({ authorization }));
    expect([answered, refused]).toEqual([1_000, undefined]);
    // Another token has an account of its own, and nobody at the same address has none left or little.
    const other = { authorization: `Bearer ${await hub.token('HRSS')}` };
    expect((await burst(hub, 100, () => other)).answered).toBe(100);
  });

  it('of a token are held to its rate, whatever else they say', async () => {
    const authorization = `Bearer ${await hub.token('UNION')}`;
    const { answered, refused } = await burst(hub, 2_500, i => ({ ...disguises(i), authorization }));
    expect(answered).toBeGreaterThanOrEqual(1_000);
    expect(refused?.status).toBe(429);
  });

  it('of a person are counted over all of their sessions', async () => {
    const { password } = await behind.services.access.addPerson({ username: 'busy', role: 'UNION' });
    const signIn = async (): Promise<string> =>
      cookieOf(await knock(behind, '/api/session', { username: 'busy', password }));
    const cookies = [await signIn(), await signIn()];
    const { answered } = await burst(behind, 500, i => ({ cookie: cookies[i % 2] ?? '' }));
    expect(answered).toBeGreaterThanOrEqual(200);
    expect(answered).toBeLessThan(450);
  });
});

describe('addresses', () => {
  it('are what the connection says where no proxy is trusted', async () => {
    const guess = (i: number): Promise<Response> =>
      knock(hub, '/api/session', { username: 'guessed', password: `guess ${i}` }, disguisesOfPerson(i));
    await later(1_500);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await guess(i)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('are what a trusted proxy says, its own word for the nearest, not what was said to it', async () => {
    const { password } = await behind.services.access.addPerson({ username: 'proxied', role: 'UNION' });
    const headers = { 'x-forwarded-for': '198.51.100.9, 203.0.113.7, 10.1.2.3' };
    const signedIn = await knock(behind, '/api/session', { username: 'proxied', password }, headers);
    expect(signedIn.status).toBe(200);
    const [row] = await behind.owner('select address from person_session order by id desc limit 1');
    expect(row?.['address']).toBe('203.0.113.7');
  });

  it('behind a trusted proxy have an account each, an IPv6 network one together', async () => {
    const from = (address: string) => burst(behind, 260, () => ({ 'x-forwarded-for': address }));
    expect((await from('203.0.113.50')).refused?.status).toBe(429);
    expect((await read(behind, { 'x-forwarded-for': '203.0.113.51' })).status).toBe(200);
    const network = await burst(behind, 400, i => ({
      'x-forwarded-for': `2001:db8:1:2::${(i + 1).toString(16)}`,
    }));
    expect(network.refused?.status).toBe(429);
    expect((await read(behind, { 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(200);
  });
});

const disguisesOfPerson = (i: number): Headers => {
  const { authorization: _, cookie: __, ...rest } = disguises(i);
  return rest;
};
const later = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));
