import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

const minute = 60_000;
const viewerQuery = '{ viewer { kind name role mustChangePassword actions } }';

/** A person with a password of their own, as they are after the first change. */
async function person(username: string, role = 'UNION'): Promise<string> {
  const { password } = await hub.services.access.addPerson({ username, role });
  const cookie = await signIn(username, password);
  const response = await hub.post(
    '/api/session/password',
    { current: password, next: goodPassword },
    { cookie },
  );
  expect(response.status).toBe(200);
  return cookieOf(response);
}
const goodPassword = 'a-plain-long-sentence';

async function signIn(username: string, password: string): Promise<string> {
  const response = await hub.post('/api/session', { username, password });
  expect(response.status).toBe(200);
  return cookieOf(response);
}
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const viewer = async (cookie: string): Promise<Record<string, unknown>> =>
  (await hub.graphql(viewerQuery, { headers: { cookie } })).data?.['viewer'] as Record<string, unknown>;

describe('the first people', () => {
  it('are the three officers and the leading group, with one-time passwords, made once', async () => {
    const made = await hub.services.access.ensureFirstPeople();
    expect(made.map(({ username, role }) => [username, role])).toEqual([
      ['admin', 'ADMIN'],
      ['security', 'SECURITY'],
      ['auditor', 'AUDITOR'],
      ['leader', 'LEADER'],
    ]);
    expect(await hub.services.access.ensureFirstPeople()).toEqual([]);
  });

  it('can do nothing but change the one-time password', async () => {
    const { password } = await hub.services.access.addPerson({ username: 'fresh', role: 'HRSS' });
    const cookie = await signIn('fresh', password);
    expect(await viewer(cookie)).toMatchObject({ role: 'HRSS', mustChangePassword: true, actions: [] });
    const weak = await hub.post('/api/session/password', { current: password, next: 'short' }, { cookie });
    expect([weak.status, ((await weak.json()) as { fields: object }).fields]).toMatchObject([
      400,
      { next: expect.stringContaining('10') as string },
    ]);
    const changed = await hub.post(
      '/api/session/password',
      { current: password, next: goodPassword },
      { cookie },
    );
    expect(await viewer(cookieOf(changed))).toMatchObject({ mustChangePassword: false });
    expect((await viewer(cookieOf(changed)))['actions']).toContain('enterprise.read');
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });
});

describe('signing in', () => {
  it('answers an unknown name and a wrong password with the same words', async () => {
    await person('known');
    const answers = await Promise.all(
      ['known', 'nobody-of-this-name'].map(async username => {
        const response = await hub.post('/api/session', { username, password: 'wrong password' });
        return { status: response.status, body: await response.text(), cookie: cookieOf(response) };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 401, cookie: '' });
    const chinese = { 'accept-language': 'zh-CN' };
    const refused = await hub.post(
      '/api/session',
      { username: 'nobody', password: 'wrong password' },
      chinese,
    );
    expect(await refused.text()).toContain('账号或密码不正确');
  });

  it('takes as long for a name that nobody has (B45)', async () => {
    await person('timed');
    const timed = async (username: string): Promise<number> => {
      const begun = performance.now();
      await hub.post('/api/session', { username, password: 'wrong password' });
      // Every guess is judged: none runs into a lock.
      await hub.owner('delete from sign_in_guard');
      return performance.now() - begun;
    };
    const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
    const ratio = async (): Promise<number> => {
      const [known, unknown]: [number[], number[]] = [[], []];
      for (let i = 0; i < 15; i++) {
        known.push(await timed('timed'));
        unknown.push(await timed(`nobody-${i}`));
      }
      return median(known) / median(unknown);
    };
    // A machine that does other things at the same time may need a second look.
    await expect.poll(async () => Math.abs((await ratio()) - 1), { timeout: 60_000 }).toBeLessThan(0.1);
  }, 90_000);

  it('says what is missing', async () => {
    const response = await hub.post('/api/session', { username: 'x' }, { 'accept-language': 'en' });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'BAD_USER_INPUT', fields: { password: expect.stringContaining('Required') as string } },
    ]);
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    await person('cookie');
    const response = await hub.post('/api/session', { username: 'Cookie ', password: goodPassword });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^hub_session=.{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const [row] = await hub.owner('select secret_hash from person_session order by id desc limit 1');
    expect(cookie).not.toContain(row?.['secret_hash'] as string);
  });

  it('locks an account for one address after five failures, even for the right password, and opens it again', async () => {
    await person('locked');
    const wrong = (): Promise<Response> =>
      hub.post('/api/session', { username: 'locked', password: 'wrong password' });
    for (let i = 0; i < 5; i++) expect((await wrong()).status).toBe(401);
    const right = await hub.post('/api/session', { username: 'locked', password: goodPassword });
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900']);
    hub.wait(16 * minute);
    await signIn('locked', goodPassword);
  });

  it('counts guesses sent at once', async () => {
    await person('parallel');
    const guesses = Array.from({ length: 12 }, () =>
      hub.post('/api/session', { username: 'parallel', password: 'wrong password' }),
    );
    const statuses = (await Promise.all(guesses)).map(response => response.status);
    expect(statuses.filter(status => status === 401)).toHaveLength(5);
    expect(statuses.filter(status => status === 429)).toHaveLength(7);
  });
});

describe('a session', () => {
  it('ends after thirty idle minutes', async () => {
    const cookie = await person('idle');
    hub.wait(20 * minute);
    await later();
    expect(await viewer(cookie)).toMatchObject({ kind: 'PERSON' });
    hub.wait(20 * minute);
    await later();
    expect(await viewer(cookie)).toMatchObject({ kind: 'PERSON' });
    hub.wait(31 * minute);
    await later();
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });

  it('ends after eight hours however busy', async () => {
    const cookie = await person('busy');
    for (let i = 0; i < 24; i++) {
      hub.wait(20 * minute);
      hub.services.access.identity.forget();
      await viewer(cookie);
    }
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });

  it('ends on signing out', async () => {
    const cookie = await person('leaving');
    const response = await fetch(`${hub.origin}/api/session`, { method: 'DELETE', headers: { cookie } });
    expect(response.status).toBe(204);
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });

  it('dies with the person: disabled in another process, it is over within two seconds', async () => {
    const cookie = await person('disabled');
    expect(await viewer(cookie)).toMatchObject({ kind: 'PERSON' });
    await hub.owner(`update person set disabled_at = now() where username = 'disabled'`);
    await later(1_900);
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
    const again = await hub.post('/api/session', { username: 'disabled', password: goodPassword });
    expect(again.status).toBe(401);
  });

  it('dies when the password is reset, and at once', async () => {
    const cookie = await person('reset');
    const { id, version } = await hub.services.access.people.get('reset');
    await hub.services.access.accounts.disable(systemViewer('test'), { person: String(id), version });
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });
});

/** What was looked up is believed for a second. */
const later = (milliseconds = 1_050): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));
