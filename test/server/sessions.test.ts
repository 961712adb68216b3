import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { forgetSessions } from '../../server/src/access/session.service.ts';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { cookieOf, enrol, knock } from '../support/sign-in.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

interface Session {
  id: string;
  current: boolean;
  address: string;
  agent: string;
  seenAt: string;
  expiresAt: string;
}
const ask = (cookie: string, query: string, variables = {}) =>
  hub.graphql(query, { headers: { cookie, 'accept-language': 'en' }, variables });
const sessions = async (cookie: string): Promise<Session[]> => {
  const { data } = await ask(cookie, '{ viewer { sessions { id current address agent seenAt expiresAt } } }');
  return (data?.['viewer'] as { sessions: Session[] }).sessions;
};
const alive = async (cookie: string): Promise<boolean> =>
  ((await ask(cookie, '{ viewer { kind } }')).data?.['viewer'] as { kind: string }).kind === 'PERSON';
const passwords = new Map<string, string>();
const own = (username: string): { username: string; password: string } => ({
  username,
  password: passwords.get(username) ?? '',
});
/** Somebody with a password of their own, signed in. */
async function made(username: string, role = 'UNION'): Promise<string> {
  passwords.set(username, (await hub.services.access.addPerson({ username, role })).password);
  await hub.owner('update person set must_change_password = false where username = $1', [username]);
  return cookieOf(await knock(hub, '/api/session', own(username)));
}
const again = async (username: string, agent = 'another browser'): Promise<string> =>
  cookieOf(await knock(hub, '/api/session', own(username), { 'user-agent': agent }));
const endOne = 'mutation ($id: ID!) { endSession(input: { id: $id }) { sessions { id endedAt } } }';
const endOthers = 'mutation { endOtherSessions(input: {}) { sessions { id } } }';

describe("one's own sessions", () => {
  it('are listed, the asking one first, with where they came from', async () => {
    const first = await made('lister');
    await made('somebody-else');
    const second = await again('lister');
    const listed = await sessions(second);
    expect(listed.map(({ current, agent }) => [current, agent])).toEqual([
      [true, 'another browser'],
      [false, 'node'],
    ]);
    expect(listed[0]).toMatchObject({ address: '127.0.0.1' });
    expect(Date.parse(listed[0]?.expiresAt ?? '') - hub.now().getTime()).toBe(8 * 3_600_000);
    expect((await sessions(first)).map(({ id }) => id)).toEqual(listed.map(({ id }) => id).reverse());
  });

  it('end at once when their owner says so; of those of others none exists', async () => {
    const [mine, theirs] = [await made('ender'), await made('not-mine')];
    const other = await again('ender');
    const [, old] = await sessions(other);
    const [foreign] = await sessions(theirs);
    const refused = await ask(other, endOne, { id: foreign?.id });
    const unknown = await ask(other, endOne, { id: 'Session:987654' });
    expect([refused.code, refused.errors]).toEqual(['NOT_FOUND', unknown.errors]);
    expect(await alive(theirs)).toBe(true);
    const ended = await ask(other, endOne, { id: old?.id });
    expect(ended.data).toMatchObject({ endSession: { sessions: [{ id: old?.id }] } });
    expect([await alive(mine), await alive(other)]).toEqual([false, true]);
    expect((await ask(other, endOne, { id: old?.id })).code).toBe('NOT_FOUND');
  });

  it('end but for the one that asks', async () => {
    const cookies = [await made('keeper'), await again('keeper'), await again('keeper')];
    const { data } = await ask(cookies[1] ?? '', endOthers);
    expect((data?.['endOtherSessions'] as { sessions: unknown[] }).sessions).toHaveLength(2);
    expect(await Promise.all(cookies.map(alive))).toEqual([false, true, false]);
  });

  it('are nothing for a program, which gets no cookie and reaches no session (B26)', async () => {
    const token = await hub.token('UNION');
    const headers = { authorization: `Bearer ${token}` };
    const { data } = await hub.graphql('{ viewer { kind username next preferredLanguage secondFactor { enrolled } sessions { id } } }', { token }); // prettier-ignore
    const nothing = { username: null, next: null, preferredLanguage: null, secondFactor: null, sessions: [] };
    expect(data?.['viewer']).toEqual({ kind: 'TOKEN', ...nothing });
    const [session] = await sessions(await made('beside-a-token'));
    const mutations = [endOthers, `mutation { endSession(input: { id: "${session?.id}" }) { sessions { id } } }`, 'mutation { setLanguage(input: { language: "en" }) { viewer { name } } }']; // prettier-ignore
    for (const mutation of mutations) expect((await hub.graphql(mutation, { token })).code).toBe('FORBIDDEN');
    const body = {
      ...own('beside-a-token'),
      current: own('beside-a-token').password,
      next: 'x',
      code: '123456',
    };
    for (const path of ['', '/password', '/second-factor', '/second-factor/enrolment']) {
      const response = await knock(hub, `/api/session${path}`, body, headers);
      expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 401, []]);
    }
    for (const path of ['/graphql?query={viewer{name}}', '/api/imports/1/rejects.xlsx', '/healthz']) {
      expect((await fetch(hub.origin + path, { headers })).headers.getSetCookie()).toEqual([]);
    }
  });
});

