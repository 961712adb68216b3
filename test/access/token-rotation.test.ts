import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../server/src/app/services.ts';
import { payload, tokenFields, type MadeToken, tokenHub, type TokenHub } from './token-support.ts';

let its: TokenHub;
beforeAll(async () => void (its = await tokenHub()));
afterAll(() => its.hub.close());

const hour = 3_600_000;

describe('a rotation', () => {
  it('gives a second secret; the first is good until its hour, and not a moment longer', async () => {
    const { accessToken, token } = await its.made({ expiresOn: '2026-12-01' });
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
    for (const text of [token, next.token]) expect((await its.askBy(text)).status).toBe(200);
    const stale = await its.act('SECURITY', 'rotateAccessToken', { ...input, idempotencyKey: 's' }, payload);
    expect([stale.code, stale.errors[0]?.extensions]).toMatchObject(['CONFLICT', { version: 2 }]);
    its.hub.wait(2 * hour);
    its.hub.services.access.identity.forget();
    expect([(await its.askBy(token)).status, (await its.askBy(next.token)).status]).toEqual([401, 200]);
    its.hub.wait(-2 * hour);
  });

  it('leaves two secrets at most, and a single one where there is no overlap', async () => {
    const { accessToken, token } = await its.made();
    const rotate = (version: number, overlapHours: number) =>
      its.done<MadeToken>('SECURITY', 'rotateAccessToken', { id: accessToken.id, version, overlapHours }, payload); // prettier-ignore
    const second = await rotate(1, 168);
    const third = await rotate(2, 168);
    expect((await its.read(accessToken.id)).secrets).toHaveLength(2);
    expect((await its.askBy(token)).status).toBe(401);
    expect([(await its.askBy(second.token)).status, (await its.askBy(third.token)).status]).toEqual([200, 200]);
    const fourth = await rotate(3, 0);
    expect([(await its.askBy(second.token)).status, (await its.askBy(third.token)).status, (await its.askBy(fourth.token)).status]).toEqual([401, 401, 200]);
  }); // prettier-ignore
});

describe('a revocation', () => {
  it('ends every secret at once here and within two seconds in every other process, streams too', async () => {
    const { accessToken, token } = await its.made({ role: 'LEADER' });
    // Another process on the same database: it has looked the token up and believes what it saw.
    const { database, orm, secret, services } = its.hub;
    const { access } = createServices({ database, orm, secret, clock: services.clock });
    const elsewhere = () => access.identity.viewer({ authorization: `Bearer ${token}`, session: undefined, address: '127.0.0.1' }, 'en');
    expect((await elsewhere()).kind).toBe('TOKEN');
    const { over: stream } = await its.follow({ authorization: `Bearer ${token}` });
    const began = performance.now();
    const over = stream.then(() => performance.now() - began);
    const input = { id: accessToken.id, version: 1, reason: '外泄' };
    const { accessToken: revoked } = await its.done<MadeToken>('SECURITY', 'revokeAccessToken', input, `accessToken { ${tokenFields} }`);
    expect(revoked).toMatchObject({ live: false, revokedBy: 'security', revokeReason: '外泄', version: 2, secrets: [] });
    expect((await its.askBy(token)).status).toBe(401);
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
  for (const role of ['HRSS', 'TOWN', 'UNION', 'COURT', 'OFFICE', 'MEMBER'] as const) await its.hub.token(role);
  await its.made({ name: '人社统计', role: 'TOWN', town: 'LUOBU' });
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
