import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { codeAt, cookieOf, enrol, knock, ownPassword, signInWithOwnPassword, signInWithSecondFactor } from '../support/sign-in.ts'; // prettier-ignore
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());

const step = 30_000;
const minute = 60_000;
const viewerQuery = `{ viewer { kind username role next actions preferredLanguage roleUntil
  secondFactor { enrolled required provenAt freshUntil } sessions { current provenAt } } }`;

interface Seen {
  kind: string;
  next: string | null;
  actions: string[];
  secondFactor: { enrolled: boolean; required: boolean; provenAt: string | null; freshUntil: string | null };
  sessions: { current: boolean }[];
}
const viewer = async (cookie: string): Promise<Seen> =>
  (await hub.graphql(viewerQuery, { headers: { cookie } })).data?.['viewer'] as Seen;
const person = async (username: string, role: string): Promise<string> =>
  (await hub.services.access.addPerson({ username, role })).password;
const signIn = async (username: string): Promise<string> =>
  cookieOf(await knock(hub, '/api/session', { username, password: ownPassword }));
const reset = async (username: string): Promise<{ password: string }> => {
  const [row] = await hub.owner<{ id: number; version: number }>('select id, version from person where username = $1', [username]); // prettier-ignore
  const act = { person: `Person:${row?.id}`, version: row?.version ?? 0 };
  const { oneTimePassword } = await hub.services.access.accounts.resetPassword(systemViewer('test'), act);
  return { password: oneTimePassword ?? '' };
};
const prove = (cookie: string, code: string): Promise<Response> =>
  knock(hub, '/api/session/second-factor', { code }, { cookie });
const code = (secret: string, steps = 0): string =>
  codeAt(secret, new Date(hub.now().getTime() + steps * step));
interface Entered {
  act: string;
  outcome: string;
  detail?: { with?: string };
}
const trail = async (username: string): Promise<[string, string, string][]> => {
  // From the first sign-in on: before it others made the account.
  const rows = await hub.owner<{ entry: string }>(
    `select entry from audit_entry where entry like '%"Person:' || (select id from person where username = $1) || '"%' order by seq`,
    [username],
  );
  const entries = rows.map(({ entry }): [string, string, string] => {
    const { act, outcome, detail } = JSON.parse(entry) as Entered;
    return [act, outcome, detail?.with ?? ''];
  });
  return entries.slice(entries.findIndex(([act]) => act === 'signIn'));
};

describe.each(['ADMIN', 'SECURITY', 'AUDITOR'])('a new %s', role => {
  it('changes the one-time password, enrols, and may then act', async () => {
    const username = `new-${role.toLowerCase()}`;
    const oneTime = await person(username, role);
    const first = await knock(hub, '/api/session', { username, password: oneTime });
    expect(await first.json()).toMatchObject({ role, mustChangePassword: true, next: 'PASSWORD' });
    const early = await knock(hub, '/api/session/second-factor/enrolment', {}, { cookie: cookieOf(first) });
    expect([early.status, await early.json()]).toMatchObject([403, { step: 'PASSWORD' }]);
    const cookie = await signInWithOwnPassword(hub, username, oneTime);
    expect(await viewer(cookie)).toMatchObject({
      next: 'ENROLMENT',
      actions: [],
      secondFactor: { enrolled: false, required: true, provenAt: null },
    });
    const session = await enrol(hub, cookie);
    const after = await viewer(session.cookie);
    expect(after).toMatchObject({ next: null, secondFactor: { enrolled: true, required: true } });
    expect(after.actions).toContain('account.write');
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
    expect(await trail(username)).toEqual([
      ['signIn', 'DONE', 'PASSWORD'],
      ['signIn', 'DONE', 'PASSWORD'],
      ['changePassword', 'DONE', ''],
      ['signIn', 'DONE', 'PASSWORD'],
      ['enrolSecondFactor', 'DONE', 'TOTP'],
    ]);
  });
});

