import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

const query = '{ viewer { kind } }';
const url = (path = `/graphql?query=${encodeURIComponent(query)}`): string => hub.origin + path;
const form = 'application/x-www-form-urlencoded';
const get = async (headers: Record<string, string>, path?: string): Promise<number> =>
  (await fetch(url(path), { headers })).status;
const post = async (body: string, type: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(url('/graphql'), { method: 'POST', body, headers: { 'content-type': type } });
  return { status: response.status, text: await response.text() };
};
const json = JSON.stringify({ query });

describe('what a page of another site can make a browser send', () => {
  it('is no query: plain GET 400, GET with an odd content type 415, simple POST 4xx', async () => {
    expect(await get({})).toBe(400);
    expect(await get({ 'content-type': 'text/plain', 'apollo-require-preflight': '1' })).toBe(415);
    expect(await get({ 'apollo-require-preflight': '1' })).toBe(200);
    for (const type of ['text/plain', form, 'multipart/form-data; boundary=x']) {
      expect((await post(json, type)).status, type).toBeGreaterThanOrEqual(400);
    }
  });

  it('is no mutation by GET', async () => {
    const mutation = `/graphql?query=${encodeURIComponent('mutation { x }')}`;
    expect(await get({ 'apollo-require-preflight': '1' }, mutation)).toBeGreaterThanOrEqual(400);
  });

  it('is no sign-in and no upload', async () => {
    const body = { username: 'x', password: 'y' };
    const evil = { origin: 'https://evil.example' };
    expect((await hub.post('/api/session', body, evil)).status).toBe(403);
    expect((await hub.post('/api/session', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await hub.post('/api/session', body, { origin: 'null' })).status).toBe(403);
    expect((await hub.post('/api/session', body, { origin: hub.origin })).status).toBe(401);
    const out = await fetch(url('/api/session'), {
      method: 'DELETE',
      headers: { ...evil, cookie: 'hub_session=x' },
    });
    expect(out.status).toBe(403);
    const upload = { 'content-type': 'multipart/form-data; boundary=x', cookie: 'hub_session=x' };
    expect((await hub.post('/api/imports', '--x--', upload)).status).toBe(403);
    expect((await hub.post('/graphql', { query }, { ...evil, cookie: 'hub_session=x' })).status).toBe(403);
  });
});

describe('a request that is not GraphQL', () => {
  it('in a batch is refused', async () => {
    expect((await post(JSON.stringify([{ query }, { query }]), 'application/json')).status).toBe(400);
  });

  it('of 256 KB is refused unread', async () => {
    const { status, text } = await post(
      JSON.stringify({ query, variables: { x: 'x'.repeat(300_000) } }),
      'application/json',
    );
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('that is malformed gets 400 and leaves one line of warning, whatever the flood', async () => {
    const before = hub.log.length;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('{"query": "450299199001011236', 'application/json')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
    expect(JSON.parse(answers[0]?.text ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    const lines = hub.log.slice(before);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.join('')).not.toMatch(/450299199001011236|"stack"|SyntaxError/);
  });

  it('leaves one JSON object a line in the log, whatever is in it', async () => {
    await hub.graphql('{ viewer { name } }', {
      headers: { 'user-agent': 'x\u00ff [31m', 'x-request-id': 'a"b{}' },
    });
    for (const line of hub.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('with a wrong operation name says which', async () => {
    const response = await hub.post('/graphql', {
      query: 'query A { viewer { kind } } query B { viewer { kind } }',
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
    ]);
  });
});

describe('a GraphQL answer', () => {
  it('carries the id of its request and is kept by no cache', async () => {
    const response = await hub.post('/graphql', { query }, { 'x-request-id': 'from-the-caller-1' });
    expect(response.headers.get('x-request-id')).toBe('from-the-caller-1');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const other = await hub.post('/graphql', { query }, { 'x-request-id': 'x y\tz' });
    expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is the same interpreted and compiled, errors with their paths and places too', async () => {
    const document = '{ a: viewer { kind } enterprises { totalCount } }';
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await (await hub.post('/graphql', { query: document })).text());
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({
      errors: [
        {
          path: ['enterprises'],
          locations: [{ line: 1, column: 22 }],
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
      data: null,
    });
  });

  it('with a filter that contains itself comes back at once, interpreted and compiled', async () => {
    const token = await hub.token('HRSS');
    const document = `query($filter: EnterpriseFilter, $first: Int = 2, $at: DateTime, $with: Boolean!) {
      enterprises(filter: $filter, first: $first, asKnownAt: $at) { totalCount nodes { name @include(if: $with) } } }`;
    const filter = { and: [{ town: { eq: 'LUOBU' } }, { not: { or: [{ staff: { gt: 5 } }] } }] };
    for (const variables of [
      { filter, with: true },
      { filter: null, with: false, at: '2026-11-23T00:00:00Z' },
    ]) {
      for (let i = 0; i < 3; i++) {
        expect(await hub.graphql(document, { token, variables })).toMatchObject({
          status: 200,
          errors: [],
          data: { enterprises: { totalCount: 0, nodes: [] } },
        });
      }
    }
    const wrong = { filter: { and: [{ town: { like: 'x' } }] }, with: true };
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await hub.graphql(document, { token, variables: wrong }));
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});
