import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../server/src/app/services.ts';
import { uscc } from '../server/hub.ts';
import { accessHub, type AccessHub } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

interface TokenRead {
  readonly id: string;
  readonly version: number;
  readonly expiresOn: string;
  readonly lastUsedAt: string | null;
  readonly lastAddress: string | null;
  readonly live: boolean;
  readonly secrets: readonly { readonly createdAt: string; readonly endsAt: string | null }[];
}
interface MadeToken {
  readonly accessToken: TokenRead;
  readonly token: string | null;
}
const fields = `id name role town { code } enterprise operations fields purpose addresses createdBy expiresOn lastUsedAt
  lastAddress revokedAt revokedBy revokeReason live version secrets { createdAt endsAt }`;
const payload = `token accessToken { ${fields} }`;
const hour = 3_600_000;
const purpose = '统计月报';

const create = (input: object) => its.act('SECURITY', 'createAccessToken', { name: 'x', role: 'HRSS', purpose, ...input }, payload); // prettier-ignore
const made = async (input: object = {}): Promise<{ accessToken: TokenRead; token: string }> => {
  const { data, errors } = await create(input);
  if (!data) throw new Error(JSON.stringify(errors));
  return data['done'] as { accessToken: TokenRead; token: string };
};
const ask = (token: string | null, query = '{ viewer { kind role actions } }') =>
  its.hub.graphql(query, { token: token ?? '' });
const read = async (id: string): Promise<TokenRead> => {
  const { data } = await its.ask('AUDITOR', `{ accessTokens(first: 200) { nodes { ${fields} } } }`);
  return (data?.['accessTokens'] as { nodes: TokenRead[] }).nodes.find(one => one.id === id) as TokenRead;
};

