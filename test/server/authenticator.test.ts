import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, enrol, knock, signInWithOwnPassword, signInWithSecondFactor } from '../support/sign-in.ts';
import { accountsAt, minute, step } from './accounts-support.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
beforeAll(async () => void (hub = await startHub()));
afterAll(() => hub.close());
const { code, person, prove, signIn, trail, viewer } = accountsAt(() => hub);

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
