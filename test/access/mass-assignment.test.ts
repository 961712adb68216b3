import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessHub, type AccessHub } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

/** What decides over somebody, and comes from the hub alone; none of it is an input of any act. */
const privileged = {
  status: 'X', role_: 'ADMIN', roleId: 1, townId: 'LUOBU', createdBy: 'me', createdAt: '2026-01-01T00:00:00Z', assignedBy: 'me',
  passwordHash: 'x', mustChangePassword: false, disabledAt: null, secretHash: 'x', handedOverTo: 'RoleAssignment:1', withdrawn: true,
  lastUsedAt: null, provenAt: '2026-01-01T00:00:00Z', score: 1, certifiedAt: '2026-01-01', actor: 'hub',
}; // prettier-ignore
const reason = '越权';
let serial = 0;
const inputs = async (): Promise<
  [by: 'ADMIN' | 'SECURITY', act: string, input: object, fields: string][]
> => {
  const person = { person: its.who('MEMBER').id, version: await its.version(its.who('MEMBER').id), reason };
  const term = (await its.person(its.who('MEMBER').id)).role;
  const assignment = { assignment: term?.id, version: term?.version, reason };
  const { id } = await its.hub.services.access.addToken({ name: 'x', role: 'HRSS' }, 'test');
  const token = { id: `AccessToken:${id}`, version: 1 };
  const identity = { issuer: 'https://id.example', subject: 'u' };
  return [
    ['ADMIN', 'createPerson', { username: 'mass', name: '某' }, 'person { id }'],
    ['ADMIN', 'resetPassword', person, 'person { id }'],
    ['ADMIN', 'disablePerson', person, 'person { id }'],
    ['ADMIN', 'enablePerson', person, 'person { id }'],
    ['ADMIN', 'linkIdentity', { ...person, ...identity }, 'person { id }'],
    ['ADMIN', 'unlinkIdentity', { ...person, ...identity }, 'person { id }'],
    ['ADMIN', 'endPersonSessions', { person: person.person }, 'ended'],
    ['SECURITY', 'assignRole', { ...person, role: 'UNION' }, 'assignment { id }'],
    ['SECURITY', 'endRole', assignment, 'assignment { id }'],
    ['SECURITY', 'handOverRole', { ...assignment, to: its.who('UNION').id }, 'assignment { id }'],
    ['SECURITY', 'resetSecondFactor', person, 'person { id }'],
    ['SECURITY', 'createAccessToken', { name: 'x', role: 'HRSS', purpose: reason }, 'token'],
    ['SECURITY', 'rotateAccessToken', token, 'token'],
    ['SECURITY', 'revokeAccessToken', { ...token, reason }, 'accessToken { id }'],
  ];
};
const state = async (): Promise<string> => {
  const tables = ['person', 'role_assignment', 'access_token', 'access_token_secret', 'person_identity'];
  const rows = await Promise.all(tables.map(table => its.hub.owner(`select * from ${table} order by id`)));
  return JSON.stringify(rows);
};

it('no act takes what the hub alone decides: each is told as an unknown field, and nothing is written (B10)', async () => {
  const acts = await inputs();
  expect(acts).toHaveLength(14);
  const before = await state();
  for (const [by, name, input, fields] of acts)
    for (const [field, value] of Object.entries(privileged)) {
      const { code, errors } = await its.act(by, name, { ...input, [field]: value }, fields);
      expect([name, field, code, errors[0]?.message]).toEqual([name, field, 'BAD_USER_INPUT', expect.stringContaining(field)]); // prettier-ignore
    }
  expect(await state()).toBe(before);
}, 60_000);

describe('what is refused on making is refused on changing (B8)', () => {
  it.each([
    { issuer: 'wechat', subject: 'u' },
    { issuer: 'file:///etc/passwd', subject: 'u' },
    { issuer: 'https://id.example', subject: '' },
    { issuer: 'https://id.example', subject: 'a\nb' },
    { issuer: 'https://id.example?x=1', subject: 'u' },
  ])('an identity: %j', async identity => {
    const made = await its.act('ADMIN', 'createPerson', { username: 'b8', name: '某', identity }, 'person { id }'); // prettier-ignore
    const { id } = its.who('UNION');
    const act = { person: id, version: await its.version(id), ...identity };
    const linked = await its.act('ADMIN', 'linkIdentity', act, 'person { id }');
    expect([made.code, linked.code]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(linked.errors[0]?.extensions.fields).toEqual(made.errors[0]?.extensions.fields);
  });

  it.each([
    [{ on: '2026-11-22' }, { startsOn: '2026-11-22' }],
    [
      { on: '2026-12-02', endsOn: '2026-12-01' },
      { startsOn: '2026-12-02', endsOn: '2026-12-01' },
    ],
    [{ reason: '' }, { reason: '' }],
    [{ reason: 'x'.repeat(501) }, { reason: 'x'.repeat(501) }],
  ])('a term, whatever is wrong with it', async (handing, giving) => {
    const heir = await its.account(`heir.${++serial}`);
    const term = (await its.person(its.who('COURT').id)).role;
    const over = { assignment: term?.id, version: term?.version, to: heir.id, reason, ...handing };
    const given = { person: heir.id, version: heir.version, role: 'COURT', reason, ...giving };
    const codes = [
      (await its.act('SECURITY', 'handOverRole', over, 'assignment { id }')).code,
      (await its.act('SECURITY', 'assignRole', given, 'assignment { id }')).code,
    ];
    expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });
});