/** Opens a stream with a cookie; resolves with the milliseconds after which it was over, or null. */
async function stream(
  cookie: string,
): Promise<{ status: number; over: (within: number) => Promise<boolean> }> {
  const response = await fetch(`${hub.origin}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie, 'x-hub-csrf': '1' },
    body: JSON.stringify({ query: 'subscription { metricChanged { keys } }' }),
  });
  const ended = (async () => {
    for await (const _ of response.body as unknown as AsyncIterable<Uint8Array>);
    return true;
  })();
  const late = (within: number): Promise<boolean> =>
    new Promise(resolve => void setTimeout(() => resolve(false), within).unref());
  return { status: response.status, over: within => Promise.race([ended, late(within)]) };
}

interface Target {
  readonly id: number;
  readonly version: number;
  readonly assignment: number;
}
const target = async (username: string): Promise<Target> => {
  const sql = `select p.id, p.version, a.id as assignment from person p join role_assignment a on a.person_id = p.id
    where username = $1 order by a.id desc limit 1`;
  return (await hub.owner<Target>(sql, [username]))[0] as Target;
};
const system = systemViewer('test');

/** What happens to a person, here or in another process; the first cookie is that of the session it happens in. */
const happenings: [string, (username: string, cookie: string) => Promise<unknown>][] = [
  ['their password is changed', (username, cookie) => knock(hub, '/api/session/password', { current: own(username).password, next: 'another passphrase of theirs' }, { cookie })],
  ['their password is reset', async username => {
    const { id, version } = await target(username);
    await hub.services.access.accounts.resetPassword(system, { person: `Person:${id}`, version });
  }],
  ['they are disabled', async username => {
    const { id, version } = await target(username);
    await hub.services.access.accounts.disable(system, { person: `Person:${id}`, version });
  }],
  ['they are disabled in another process', username => hub.owner('update person set disabled_at = now() where username = $1', [username])],
  ['their term ends in another process', async username =>
    hub.owner(`update role_assignment set ends_on = '2026-11-22', starts_on = '2026-11-01' where id = $1`, [(await target(username)).assignment])],
  ['they get another role in another process', async username => {
    const { id, assignment } = await target(username);
    await hub.owner(`update role_assignment set ends_on = '2026-11-22', starts_on = '2026-11-01' where id = $1`, [assignment]);
    await hub.owner(`insert into role_assignment (person_id, role, starts_on) values ($1, 'HRSS', '2026-11-23')`, [id]);
  }],
  ['they end their other sessions', async (_, cookie) => ask(cookie, endOthers)],
]; // prettier-ignore

test.each(happenings)(
  'when %s, sessions and open streams are over within two seconds (B12, B24, B25)',
  async (what, happen) => {
    const username = `b24-${happenings.findIndex(([name]) => name === what)}`;
    const [acting, other] = [await made(username), await again(username)];
    const open = await stream(other);
    expect([open.status, await alive(other)]).toEqual([200, true]);
    const begun = performance.now();
    await happen(username, acting);
    expect(await open.over(2_000 - (performance.now() - begun))).toBe(true);
    expect(await alive(other)).toBe(false);
    const refused = await ask(other, '{ unions { totalCount } }');
    expect(refused.code).toBe('UNAUTHENTICATED');
  },
);

test('a stream is not given to whoever has a step to do first', async () => {
  const cookie = (await enrol(hub, await made('streamer'))).cookie;
  expect((await stream(cookie)).status).toBe(200);
  expect((await stream(await again('streamer'))).status).toBe(200);
});

describe('the trail', () => {
  const entries = async (where: string): Promise<Record<string, unknown>[]> =>
    (await hub.owner<{ entry: string }>(`select entry from audit_entry where ${where} order by seq`)).map(
      ({ entry }) => JSON.parse(entry) as Record<string, unknown>,
    );

  it('has no name that was typed in vain: it may have been a password', async () => {
    const { id } = await hub.services.access.addPerson({ username: 'typed', role: 'UNION' });
    const typed = ['correct horse battery staple', '13800001234', 'TYPED'];
    for (const username of typed)
      await knock(hub, '/api/session', { username, password: 'not the password' });
    const refused = await entries(`entry like '%"REFUSED"%' and entry like '%"signIn"%'`);
    expect(refused.slice(-3).map(({ actor, object, address }) => [actor, object, address])).toEqual([
      ['anonymous', expect.stringMatching(/^Account:[\w-]{22}$/), '127.0.0.1'],
      ['anonymous', expect.stringMatching(/^Account:[\w-]{22}$/), '127.0.0.1'],
      ['anonymous', `Person:${id}`, '127.0.0.1'],
    ]);
    const all = JSON.stringify(await entries('true'));
    for (const one of [...typed.slice(0, 2), 'not the password']) expect(all).not.toContain(one);
  });

  it('knows of every beginning and end, in which session, from where', async () => {
    const cookie = await made('traced');
    const [session] = await sessions(cookie);
    await fetch(`${hub.origin}/api/session`, { method: 'DELETE', headers: { cookie } });
    const number = session?.id.split(':')[1];
    const entered = (await entries('true')).filter(entry => entry['session'] === number);
    expect(entered.map(({ act, outcome }) => [act, outcome])).toEqual([
      ['signIn', 'DONE'],
      ['signOut', 'DONE'],
    ]);
    expect(entered[0]).toMatchObject({ onBehalfOf: 'UNION', address: '127.0.0.1', name: 'traced' });
  });

  it('that cannot be written lets nobody in, and nobody out of their password', async () => {
    const cookie = await made('unwritten');
    const before = await hub.owner('select count(*) from person_session');
    await hub.owner('revoke insert on audit_entry from hub_app');
    try {
      const refused = await knock(hub, '/api/session', own('unwritten'));
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([500, []]);
      const change = { current: own('unwritten').password, next: 'another passphrase of theirs' };
      expect((await knock(hub, '/api/session/password', change, { cookie })).status).toBe(500);
    } finally {
      await hub.owner('grant insert on audit_entry to hub_app');
    }
    expect(await hub.owner('select count(*) from person_session')).toEqual(before);
    expect(await alive(await again('unwritten'))).toBe(true);
  });
});

test("the language that the pages begin in is the person's own; answers are in the language asked for", async () => {
  const cookie = await made('reader');
  const set = 'mutation ($language: String!) { setLanguage(input: { language: $language }) { viewer { preferredLanguage language } } }'; // prettier-ignore
  expect((await ask(cookie, set, { language: 'fr' })).code).toBe('BAD_USER_INPUT');
  const { data } = await hub.graphql(set, { headers: { cookie }, variables: { language: 'en' } });
  expect(data?.['setLanguage']).toEqual({ viewer: { preferredLanguage: 'en', language: 'zh' } });
  const { data: later } = await hub.graphql('{ viewer { preferredLanguage } }', { headers: { cookie } });
  expect(later?.['viewer']).toEqual({ preferredLanguage: 'en' });
});

test('a session that ended a month ago is forgotten, one that lives is not', async () => {
  await made('remembered');
  const count = async (): Promise<number> =>
    Number((await hub.owner('select count(*)::int as n from person_session'))[0]?.['n']);
  await hub.owner(`update person_session set ended_at = $1 where ended_at is not null`, [new Date(hub.now().getTime() - 31 * 86_400_000)]); // prettier-ignore
  const [row] = await hub.owner('select count(*)::int as n from person_session where ended_at is not null');
  const before = await count();
  expect(Number(row?.['n'])).toBeGreaterThan(0);
  expect(await forgetSessions(hub.database, hub.now())).toBe(row?.['n']);
  expect(await count()).toBe(before - Number(row?.['n']));
});