describe('a token', () => {
  it('is issued by the security officer; its text is in the answer once and nowhere else', async () => {
    const input = { name: '人社统计', role: 'TOWN', town: 'luobu', idempotencyKey: 'letter 3', addresses: ['127.0.0.0/8', '::1'] };
    const { accessToken, token } = await made(input);
    expect(token).toMatch(/^hub_\d+_[\w-]{43}$/);
    expect(accessToken).toMatchObject({
      name: '人社统计', role: 'TOWN', town: { code: 'LUOBU' }, purpose, operations: null, fields: null, createdBy: 'security',
      addresses: ['127.0.0.0/8', '::1'], expiresOn: '2027-05-22', live: true, version: 1, lastUsedAt: null, secrets: [{ endsAt: null }],
    });
    const again = await made(input);
    expect(again).toEqual({ accessToken, token: null });
    const secret = token.split('_').slice(2).join('_');
    for (const table of ['idempotency', 'audit_entry', 'access_token', 'access_token_secret']) {
      const [row] = await its.hub.owner(`select json_agg(t)::text as text from ${table} t`);
      expect([table, String(row?.['text']).includes(secret)]).toEqual([table, false]);
    }
  }); // prettier-ignore

  it.each([
    ['a role that has none of it', { role: 'MEMBER', operations: ['enterprise.read'] }, 'operations', 'MEMBER'],
    ['an action that does not exist', { operations: ['enterprise.read', 'enterprise.destroy'] }, 'operations', 'enterprise.destroy'],
    ['a word of objects', { operations: ['constructor'] }, 'operations', 'constructor'],
    ['what is for people alone', { role: 'SECURITY', operations: ['token.write'] }, 'operations', 'token.write'],
    ['no action at all', { operations: [] }, 'operations', '1 to 200'],
    ['a field that does not exist', { fields: ['Enterprise.name', 'Enterprise.secret'] }, 'fields', 'Enterprise.secret'],
    ['a type alone', { fields: ['Enterprise'] }, 'fields', 'Enterprise'],
    ['a type of GraphQL itself', { fields: ['__Type.name'] }, 'fields', '__Type.name'],
    ['an address that is none', { addresses: ['10.0.0.0/8', '10.1.0.0/33'] }, 'addresses', '10.1.0.0/33'],
    ['a name for an address', { addresses: ['localhost'] }, 'addresses', 'localhost'],
    ['a day that is over', { expiresOn: '2026-11-22' }, 'expiresOn', '2026-11-23'],
    ['more than 180 days', { expiresOn: '2027-05-23' }, 'expiresOn', '2027-05-22'],
    ['no name', { name: '' }, 'name', '100'],
    ['no town', { role: 'TOWN' }, 'town', 'TOWN'],
    ['an employer without a code', { role: 'ENTERPRISE', enterprise: '1' }, 'enterprise', 'ENTERPRISE'],
    ['a purpose without end', { purpose: 'x'.repeat(501) }, 'reason', '500'],
  ])('is refused for %s', async (_what, input, field, word) => {
    const answer = await create({ ...input, name: (input as { name?: string }).name ?? 'refused' });
    expect([answer.code, answer.errors[0]?.extensions.fields]).toMatchObject(['BAD_USER_INPUT', { [field]: expect.stringContaining(word) as string }]);
    const [row] = await its.hub.owner(`select count(*)::int as n from access_token where name = 'refused'`);
    expect(row).toEqual({ n: 0 });
  }); // prettier-ignore

  it.each(['secretHash', 'createdBy', 'version', 'status', 'lastUsedAt', 'townId', 'scope'])(
    'takes no %s from whoever orders it (mass assignment)',
    async field => {
      const { code, errors } = await create({ [field]: 'x' });
      expect([code, errors[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining(field)]);
    },
  );

  it('never outlives its rotation by a longer term than it could be made with (create and update refuse alike)', async () => {
    const { accessToken } = await made();
    const rotate = (input: object) =>
      its.act('SECURITY', 'rotateAccessToken', { id: accessToken.id, version: 1, ...input }, payload);
    for (const [input, field] of [[{ expiresOn: '2027-05-23' }, 'expiresOn'], [{ expiresOn: '2026-11-22' }, 'expiresOn'], [{ overlapHours: 169 }, 'overlapHours'], [{ overlapHours: -1 }, 'overlapHours']] as const) {
      const { code, errors } = await rotate(input);
      expect([code, Object.keys(errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', [field]]);
    }
    expect(await read(accessToken.id)).toMatchObject({ version: 1, secrets: [{ endsAt: null }] });
  }); // prettier-ignore

  it('is good for what it is narrowed to, and for nothing else of its role', async () => {
    const { token } = await made({ operations: ['enterprise.read', 'metric.read'], fields: ['Enterprise.name', 'Query.enterprises'] }); // prettier-ignore
    const { data } = await ask(token);
    expect(data).toMatchObject({ viewer: { kind: 'TOKEN', role: 'HRSS', actions: ['metric.read', 'enterprise.read'] } }); // prettier-ignore
    expect((await ask(token, '{ enterprises { totalCount } }')).code).toBeUndefined();
    for (const query of ['{ disputes { totalCount } }', '{ imports { totalCount } }', '{ settings { key } }', `{ enterprise(uscc: "${uscc}") { disputes { totalCount } } }`])
      expect([query, (await ask(token, query)).code]).toEqual([query, 'FORBIDDEN']);
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.csv');
    const upload = await fetch(`${its.hub.origin}/api/imports`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
    expect(upload.status).toBe(403);
  }); // prettier-ignore

  it.each([
    ['its own network', ['127.0.0.0/8'], 200],
    ['its own address alone', ['127.0.0.1'], 200],
    ['its own address as IPv6', ['::ffff:127.0.0.1'], 200],
    ['one of several', ['10.0.0.0/8', '127.0.0.1/32'], 200],
    ['another network', ['10.0.0.0/8'], 401],
    ['another family', ['2001:db8::/32'], 401],
    ['the neighbour', ['127.0.0.2/32'], 401],
  ])('is good from %s', async (_what, addresses, status) => {
    const { accessToken, token } = await made({ addresses });
    expect((await ask(token)).status).toBe(status);
    // What a caller writes about itself does not move it.
    const forwarded = await its.hub.graphql('{ viewer { kind } }', { token, headers: { 'x-forwarded-for': '10.1.2.3' } });
    expect(forwarded.status).toBe(status);
    expect((await read(accessToken.id)).lastAddress).toBe(status === 200 ? '127.0.0.1' : null);
  }); // prettier-ignore

  it('shows where and when it was last used, once a minute at most', async () => {
    const { accessToken, token } = await made();
    await ask(token);
    const first = (await read(accessToken.id)).lastUsedAt;
    expect(first).toBe('2026-11-23T02:00:00.000Z');
    its.hub.services.access.identity.forget();
    its.hub.wait(59_000);
    await ask(token);
    expect((await read(accessToken.id)).lastUsedAt).toBe(first);
    its.hub.services.access.identity.forget();
    its.hub.wait(2_000);
    await ask(token);
    expect((await read(accessToken.id)).lastUsedAt).toBe('2026-11-23T02:01:01.000Z');
    its.hub.wait(-61_000);
  });
});

describe('a rotation', () => {
  it('gives a second secret; the first is good until its hour, and not a moment longer', async () => {
    const { accessToken, token } = await made({ expiresOn: '2026-12-01' });
    const input = {
      id: accessToken.id,
      version: 1,
      overlapHours: 2,
      expiresOn: '2027-01-31',
      idempotencyKey: 'r',
    };
    const next = await its.done<MadeToken>('SECURITY', 'rotateAccessToken', input, payload);
    expect(next.accessToken).toMatchObject({ id: accessToken.id, version: 2, expiresOn: '2027-01-31' });
    expect(next.accessToken.secrets.map(one => one.endsAt)).toEqual([null, '2026-11-23T04:00:00.000Z']);
    expect(next.token).not.toBe(token);
    expect((await its.done<MadeToken>('SECURITY', 'rotateAccessToken', input, payload)).token).toBeNull();
    for (const text of [token, next.token]) expect((await ask(text)).status).toBe(200);
    const stale = await its.act('SECURITY', 'rotateAccessToken', { ...input, idempotencyKey: 's' }, payload);
    expect([stale.code, stale.errors[0]?.extensions]).toMatchObject(['CONFLICT', { version: 2 }]);
    its.hub.wait(2 * hour);
    its.hub.services.access.identity.forget();
    expect([(await ask(token)).status, (await ask(next.token)).status]).toEqual([401, 200]);
    its.hub.wait(-2 * hour);
  });

  it('leaves two secrets at most, and a single one where there is no overlap', async () => {
    const { accessToken, token } = await made();
    const rotate = (version: number, overlapHours: number) =>
      its.done<MadeToken>('SECURITY', 'rotateAccessToken', { id: accessToken.id, version, overlapHours }, payload); // prettier-ignore
    const second = await rotate(1, 168);
    const third = await rotate(2, 168);
    expect((await read(accessToken.id)).secrets).toHaveLength(2);
    expect((await ask(token)).status).toBe(401);
    expect([(await ask(second.token)).status, (await ask(third.token)).status]).toEqual([200, 200]);
    const fourth = await rotate(3, 0);
    expect([(await ask(second.token)).status, (await ask(third.token)).status, (await ask(fourth.token)).status]).toEqual([401, 401, 200]);
  }); // prettier-ignore
});

describe('a revocation', () => {
  it('ends every secret at once here and within two seconds in every other process, streams too', async () => {
    const { accessToken, token } = await made({ role: 'LEADER' });
    // Another process on the same database: it has looked the token up and believes what it saw.
    const { database, orm, secret, services } = its.hub;
    const { access } = createServices({ database, orm, secret, clock: services.clock });
    const elsewhere = () => access.identity.viewer({ authorization: `Bearer ${token}`, session: undefined, address: '127.0.0.1' }, 'en');
    expect((await elsewhere()).kind).toBe('TOKEN');
    const { over: stream } = await its.follow({ authorization: `Bearer ${token}` });
    const began = performance.now();
    const over = stream.then(() => performance.now() - began);
    const input = { id: accessToken.id, version: 1, reason: '外泄' };
    const { accessToken: revoked } = await its.done<MadeToken>('SECURITY', 'revokeAccessToken', input, `accessToken { ${fields} }`);
    expect(revoked).toMatchObject({ live: false, revokedBy: 'security', revokeReason: '外泄', version: 2, secrets: [] });
    expect((await ask(token)).status).toBe(401);
    expect(await over).toBeLessThan(2_600);
    await setTimeout(1_100);
    await expect(elsewhere()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const name of ['rotateAccessToken', 'revokeAccessToken']) {
      const again = { id: accessToken.id, version: 2, ...(name === 'revokeAccessToken' && { reason: 'x' }) };
      expect((await its.act('SECURITY', name, again, 'accessToken { id }')).code).toBe('INVALID_TRANSITION');
    }
  }); // prettier-ignore

  it.each(['AccessToken:999999', 'Person:1', 'x', '1;drop table person', '9'.repeat(30)])('of %s finds nothing', async id => {
    expect((await its.act('SECURITY', 'revokeAccessToken', { id, version: 1, reason: 'x' }, 'accessToken { id }')).code).toBe('NOT_FOUND');
  }); // prettier-ignore
});

it('the list of tokens is paged and narrowed', async () => {
  const query = `query ($filter: AccessTokenFilter, $after: String) { accessTokens(filter: $filter, first: 3, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id name live } } }`;
  const page = async (filter: object, after: string | null = null) => {
    const { data } = await its.ask('SECURITY', query, { filter, after });
    return data?.['accessTokens'] as { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string; live: boolean }[] };
  };
  const first = await page({});
  const second = await page({}, first.pageInfo.endCursor);
  expect([first, second].flatMap(one => one.nodes.map(({ id }) => Number(id.split(':')[1])))).toHaveLength(6);
  expect(second.totalCount).toBe(first.totalCount);
  expect((await page({ text: '人社统计' })).totalCount).toBe(1);
  expect((await page({ text: '月报', role: 'TOWN' })).totalCount).toBe(1);
  const dead = await page({ live: false });
  expect(dead.nodes.length).toBeGreaterThan(0);
  expect(dead.nodes.every(one => !one.live)).toBe(true);
}); // prettier-ignore
