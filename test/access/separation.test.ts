import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { accessHub, type AccessHub, type TermRead } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

const reason = '职责分离';
const three = ['ADMIN', 'SECURITY', 'AUDITOR'] as const;
const held = async (role: Role): Promise<TermRead> => (await its.person(its.who(role).id)).role as TermRead;

/** Every act with an input that would do something, and the one role that may. */
const acts: Record<string, [allowed: Role, input: () => Promise<object>, fields: string]> = {
  createPerson: ['ADMIN', async () => ({ username: 'by.whom', name: '某' }), 'person { id }'],
  resetPassword: ['ADMIN', () => onPerson(), 'person { id }'],
  disablePerson: ['ADMIN', () => onPerson(), 'person { id }'],
  enablePerson: ['ADMIN', () => onPerson(), 'person { id }'],
  linkIdentity: ['ADMIN', async () => ({ ...(await onPerson()), issuer: 'https://id.example', subject: 'x' }), 'person { id }'],
  unlinkIdentity: ['ADMIN', async () => ({ ...(await onPerson()), issuer: 'https://id.example', subject: 'x' }), 'person { id }'],
  endPersonSessions: ['ADMIN', async () => ({ person: (await its.account(`subject.${++serial}`)).id }), 'ended'],
  assignRole: ['SECURITY', async () => ({ ...(await onPerson()), role: 'UNION', reason }), 'assignment { id }'],
  endRole: ['SECURITY', async () => ({ ...(await onTerm()), reason }), 'assignment { id }'],
  handOverRole: ['SECURITY', async () => ({ ...(await onTerm()), to: (await its.account(`heir.${++serial}`)).id, reason }), 'assignment { id }'],
  resetSecondFactor: ['SECURITY', async () => ({ ...(await onPerson()), reason }), 'person { id }'],
  createAccessToken: ['SECURITY', async () => ({ name: 'x', role: 'HRSS', purpose: reason }), 'token'],
  rotateAccessToken: ['SECURITY', async () => ({ id: await token(), version: 1 }), 'token'],
  revokeAccessToken: ['SECURITY', async () => ({ id: await token(), version: 1, reason }), 'accessToken { id }'],
}; // prettier-ignore
let serial = 0;
const onPerson = async (): Promise<object> => {
  const { id, version } = await its.account(`subject.${++serial}`);
  return { person: id, version };
};
const token = async (): Promise<string> =>
  `AccessToken:${(await its.hub.services.access.addToken({ name: 'x', role: 'HRSS' }, 'test')).id}`;
const onTerm = async (): Promise<object> => {
  const someone = await its.someone(`holder.${++serial}`, 'MEMBER');
  const { id, version } = (await its.person(someone.id)).role as TermRead;
  return { assignment: id, version };
};
/** What of these acts there is nothing to do for, on a subject as it is made. */
const refusedByState: Record<string, string> = {
  enablePerson: 'INVALID_TRANSITION',
  unlinkIdentity: 'BAD_USER_INPUT',
  resetSecondFactor: 'INVALID_TRANSITION',
};
/** Who reads what of access. */
const reads: Record<string, [document: string, allowed: string]> = {
  people: ['{ people { totalCount } }', 'ADMIN SECURITY'],
  person: ['{ person(id: "Person:1") { username } }', 'ADMIN SECURITY'],
  roleAssignments: ['{ roleAssignments { totalCount } }', 'ADMIN SECURITY AUDITOR'],
  accessTokens: ['{ accessTokens { totalCount } }', 'SECURITY AUDITOR'],
  policy: ['{ policy { grants { action } } }', 'SECURITY AUDITOR'],
};

