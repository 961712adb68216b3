import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { forgetSessions } from '../../server/src/access/session.service.ts';
import { cookieOf, knock } from '../support/sign-in.ts';
import { accountsAt } from './accounts-support.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());
const { again, alive, ask, made, own, sessions } = accountsAt(() => hub);

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

  it('end with the next sign-in of the same browser: nobody could end them there any more', async () => {
    const [cookie, elsewhere] = [await made('same-browser'), await again('same-browser')];
    const next = await knock(hub, '/api/session', own('same-browser'), { cookie });
    expect([await alive(cookie), await alive(elsewhere), await alive(cookieOf(next))]).toEqual([
      false,
      true,
      true,
    ]);
    // A sign-in in vain leaves it as it was.
    const wrong = { username: 'same-browser', password: 'not the password' };
    await knock(hub, '/api/session', wrong, { cookie: elsewhere });
    expect(await alive(elsewhere)).toBe(true);
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