describe('whoever has enrolled', () => {
  it('is asked at every sign-in, whatever the role, and can do nothing before', async () => {
    const { secret, cookie: first } = await signInWithSecondFactor(
      hub,
      'union',
      await person('union', 'UNION'),
    );
    expect((await viewer(first)).secondFactor).toMatchObject({ enrolled: true, required: false });
    const cookie = await signIn('union');
    expect(await viewer(cookie)).toMatchObject({ next: 'SECOND_FACTOR', actions: [], sessions: [] });
    const asked = await hub.graphql('{ unions { totalCount } }', {
      headers: { cookie, 'accept-language': 'en' },
    });
    expect(asked.errors[0]).toMatchObject({
      message: expect.stringContaining('second factor') as string,
      extensions: { code: 'FORBIDDEN', step: 'SECOND_FACTOR' },
    });
    const password = await knock(
      hub,
      '/api/session/password',
      { current: ownPassword, next: 'x' },
      { cookie },
    );
    expect([password.status, await password.json()]).toMatchObject([403, { step: 'SECOND_FACTOR' }]);
    hub.wait(step);
    const proven = await prove(cookie, code(secret));
    expect([proven.status, await proven.json()]).toMatchObject([200, { next: null, role: 'UNION' }]);
    expect(await viewer(cookieOf(proven))).toMatchObject({ next: null, kind: 'PERSON' });
    expect(await viewer(cookie)).toMatchObject({ kind: 'ANONYMOUS' });
  });

  it('is asked for the code before a new password, so that a reset opens nothing', async () => {
    const { secret } = await signInWithSecondFactor(hub, 'reset', await person('reset', 'OFFICE'));
    const { password } = await reset('reset');
    const cookie = cookieOf(await knock(hub, '/api/session', { username: 'reset', password }));
    expect(await viewer(cookie)).toMatchObject({ next: 'SECOND_FACTOR', actions: [] });
    hub.wait(step);
    const proven = await prove(cookie, code(secret));
    expect(await proven.json()).toMatchObject({ next: 'PASSWORD' });
    const change = { current: password, next: 'another passphrase of theirs' };
    const changed = await knock(hub, '/api/session/password', change, { cookie: cookieOf(proven) });
    expect(await changed.json()).toMatchObject({ next: null });
  });
});

describe('a code', () => {
  it('is good within a step of its time, once, and not after a later one', async () => {
    const { secret, cookie } = await signInWithSecondFactor(hub, 'steps', await person('steps', 'HRSS'));
    let session = cookie;
    const tried = async (text: string): Promise<number> => {
      const answer = await prove(session, text);
      if (answer.ok) session = cookieOf(answer);
      return answer.status;
    };
    hub.wait(10 * step);
    const cases: [string, number][] = [
      [code(secret, -2), 400], // two steps late
      [code(secret, 2), 400], // two steps early
      [code(secret, -1), 200],
      [code(secret, -1), 400], // again
      [code(secret).split('').join(' '), 200], // as people type it
      [code(secret, -1), 400], // older than the last
    ];
    for (const [text, status] of cases) expect([text, await tried(text)]).toEqual([text, status]);
    hub.wait(step);
    const fullWidth = code(secret).replace(/\d/g, digit =>
      String.fromCodePoint(digit.charCodeAt(0) + 0xfee0),
    );
    expect(await tried(fullWidth)).toBe(200);
  });

  it('sent twenty times at once is good once', async () => {
    const { secret, cookie } = await signInWithSecondFactor(hub, 'at-once', await person('at-once', 'HRSS'));
    hub.wait(step);
    const answers = await Promise.all(Array.from({ length: 20 }, () => prove(cookie, code(secret))));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
  });

  it('guessed wrongly five times locks, wherever the password was right in between', async () => {
    const { secret } = await signInWithSecondFactor(hub, 'guessed', await person('guessed', 'HRSS'));
    hub.wait(20 * minute);
    for (let i = 0; i < 5; i++) {
      const cookie = await signIn('guessed');
      const answer = await prove(cookie, '000000');
      expect([answer.status, await answer.json()]).toMatchObject([400, { fields: {} }]);
    }
    const cookie = await signIn('guessed');
    const locked = await prove(cookie, code(secret));
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await prove(cookie, code(secret))).status).toBe(429);
    const seen = (await trail('guessed')).map(([act, outcome]) => `${act} ${outcome}`);
    expect(seen.filter(one => one === 'proveSecondFactor REFUSED')).toHaveLength(5);
    expect(seen.filter(one => one === 'lockOut REFUSED')).toHaveLength(1);
    hub.wait(16 * minute);
    expect((await prove(cookie, code(secret))).status).toBe(200);
  });
});

describe('recovery codes', () => {
  it('are ten, each good once in place of a code, and kept as hashes alone', async () => {
    const { recoveryCodes, cookie } = await signInWithSecondFactor(hub, 'lost', await person('lost', 'HRSS'));
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes) expect(one).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
    const [first = '', second = ''] = recoveryCodes;
    const used = await prove(cookie, first.toUpperCase().replace('-', ' '));
    expect(used.status).toBe(200);
    expect((await prove(cookieOf(used), first)).status).toBe(400);
    expect((await prove(cookieOf(used), second)).status).toBe(200);
    const [row] =
      await hub.owner(`select f::text as kept from second_factor f join person p on p.id = f.person_id
      where p.username = 'lost'`);
    for (const one of recoveryCodes) expect(row?.['kept']).not.toContain(one.replace('-', ''));
    expect((await trail('lost')).slice(-2)).toEqual([
      ['proveSecondFactor', 'REFUSED', 'CODE'],
      ['proveSecondFactor', 'DONE', 'RECOVERY_CODE'],
    ]);
  });

  it('of another person are good for nobody else', async () => {
    const one = await signInWithSecondFactor(hub, 'one', await person('one', 'HRSS'));
    const other = await signInWithSecondFactor(hub, 'other', await person('other', 'HRSS'));
    expect((await prove(other.cookie, one.recoveryCodes[0] ?? '')).status).toBe(400);
  });
});

