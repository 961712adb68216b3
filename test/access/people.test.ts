import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { cookieOf, knock } from '../support/sign-in.ts';
import { accessHub, personFields, type AccessHub, type PersonRead } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

interface Made {
  readonly person: PersonRead;
  readonly oneTimePassword: string | null;
}
const made = `person { id username version } oneTimePassword`;
const signIn = (username: string, password: string): Promise<Response> =>
  knock(its.hub, '/api/session', { username, password });

describe('an account', () => {
  it('is made by the administrator with a password that is in the answer once and nowhere else', async () => {
    const input = { username: 'Zhang.Hua', name: '甲一', idempotencyKey: 'form 12' };
    const first = await its.done<Made>('ADMIN', 'createPerson', input, made);
    expect(first.person).toMatchObject({ username: 'zhang.hua', version: 1 });
    expect(first.oneTimePassword).toMatch(/^\w{4}(-\w{4}){3}$/);
    // The same act again is the same account; its password is not shown a second time, and was kept for nobody.
    expect(await its.done<Made>('ADMIN', 'createPerson', input, made)).toEqual({ ...first, oneTimePassword: null });
    const [kept] = await its.hub.owner(`select json_agg(i)::text as answers from idempotency i`);
    const [trail] = await its.hub.owner(`select json_agg(e)::text as entries from audit_entry e`);
    for (const text of [kept?.['answers'], trail?.['entries'], its.hub.log.join('')])
      expect(text).not.toContain(first.oneTimePassword);
    const response = await signIn('zhang.hua', first.oneTimePassword ?? '');
    expect(await response.json()).toMatchObject({ role: null, mustChangePassword: true, next: 'PASSWORD' });
  }); // prettier-ignore

  it.each([
    ['a name that is taken', { username: 'HRSS' }, 'CONFLICT', 'username'],
    ['a name with a line break', { username: 'x\ny' }, 'BAD_USER_INPUT', 'username'],
    ['no display name', { name: ' ' }, 'BAD_USER_INPUT', 'name'],
    ['a display name of two lines', { name: 'a\nb' }, 'BAD_USER_INPUT', 'name'],
    ['an issuer that is no address', { identity: { issuer: 'wechat', subject: '1' } }, 'BAD_USER_INPUT', 'issuer'],
    ['an empty subject', { identity: { issuer: 'https://id.example', subject: '' } }, 'BAD_USER_INPUT', 'subject'],
    ['an empty key', { idempotencyKey: '' }, 'BAD_USER_INPUT', 'idempotencyKey'],
  ])('is refused with %s', async (_what, input, code, field) => {
    const answer = await its.act('ADMIN', 'createPerson', { username: 'refused', name: '某', ...input }, made);
    expect([answer.code, Object.keys(answer.errors[0]?.extensions.fields ?? {})]).toEqual([code, [field]]);
    const [row] = await its.hub.owner(`select count(*)::int as n from person where username = 'refused'`);
    expect(row).toEqual({ n: 0 });
  }); // prettier-ignore

  it('takes no role, town, version or moment from whoever makes it (mass assignment)', async () => {
    const extras = { role: 'ADMIN', townId: 'LUOBU', version: 9, createdBy: 'me', status: 'X', mustChangePassword: false, disabledAt: null };
    for (const [field, value] of Object.entries(extras)) {
      const input = { username: 'mass', name: '某', [field]: value };
      const { code, errors } = await its.act('ADMIN', 'createPerson', input, made);
      expect([field, code, errors[0]?.message]).toEqual([field, 'BAD_USER_INPUT', expect.stringContaining(field)]);
    }
    const [row] = await its.hub.owner(`select count(*)::int as n from person where username = 'mass'`);
    expect(row).toEqual({ n: 0 });
  }); // prettier-ignore

  it('is barred and opened again; its sessions are over with the act (B24, B25)', async () => {
    const victim = await its.someone('barred', 'UNION');
    const read = '{ unions { totalCount } }';
    expect((await its.ask(victim, read)).code).toBeUndefined();
    const act = { person: victim.id, version: await its.version(victim.id), reason: '调离' };
    const { person } = await its.done<{ person: PersonRead }>('ADMIN', 'disablePerson', act, 'person { disabledAt version }');
    expect(person).toEqual({ disabledAt: expect.any(String) as string, version: act.version + 1 });
    expect((await its.ask(victim, read)).code).toBe('UNAUTHENTICATED');
    const again = { ...act, version: person.version };
    expect((await its.act('ADMIN', 'disablePerson', again, 'person { id }')).code).toBe('INVALID_TRANSITION');
    const opened = await its.done<{ person: PersonRead }>('ADMIN', 'enablePerson', again, 'person { disabledAt }');
    expect(opened.person.disabledAt).toBeNull();
    // The old session does not come back with the account.
    expect((await its.ask(victim, read)).code).toBe('UNAUTHENTICATED');
  }); // prettier-ignore

  it('gets a new one-time password, and whoever was in is out', async () => {
    const victim = await its.someone('forgetful', 'UNION');
    const act = { person: victim.id, version: await its.version(victim.id) };
    const { oneTimePassword } = await its.done<Made>('ADMIN', 'resetPassword', act, made);
    expect((await its.ask(victim, '{ unions { totalCount } }')).code).toBe('UNAUTHENTICATED');
    const response = await signIn('forgetful', oneTimePassword ?? '');
    expect([response.status, await response.json()]).toMatchObject([200, { mustChangePassword: true }]);
    expect(cookieOf(response)).not.toBe('');
  });

  it('of single sign-on has no password, gets none by a reset (B27), and keeps its only way in', async () => {
    const identity = { issuer: 'https://id.example', subject: 'u-1' };
    const input = { username: 'sso', name: '乙', identity };
    const { person, oneTimePassword } = await its.done<Made>('ADMIN', 'createPerson', input, made);
    expect(oneTimePassword).toBeNull();
    const { id } = person;
    expect(await its.person(id)).toMatchObject({ hasPassword: false, mustChangePassword: false, identities: [identity] });
    const act = { person: id, version: person.version };
    expect((await its.act('ADMIN', 'resetPassword', act, made)).code).toBe('INVALID_TRANSITION');
    expect((await its.act('ADMIN', 'unlinkIdentity', { ...act, ...identity }, 'person { id }')).code).toBe('INVALID_TRANSITION');
    expect(await its.person(id)).toMatchObject({ hasPassword: false, version: person.version, identities: [identity] });
    const other = { issuer: identity.issuer, subject: 'u-2' };
    const linked = await its.done<Made>('ADMIN', 'linkIdentity', { ...act, ...other }, 'person { version }');
    // What is somebody's already is nobody else's, on linking as on making.
    for (const [name, more] of [['createPerson', { username: 'thief', name: '某', identity }], ['linkIdentity', { person: its.who('UNION').id, version: await its.version(its.who('UNION').id), ...identity }]] as const)
      expect((await its.act('ADMIN', name, more, 'person { id }')).code).toBe('CONFLICT');
    await its.done('ADMIN', 'unlinkIdentity', { ...act, ...identity, version: linked.person.version }, 'person { id }');
    expect((await its.person(id)).identities).toEqual([other]);
  }); // prettier-ignore

  it('has its sessions ended from afar', async () => {
    const victim = await its.someone('elsewhere', 'UNION');
    await its.browser(Number(victim.id.split(':')[1]));
    const answer = await its.done(
      'ADMIN',
      'endPersonSessions',
      { person: victim.id },
      'ended person { username }',
    );
    expect(answer).toEqual({ ended: 2, person: { username: 'elsewhere' } });
    expect((await its.ask(victim, '{ unions { totalCount } }')).code).toBe('UNAUTHENTICATED');
  });

  it('is changed on the version that was looked at; a stale one is a conflict that tells the version that stands', async () => {
    const { id } = await its.account('stale');
    const version = await its.version(id);
    await its.done('ADMIN', 'disablePerson', { person: id, version }, 'person { id }');
    for (const name of ['disablePerson', 'enablePerson', 'resetPassword']) {
      const { code, errors } = await its.act('ADMIN', name, { person: id, version }, 'person { id }');
      expect([name, code, errors[0]?.extensions]).toMatchObject([name, 'CONFLICT', { version: version + 1 }]);
    }
  });
});

