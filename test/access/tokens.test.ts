import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uscc } from '../server/hub.ts';
import { payload, purpose, tokenHub, type TokenHub } from './token-support.ts';

let its: TokenHub;
beforeAll(async () => void (its = await tokenHub()));
afterAll(() => its.hub.close());

describe('a token', () => {
  it('is issued by the security officer; its text is in the answer once and nowhere else', async () => {
    const input = { name: '人社统计', role: 'TOWN', town: 'luobu', idempotencyKey: 'letter 3', addresses: ['127.0.0.0/8', '::1'] };
    const { accessToken, token } = await its.made(input);
    expect(token).toMatch(/^hub_\d+_[\w-]{43}$/);
    expect(accessToken).toMatchObject({
      name: '人社统计', role: 'TOWN', town: { code: 'LUOBU' }, purpose, operations: null, fields: null, createdBy: 'security',
      addresses: ['127.0.0.0/8', '::1'], expiresOn: '2027-05-22', live: true, version: 1, lastUsedAt: null, secrets: [{ endsAt: null }],
    });
    const again = await its.made(input);
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
    ['the office of an administrator', { role: 'ADMIN' }, 'role', 'people alone'],
    ['the office of a security officer', { role: 'SECURITY' }, 'role', 'people alone'],
    ['the office of an auditor', { role: 'AUDITOR' }, 'role', 'people alone'],
    ['no town', { role: 'TOWN' }, 'town', 'TOWN'],
    ['an employer without a code', { role: 'ENTERPRISE', enterprise: '1' }, 'enterprise', 'ENTERPRISE'],
    ['a purpose without end', { purpose: 'x'.repeat(501) }, 'reason', '500'],
  ])('is refused for %s', async (_what, input, field, word) => {
    const answer = await its.create({ ...input, name: (input as { name?: string }).name ?? 'refused' });
    expect([answer.code, answer.errors[0]?.extensions.fields]).toMatchObject(['BAD_USER_INPUT', { [field]: expect.stringContaining(word) as string }]);
    const [row] = await its.hub.owner(`select count(*)::int as n from access_token where name = 'refused'`);
    expect(row).toEqual({ n: 0 });
  }); // prettier-ignore

  it.each(['secretHash', 'createdBy', 'version', 'status', 'lastUsedAt', 'townId', 'scope'])(
    'takes no %s from whoever orders it (mass assignment)',
    async field => {
      const { code, errors } = await its.create({ [field]: 'x' });
      expect([code, errors[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining(field)]);
    },
  );

  it('never outlives its rotation by a longer term than it could be made with (create and update refuse alike)', async () => {
    const { accessToken } = await its.made();
    const rotate = (input: object) =>
      its.act('SECURITY', 'rotateAccessToken', { id: accessToken.id, version: 1, ...input }, payload);
    for (const [input, field] of [[{ expiresOn: '2027-05-23' }, 'expiresOn'], [{ expiresOn: '2026-11-22' }, 'expiresOn'], [{ overlapHours: 169 }, 'overlapHours'], [{ overlapHours: -1 }, 'overlapHours']] as const) {
      const { code, errors } = await rotate(input);
      expect([code, Object.keys(errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', [field]]);
    }
    expect(await its.read(accessToken.id)).toMatchObject({ version: 1, secrets: [{ endsAt: null }] });
  }); // prettier-ignore

  it('is good for what it is narrowed to, and for nothing else of its role', async () => {
    const { token } = await its.made({ operations: ['enterprise.read', 'metric.read'], fields: ['Enterprise.name', 'Query.enterprises'] }); // prettier-ignore
    const { data } = await its.askBy(token);
    expect(data).toMatchObject({ viewer: { kind: 'TOKEN', role: 'HRSS', actions: ['metric.read', 'enterprise.read'] } }); // prettier-ignore
    expect((await its.askBy(token, '{ enterprises { totalCount } }')).code).toBeUndefined();
    for (const query of ['{ disputes { totalCount } }', '{ imports { totalCount } }', '{ settings { key } }', `{ enterprise(uscc: "${uscc}") { disputes { totalCount } } }`])
      expect([query, (await its.askBy(token, query)).code]).toEqual([query, 'FORBIDDEN']);
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
    const { accessToken, token } = await its.made({ addresses });
    expect((await its.askBy(token)).status).toBe(status);
    // What a caller writes about itself does not move it.
    const forwarded = await its.hub.graphql('{ viewer { kind } }', { token, headers: { 'x-forwarded-for': '10.1.2.3' } });
    expect(forwarded.status).toBe(status);
    expect((await its.read(accessToken.id)).lastAddress).toBe(status === 200 ? '127.0.0.1' : null);
  }); // prettier-ignore

  it('shows where and when it was last used, once a minute at most', async () => {
    const { accessToken, token } = await its.made();
    await its.askBy(token);
    const first = (await its.read(accessToken.id)).lastUsedAt;
    expect(first).toBe('2026-11-23T02:00:00.000Z');
    its.hub.services.access.identity.forget();
    its.hub.wait(59_000);
    await its.askBy(token);
    expect((await its.read(accessToken.id)).lastUsedAt).toBe(first);
    its.hub.services.access.identity.forget();
    its.hub.wait(2_000);
    await its.askBy(token);
    expect((await its.read(accessToken.id)).lastUsedAt).toBe('2026-11-23T02:01:01.000Z');
    its.hub.wait(-61_000);
  });
});