describe('the authenticator', () => {
  it("is offered as an address that names the hub in the reader's language; the secret is kept sealed", async () => {
    const cookie = await signInWithOwnPassword(hub, 'uri', await person('uri', 'HRSS'));
    const path = '/api/session/second-factor/enrolment';
    const chinese = (await (await knock(hub, path, {}, { cookie })).json()) as {
      uri: string;
      secret: string;
    };
    const parameters = new URL(chinese.uri).searchParams;
    expect(Object.fromEntries(parameters)).toMatchObject({
      issuer: '和谐劳动关系数据中枢',
      secret: chinese.secret,
      digits: '6',
      period: '30',
      algorithm: 'SHA1',
    });
    const english = await knock(hub, path, {}, { cookie, 'accept-language': 'en' });
    expect(((await english.json()) as { uri: string }).uri).toMatch(/^otpauth:\/\/totp\/Hexie%20Hub:uri\?/);
    const [row] = await hub.owner(`select encode(pending, 'escape') as kept from second_factor f
      join person p on p.id = f.person_id where p.username = 'uri'`);
    expect(row?.['kept']).not.toContain(chinese.secret);
  });

  it('may be replaced by whoever has just proven the old one, which is good until the new one is confirmed', async () => {
    const old = await signInWithSecondFactor(hub, 'phone', await person('phone', 'ADMIN'));
    hub.wait(6 * minute);
    const late = await knock(hub, '/api/session/second-factor/enrolment', {}, { cookie: old.cookie });
    expect([late.status, await late.json()]).toMatchObject([403, { step: 'SECOND_FACTOR' }]);
    const proven = cookieOf(await prove(old.cookie, code(old.secret)));
    await knock(hub, '/api/session/second-factor/enrolment', {}, { cookie: proven });
    hub.wait(step);
    const still = cookieOf(await prove(proven, code(old.secret)));
    hub.wait(step);
    const renewed = await enrol({ origin: hub.origin, now: hub.now }, still);
    hub.wait(step);
    expect((await prove(renewed.cookie, code(old.secret))).status).toBe(400);
    expect((await prove(renewed.cookie, code(renewed.secret))).status).toBe(200);
    // A recovery code of the old one is gone with it.
    expect((await prove(await signIn('phone'), old.recoveryCodes[0] ?? '')).status).toBe(400);
  });

  it('may be given up with a code, but not where the role requires one', async () => {
    const path = '/api/session/second-factor/removal';
    const admin = await signInWithSecondFactor(hub, 'keeps', await person('keeps', 'AUDITOR'));
    hub.wait(step);
    const kept = await knock(hub, path, { code: code(admin.secret) }, { cookie: admin.cookie });
    expect(kept.status).toBe(403);
    const member = await signInWithSecondFactor(hub, 'gives-up', await person('gives-up', 'MEMBER'));
    expect((await knock(hub, path, { code: '123456' }, { cookie: member.cookie })).status).toBe(400);
    hub.wait(step);
    const removed = await knock(hub, path, { code: code(member.secret) }, { cookie: member.cookie });
    expect(await removed.json()).toMatchObject({ next: null });
    expect(await viewer(await signIn('gives-up'))).toMatchObject({
      next: null,
      secondFactor: { enrolled: false },
    });
    expect((await trail('gives-up')).map(([act]) => act)).toContain('removeSecondFactor');
  });

  it('copied into the row of another person opens nothing', async () => {
    const thief = await signInWithSecondFactor(hub, 'thief', await person('thief', 'HRSS'));
    await signInWithSecondFactor(hub, 'victim', await person('victim', 'ADMIN'));
    await hub.owner(`update second_factor set secret = (select secret from second_factor f join person p on p.id = f.person_id
      where p.username = 'thief') where person_id = (select id from person where username = 'victim')`);
    hub.wait(step);
    expect((await prove(await signIn('victim'), code(thief.secret))).status).toBe(500);
  });
});

describe('a proof', () => {
  it('is fresh for five minutes', async () => {
    const { cookie } = await signInWithSecondFactor(hub, 'fresh', await person('fresh', 'HRSS'));
    const { secondFactor } = await viewer(cookie);
    const { provenAt, freshUntil } = secondFactor;
    expect(Date.parse(freshUntil ?? '') - Date.parse(provenAt ?? '')).toBe(5 * minute);
  });

  it('needs a session: nobody and no program proves anything', async () => {
    const authorization = `Bearer ${await hub.token('ADMIN')}`;
    const { cookie, secret } = await signInWithSecondFactor(hub, 'cookie', await person('cookie', 'HRSS'));
    hub.wait(step);
    for (const path of ['', '/enrolment', '/confirmation', '/removal'].map(
      one => `/api/session/second-factor${one}`,
    )) {
      const body = { code: code(secret) };
      const nobody = await knock(hub, path, body);
      const program = await knock(hub, path, body, { authorization, cookie });
      expect([path, nobody.status, program.status, cookieOf(program)]).toEqual([path, 401, 401, '']);
    }
  });
});