describe('nobody', () => {
  it('locks themselves out: not by disabling, not by a reset, not as the last administrator', async () => {
    const admin = its.who('ADMIN');
    const act = { person: admin.id, version: await its.version(admin.id) };
    for (const name of ['disablePerson', 'resetPassword'])
      expect((await its.act('ADMIN', name, act, 'person { id }')).code).toBe('FORBIDDEN');
    const second = await its.someone('admin.two', 'ADMIN');
    await its.done(second, 'disablePerson', act, 'person { id }');
    // Now `second` is the last one, and nobody is left who could bar them: not even a command.
    const { accounts, people } = its.hub.services.access;
    const last = await people.get('admin.two');
    await expect(accounts.disable(systemViewer('cli'), { person: second.id, version: last.version }))
      .rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await its.done(second, 'enablePerson', { ...act, version: act.version + 1 }, 'person { id }');
    const security = its.who('SECURITY');
    const lastOfSecurity = { person: security.id, version: await its.version(security.id) };
    const refused = await its.act(second, 'disablePerson', lastOfSecurity, 'person { id }');
    expect([refused.code, refused.errors[0]?.message]).toEqual(['INVALID_TRANSITION', expect.stringContaining('SECURITY')]);
    expect((await its.person(security.id)).disabledAt).toBeNull();
  }); // prettier-ignore
});

