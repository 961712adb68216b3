import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, systemViewer } from '../../server/src/access/viewer.ts';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { accessHub, type AccessHub, type Someone } from '../access/support.ts';
import { ownPassword, knock } from '../support/sign-in.ts';

let access: AccessHub;
const signedIn = new Map<Role, Someone>();
const ask = (role: Role, query: string) => access.ask(signedIn.get(role) ?? role, query);
const hub = actorOf(systemViewer('hub'));
beforeAll(async () => {
  access = await accessHub();
  const { audit } = access.hub.services;
  const reading = (actor: string, name: string, subjects: string[]) =>
    audit.note({ ...hub, actor, name }, { act: 'readPersonal', object: 'Contract', subjects });
  await reading('person:901', 'wang', ['Contract:12', 'Contract:13']);
  await reading('token:902', 'report', ['Contract:13']);
  for (let i = 0; i < 12; i++) await audit.note(hub, { act: 'purgeAudit' });
  access.hub.wait(86_400_000);
  // A day later everybody signs in again.
  for (const role of roles) {
    const one = access.who(role);
    signedIn.set(role, { ...one, cookie: await access.browser(Number(one.id.split(':')[1])) });
  }
  await audit.note(hub, { act: 'exportList', object: 'contracts', outcome: 'REFUSED', code: 'FORBIDDEN' });
  await audit.note({ ...hub, session: '77' }, { act: 'setTargets', object: 'Setting:targets/x' });
}, 60_000);
afterAll(() => access.hub.close());

