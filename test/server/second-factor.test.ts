import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, enrol, knock, ownPassword, signInWithOwnPassword, signInWithSecondFactor } from '../support/sign-in.ts'; // prettier-ignore
import { accountsAt, minute, step } from './accounts-support.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());
const { code, person, prove, reset, signIn, trail, viewer } = accountsAt(() => hub);

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