describe('the list of people', () => {
  it('is paged by account, and each page goes on where the last ended', async () => {
    const page = `query ($after: String) { people(first: 4, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { username } } }`;
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data } = await its.ask('SECURITY', page, { after });
      const people = data?.['people'] as { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { username: string }[] };
      seen.push(...people.nodes.map(one => one.username));
      if (!people.pageInfo.hasNextPage) {
        expect(people.totalCount).toBe(seen.length);
        break;
      }
      after = people.pageInfo.endCursor;
    }
    const rows = await its.hub.owner('select username from person order by username');
    expect(seen).toEqual(rows.map(row => row['username']));
    const forged = await its.ask('SECURITY', page, { after: Buffer.from('["Person username",["a"],1]').toString('base64url') });
    expect(forged.code).toBe('BAD_USER_INPUT');
  }); // prettier-ignore

  it.each([
    ['a part of the account', { text: 'COU' }, ['court']],
    ['the role held today', { role: 'COURT' }, ['court']],
    ['a text that is no pattern', { text: '%' }, []],
    ['being barred', { disabled: true, text: 'stale' }, ['stale']],
    ['being open', { disabled: false, text: 'stale' }, []],
  ])('is narrowed by %s', async (_what, filter, expected) => {
    const query = `query ($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { username } } }`;
    const { data } = await its.ask('SECURITY', query, { filter });
    expect(data?.['people']).toEqual({
      totalCount: expected.length,
      nodes: expected.map(username => ({ username })),
    });
  });

  it('tells a role, every term and every identity, of two hundred as of one, without a statement for each', async () => {
    const { data, errors } = await its.ask(
      'SECURITY',
      `{ people(first: 200) { nodes { ${personFields} } } }`,
    );
    expect(errors).toEqual([]);
    const people = (data?.['people'] as { nodes: PersonRead[] }).nodes;
    expect(people.find(one => one.username === 'town')).toMatchObject({
      role: { role: 'TOWN', town: { code: 'LUOBU' }, state: 'HELD' },
      assignments: [{ role: 'TOWN', state: 'HELD' }],
    });
    expect(people.find(one => one.username === 'zhang.hua')).toMatchObject({ role: null, assignments: [] });
  });
});
