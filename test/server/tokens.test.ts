import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

const query = '{ viewer { kind name role town { code name } } }';
const add = (name: string, more: { role?: string; town?: string; expires?: string } = {}) =>
  hub.services.access.addToken({ name, role: 'HRSS', ...more }, 'test');
const ask = (authorization: string) => hub.graphql(query, { headers: { authorization } });
const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('a token', () => {
  it('is shown once, kept as a hash, and signs a program in', async () => {
    const { id, name, role, token } = await add('statistics');
    expect({ name, role }).toEqual({ name: 'statistics', role: 'HRSS' });
    expect(token).toMatch(/^hub_\d+_[\w-]{43}$/);
    const [row] = await hub.owner(
      'select * from access_token join access_token_secret s on s.token_id = access_token.id where access_token.id = $1',
      [id],
    );
    expect(JSON.stringify(row)).not.toContain(token.split('_').slice(2).join('_'));
    expect((await ask(`Bearer ${token}`)).data).toEqual({
      viewer: { kind: 'TOKEN', name: 'statistics', role: 'HRSS', town: null },
    });
  });

  it('works as HTTP Basic with its id, whole or as the bare secret', async () => {
    const { id, token } = await add('spreadsheet');
    const secret = token.replace(`hub_${id}_`, '');
    for (const password of [token, secret]) {
      expect((await ask(basic(String(id), password))).data).toMatchObject({
        viewer: { name: 'spreadsheet' },
      });
    }
    expect((await ask(basic(String(id + 1), token))).status).toBe(401);
  });

  it('of a town names it in the language of the reader', async () => {
    const { token } = await add('town', { role: 'TOWN', town: 'luobu' });
    const headers = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' };
    expect((await hub.graphql(query, { token, headers })).data).toMatchObject({
      viewer: { town: { code: 'LUOBU', name: 'Luobu Town' } },
    });
    expect((await hub.graphql(query, { token })).data).toMatchObject({
      viewer: { town: { name: '洛埠镇' } },
    });
  });

  it.each([
    ['a role that does not exist', { role: 'KING' }],
    ['a town without a town', { role: 'TOWN' }],
    ['a town that does not exist', { role: 'TOWN', town: 'ATLANTIS' }],
    ['a department with a town', { role: 'HRSS', town: 'LUOBU' }],
    ['an employer without a code', { role: 'ENTERPRISE' }],
    ['an expiry that is no day', { expires: '2026-02-30' }],
    ['an expiry that is over', { expires: '2026-11-22' }],
    ['more than 180 days', { expires: '2027-05-23' }],
  ])('is refused for %s', async (_what, more) => {
    await expect(add('wrong', more)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('that is made up, cut short, expired or revoked is answered 401', async () => {
    const { id, token } = await add('expired');
    await hub.owner(`update access_token set expires_at = '2026-11-22T23:59:59+08:00' where id = $1`, [id]);
    const wrong = [
      'Bearer x',
      `Bearer ${token}`,
      `Bearer ${token.slice(0, -1)}`,
      'Digest x',
      basic('1', 'x'),
    ];
    for (const authorization of wrong) {
      const { status, code, data } = await ask(authorization);
      expect({ authorization, status, code, data }).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });

  it('that is revoked in another process is dead within two seconds, and here at once', async () => {
    const [away, here] = [await add('away'), await add('here')];
    expect((await ask(`Bearer ${away.token}`)).status).toBe(200);
    expect((await ask(`Bearer ${here.token}`)).status).toBe(200);
    await hub.owner('update access_token set revoked_at = now() where id = $1', [away.id]);
    await hub.services.access.tokens.revoke(here.id, 'test');
    expect((await ask(`Bearer ${here.token}`)).status).toBe(401);
    await new Promise(resolve => setTimeout(resolve, 1_900));
    expect((await ask(`Bearer ${away.token}`)).status).toBe(401);
  });

  it('has its last use noted once a minute at most', async () => {
    const { id, token } = await add('busy');
    const used = async (): Promise<unknown> =>
      (await hub.owner('select last_used_at from access_token where id = $1', [id]))[0]?.['last_used_at'];
    await ask(`Bearer ${token}`);
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    hub.services.access.identity.forget();
    await ask(`Bearer ${token}`);
    expect(await used()).toEqual(first);
    hub.wait(61_000);
    hub.services.access.identity.forget();
    await ask(`Bearer ${token}`);
    expect(await used()).not.toEqual(first);
  });

  it('never becomes a session and changes no password', async () => {
    const authorization = `Bearer ${(await add('program')).token}`;
    const response = await hub.post('/graphql', { query }, { authorization });
    expect(response.headers.getSetCookie()).toEqual([]);
    const body = { current: 'x', next: 'a-plain-long-sentence' };
    const change = await hub.post('/api/session/password', body, { authorization });
    expect([change.status, change.headers.getSetCookie()]).toEqual([401, []]);
  });

  it('appears in no log', async () => {
    const { token } = await add('quiet');
    await ask(`Bearer ${token}`);
    await ask(`Bearer ${token}x`);
    expect(hub.log.join('')).not.toContain(token.slice(0, 20));
  });
});