interface Page {
  readonly totalCount?: number;
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const page = async (args: string, fields = 'nodes { act }', by: Role = 'AUDITOR'): Promise<Page> => {
  const { data, errors } = await ask(by, `{ auditTrail${args} { ${fields} } }`);
  if (!data) throw new Error(errors[0]?.extensions.code);
  return data['auditTrail'] as Page;
};
const count = async (filter: string) => (await page(`(filter: { ${filter} })`, 'totalCount')).totalCount;

describe('reading the trail', () => {
  test.each([
    ['actor: "person:901"', 1],
    ['actor: "wang"', 1],
    ['subject: "Contract:13"', 2],
    ['subject: "Contract:12"', 1],
    ['subject: "Contract:1"', 0],
    ['object: "contracts", outcome: REFUSED', 1],
    ['object: "Setting"', 1],
    ['object: "Setting:targets/x"', 1],
    ['object: "Set"', 0],
    ['session: "77"', 1],
    ['act: "readPersonal"', 2],
    ['act: "readPersonal", to: "2026-11-22"', 0],
    ['act: "readPersonal", from: "2026-11-23", to: "2026-11-23"', 2],
    ['act: "exportList", from: "2026-11-24"', 1],
    ['act: "exportList", from: "2026-11-25"', 0],
  ])('%s: %i', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  test('tells an entry in words, with everything it holds', async () => {
    const fields = `nodes { seq at actor name onBehalfOf session address act actName object purpose outcome code before
      after subjects detail { name value } sealed }`;
    const { nodes } = await page('(filter: { actor: "wang" })', fields);
    expect(nodes).toEqual([
      {
        seq: expect.stringMatching(/^\d+$/), at: '2026-11-23T02:00:00.000Z', actor: 'person:901', name: 'wang',
        onBehalfOf: null, session: null, address: null, act: 'readPersonal', actName: 'See masked personal values',
        object: 'Contract', purpose: null, outcome: 'DONE', code: null, before: null, after: null,
        subjects: ['Contract:12', 'Contract:13'], detail: [], sealed: false,
      },
    ]); // prettier-ignore
  });

  test('goes from page to page, newest first, and misses none', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { nodes, pageInfo } = await page(
        `(filter: { to: "2026-11-23" }, first: 5${after})`,
        'nodes { seq } pageInfo { hasNextPage endCursor }',
      );
      seen.push(...nodes.map(one => String(one['seq'])));
      if (!pageInfo?.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
    expect(seen.length).toBe(await count('to: "2026-11-23"'));
    expect(seen.length).toBeGreaterThan(5);
  });

  test('is an entry itself, one for a request', async () => {
    const before = (await count('act: "readAuditTrail"')) ?? 0;
    await ask('AUDITOR', '{ a: auditTrail { totalCount } b: auditTrail(filter: { act: "x" }) { nodes { seq } } }');
    expect(await count('act: "readAuditTrail"')).toBe(before + 2);
    const [newest] = (await page('(filter: { act: "readAuditTrail" }, first: 1)', 'nodes { actor detail { name value } }')).nodes;
    expect(newest).toMatchObject({ detail: [{ name: 'by', value: 'act' }] });
  }); // prettier-ignore

  test('is for the auditor alone', async () => {
    for (const role of roles.filter(one => one !== 'AUDITOR')) {
      await expect(page('', 'totalCount', role)).rejects.toThrow('FORBIDDEN');
      const verify = await ask(role, 'mutation { verifyAuditTrail(input: {}) { intact } }');
      expect([role, verify.code]).toEqual([role, 'FORBIDDEN']);
    }
  });

  test('verification names what is wrong, in words', async () => {
    const verify = () => ask('AUDITOR', 'mutation { verifyAuditTrail(input: {}) { intact entries firstFault { seq kind message } } }'); // prettier-ignore
    expect((await verify()).data?.['verifyAuditTrail']).toMatchObject({ intact: true, firstFault: null });
    await access.hub.owner('alter table audit_entry disable trigger user');
    await access.hub.owner(
      `update audit_entry set entry = replace(entry, 'wang', 'tang') where name = 'wang'`,
    );
    const [{ seq }] = (await access.hub.owner<{ seq: number }>(`select seq from audit_entry where name = 'tang'`)) as [{ seq: number }]; // prettier-ignore
    expect((await verify()).data?.['verifyAuditTrail']).toMatchObject({
      intact: false,
      firstFault: { seq: String(seq), kind: 'CHANGED', message: 'The text of this entry was changed.' },
    });
    await access.hub.owner(
      `update audit_entry set entry = replace(entry, 'tang', 'wang') where name = 'tang'`,
    );
    await access.hub.owner('alter table audit_entry enable trigger user');
  });
});

describe('if the trail cannot be written', () => {
  beforeAll(async () => void (await access.hub.owner('revoke insert on audit_entry from hub_app')));
  beforeAll(
    async () => void (await access.hub.owner('revoke insert (entry, mac) on audit_entry from hub_app')),
  );
  afterAll(async () => void (await access.hub.owner('grant insert (entry, mac) on audit_entry to hub_app')));
  const number = async (sql: string) => Number((await access.hub.owner<{ n: number }>(sql))[0]?.n);

  test('a setting is not set', async () => {
    const input = { denominator: 'ENTERPRISES', version: 0, reason: '试' };
    const answer = await access.act(signedIn.get('ADMIN') ?? 'ADMIN', 'setDenominator', input, '__typename');
    expect(answer.code).toBe('UNAVAILABLE');
    expect(await number('select count(*)::int as n from setting_statement')).toBe(0);
    expect(await number('select count(*)::int as n from change where id > 0')).toBe(0);
  });

  test('a file is not imported', async () => {
    const body = new FormData();
    const text =
      '统一社会信用代码,企业名称,所属区域,行业门类,企业规模\n91450299MA5AAAA106,示例,雒容镇,制造业,中型';
    body.append('file', new Blob([text], { type: 'text/csv' }), 'a.csv');
    const headers = { authorization: `Bearer ${await plainToken()}` };
    const sent = await fetch(`${access.hub.origin}/api/imports?wait=true`, { method: 'POST', headers, body });
    expect(sent.status).toBe(503);
    expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await number('select count(*)::int as n from enterprise')).toBe(0);
  });

  test('nobody signs in, rightly or wrongly', async () => {
    const sessions = await number('select count(*)::int as n from person_session');
    for (const password of [ownPassword, 'wrong']) {
      const answer = await knock(access.hub, '/api/session', { username: 'hrss', password });
      expect([401, 503]).toContain(answer.status);
    }
    expect(await number('select count(*)::int as n from person_session')).toBe(sessions);
  });

  test('the trail is not read either', async () => {
    await expect(page('', 'totalCount')).rejects.toThrow('UNAVAILABLE');
  });
});

/** A token that was made while the trail could still be written. */
let made: string | undefined;
beforeAll(async () => void (made = await access.hub.token('INDUSTRY')));
const plainToken = () => Promise.resolve(String(made));