describe('who may', () => {
  it.each(Object.entries(reads))('read %s', async (_name, [document, allowed]) => {
    for (const role of roles) {
      const { code } = await its.ask(role, document);
      expect([role, code]).toEqual([role, allowed.split(' ').includes(role) ? undefined : 'FORBIDDEN']);
    }
    expect((await its.hub.graphql(document)).code).toBe('UNAUTHENTICATED');
  });

  it.each(Object.entries(acts))('do %s: one role, and no program of any role (B26)', async (name, [allowed, input, fields]) => {
    const given = await input();
    for (const role of roles.filter(one => one !== allowed)) {
      const { code } = await its.act(role, name, given, fields);
      expect([role, code]).toEqual([role, 'FORBIDDEN']);
    }
    const type = ['resetPassword', 'disablePerson', 'enablePerson'].includes(name) ? 'PersonActInput'
      : /Identity$/.test(name) ? 'PersonIdentityInput' : `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    for (const role of roles) {
      const answer = await its.hub.graphql(query, { token: await its.hub.token(role), variables: { input: given } });
      expect([role, answer.code]).toEqual([role, 'FORBIDDEN']);
    }
    expect((await its.hub.graphql(query, { variables: { input: given } })).code).toBe('UNAUTHENTICATED');
    // Whoever may is refused by nothing but the state of things.
    const { code } = await its.act(allowed, name, given, fields);
    expect([name, code ?? 'done']).toEqual([name, refusedByState[name] ?? 'done']);
  }); // prettier-ignore
});

describe('an act on oneself', () => {
  it('is refused to the security officer: no role, no hand-over, no second factor', async () => {
    const { id } = its.who('SECURITY');
    const mine = { person: id, version: await its.version(id), reason };
    expect((await its.act('SECURITY', 'assignRole', { ...mine, role: 'HRSS' }, 'assignment { id }')).code).toBe('FORBIDDEN');
    expect((await its.act('SECURITY', 'assignRole', { ...mine, role: 'SECURITY', endsOn: '2099-12-31' }, 'assignment { id }')).code).toBe('FORBIDDEN');
    expect((await its.act('SECURITY', 'resetSecondFactor', mine, 'person { id }')).code).toBe('FORBIDDEN');
    const { id: assignment, version } = await held('LEADER');
    expect((await its.act('SECURITY', 'handOverRole', { assignment, version, to: id, reason }, 'assignment { id }')).code).toBe('FORBIDDEN');
    expect(await held('SECURITY')).toMatchObject({ role: 'SECURITY', version: 1 });
  }); // prettier-ignore

  it('by the administrator opens no way in: neither a role nor an identity of another issuer', async () => {
    const { id } = its.who('ADMIN');
    const mine = { person: id, version: await its.version(id) };
    const identity = { issuer: 'https://id.example', subject: 'me' };
    expect((await its.act('ADMIN', 'linkIdentity', { ...mine, ...identity }, 'person { id }')).code).toBe('FORBIDDEN'); // prettier-ignore
    // Nor is the account of the auditor taken over: a new password meets a second factor that only another officer resets.
    const auditor = its.who('AUDITOR').id;
    const act = { person: auditor, version: await its.version(auditor), reason };
    expect((await its.act('ADMIN', 'resetSecondFactor', act, 'person { id }')).code).toBe('FORBIDDEN');
  });
});

describe('administrator, security officer and auditor', () => {
  it('are never one person: not one after the other, not on a later day, not by a hand-over', async () => {
    for (const first of three) {
      const { id } = await its.account(`apart.${first.toLowerCase()}`);
      await its.assign(id, { role: first, startsOn: '2026-12-01', endsOn: '2026-12-31' });
      for (const second of three.filter(one => one !== first)) {
        const input = {
          person: id,
          version: await its.version(id),
          role: second,
          reason,
          startsOn: '2027-01-01',
        };
        const assigned = await its.act('SECURITY', 'assignRole', input, 'assignment { id }');
        const term = await held(second);
        const over = { assignment: term.id, version: term.version, to: id, on: '2027-02-01', reason };
        const handed = await its.act('SECURITY', 'handOverRole', over, 'assignment { id }');
        expect([first, second, assigned.code, handed.code]).toEqual([first, second, 'BAD_USER_INPUT', 'BAD_USER_INPUT']); // prettier-ignore
      }
      // An ordinary office is no watch: whoever was the administrator may be a clerk afterwards, but no auditor after that.
      await its.assign(id, { role: 'UNION', startsOn: '2027-01-01' });
    }
  });

  it('a term taken back before its first day was never held, and binds nobody', async () => {
    const { id } = await its.account('mistake');
    const term = await its.assign(id, { role: 'ADMIN', startsOn: '2026-12-01' });
    const back = { assignment: term.id, version: term.version, reason };
    await its.done('SECURITY', 'endRole', back, 'assignment { id }');
    expect(await its.assign(id, { role: 'AUDITOR', startsOn: '2026-12-01' })).toMatchObject({
      role: 'AUDITOR',
    });
  });

  it('two acts at once do not slip through: one of three is done', async () => {
    const { id, version } = await its.account('racing');
    const answers = await Promise.all(
      three.map((role, n) => {
        const startsOn = `2027-0${n + 1}-01`;
        const input = { person: id, version, role, reason, startsOn, endsOn: `2027-0${n + 1}-28` };
        return its.act('SECURITY', 'assignRole', input, 'assignment { id }');
      }),
    );
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  });

  it('and behind the acts the database refuses them, two terms at once, and a term rewritten, from whoever writes', async () => {
    const [row] = await its.hub.owner(`select id from person where username = 'admin'`);
    const insert = (role: string, from: string) =>
      its.hub.owner(`insert into role_assignment (person_id, role, starts_on) values ($1, $2, $3)`, [row?.['id'], role, from]);
    await its.hub.owner(`update role_assignment set ends_on = '2026-12-31' where person_id = $1`, [row?.['id']]);
    await expect(insert('AUDITOR', '2030-01-01')).rejects.toMatchObject({ constraint: 'role_assignment_apart' });
    await expect(insert('UNION', '2026-12-31')).rejects.toMatchObject({ constraint: 'role_assignment_one_at_a_time' });
    await its.hub.owner(`update role_assignment set ends_on = null where person_id = $1`, [row?.['id']]);
    const asHub = (sql: string) =>
      its.hub.database.transaction({ actor: 'test', towns: '*', channels: '*' }, query => query(sql)).catch((error: Error) => error.message);
    for (const change of [`role = 'SECURITY'`, 'person_id = 1', `starts_on = '2020-01-01'`, `reason = 'x'`, `assigned_by = 'x'`])
      expect([change, await asHub(`update role_assignment set ${change}`)]).toEqual([change, expect.stringMatching(/permission denied/)]);
    expect(await asHub('delete from role_assignment')).toMatch(/permission denied/);
  }); // prettier-ignore
});

describe('the table of grants', () => {
  it('is what the security officer reads: every action in words, who has it, whether programs may, and whose rows', async () => {
    const query = '{ policy { grants { action name roles programs } rows { role name scope } } }';
    const { data } = await its.ask('SECURITY', query);
    const { grants, rows } = data?.['policy'] as { grants: { action: string; name: string; roles: string[]; programs: boolean }[]; rows: object[] };
    expect(grants.find(one => one.action === 'role.write')).toEqual({ action: 'role.write', name: 'Grant and hand over roles', roles: ['SECURITY'], programs: false });
    expect(grants.find(one => one.action === 'dispute.read')).toMatchObject({ programs: true, roles: expect.arrayContaining(['COURT', 'TOWN']) as string[] });
    expect(grants.filter(one => !one.programs).map(one => one.action).sort()).toEqual(['account.write', 'person.write', 'personal.answer', 'personal.reveal', 'role.write', 'token.write', 'view.write', 'wall.write']);
    expect(rows).toHaveLength(roles.length);
    expect(rows).toContainEqual({ role: 'TOWN', name: 'A town, its own rows only.', scope: 'OWN_TOWN' });
    expect(rows).toContainEqual({ role: 'ADMIN', name: 'Administrator: system settings and people.', scope: 'NONE' });
  }); // prettier-ignore
});
