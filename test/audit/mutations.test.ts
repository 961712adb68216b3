import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import type { Role } from '../../server/src/access/roles.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { actTexts } from '../../server/src/audit/act-texts.ts';
import { accessHub, type AccessHub, type TermRead } from '../access/support.ts';
import { heldUp } from '../ingest/held-up.ts';
import {
  dispute, disputes, firm, roster, rosterHeader, union, unions, uscc, writeWorkbook, type SheetText,
} from '../ingest/support.ts'; // prettier-ignore
import { viewAndWallCases, type Case } from './view-and-wall-cases.ts';

let access: AccessHub;
let inputTypes: Map<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'hexie-audit-'));
let serial = 0;

beforeAll(async () => {
  access = await accessHub();
  const mutations = Object.values((await buildHubSchema()).getMutationType()?.getFields() ?? {});
  inputTypes = new Map(mutations.map(one => [one.name, String(one.args[0]?.type)]));
  const header = [...rosterHeader, '法定代表人', '联系电话'];
  await send({ ...roster(firm(1)), header, rows: [[...firm(1), '甲测试', '14000001234']] });
  await send(unions(union(uscc(1), '示例企业1', 5)), disputes(dispute('甲1号', null, '某某厂')));
}, 60_000);
afterAll(async () => {
  await access.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (...sheets: SheetText[]): Promise<string> => {
  const path = join(folder, `${++serial}.xlsx`);
  await writeWorkbook(path, sheets);
  const file = { path, fileName: `${serial}.xlsx`, origin: 'CLI' };
  return (await access.hub.services.ingest.importFile(systemViewer('cli'), file)).id;
};
const rows = (sql: string) => access.hub.owner<Record<string, never>>(sql);
const entries = async () => {
  const found = await access.hub.owner<{ entry: string }>('select entry from audit_entry order by seq');
  return found.map(one => JSON.parse(one.entry) as Record<string, unknown>);
};

const reason = '工作需要';
const someone = async (role: Role = 'LEADER') => access.someone(`audited${++serial}`, role);
const on = async (id: string) => ({ person: id, version: await access.version(id), reason });
const token = async () => {
  const input = { name: `t${++serial}`, role: 'HRSS', purpose: '报表' };
  const fields = 'accessToken { id version }';
  const made = await access.done<{ accessToken: { id: string; version: number } }>('SECURITY', 'createAccessToken', input, fields); // prettier-ignore
  return made.accessToken;
};
const term = async () => (await access.assign((await access.account(`termed${++serial}`)).id, { role: 'MEMBER' })) as TermRead; // prettier-ignore
const linked = async () => {
  const { id } = await someone();
  const identity = { issuer: 'https://sign-in.example', subject: `s${serial}` };
  await access.done('ADMIN', 'linkIdentity', { ...(await on(id)), ...identity }, '__typename');
  return { ...(await on(id)), ...identity };
};
const employer = async () => (await rows('select id, version from enterprise limit 1'))[0];
const match = { name: '某某厂', uscc: uscc(1) };
const matched = async () => String((await rows('select name_key as k from name_match'))[0]?.['k']);
const matchId = async () => `MatchItem:${Buffer.from(await matched()).toString('base64url')}`;

/** One case for every mutation of the schema, in an order in which each finds what it needs. */
const cases: Record<string, Case> = {
  createPerson: async () => ({ by: 'ADMIN', input: { username: 'audited.person', name: 'x' } }),
  resetPassword: async () => ({ by: 'ADMIN', input: await on((await someone()).id) }),
  disablePerson: async () => ({ by: 'ADMIN', input: await on((await someone()).id) }),
  async enablePerson() {
    const { id } = await someone();
    await access.done('ADMIN', 'disablePerson', await on(id), '__typename');
    return { by: 'ADMIN', input: await on(id) };
  },
  async linkIdentity() {
    const { id } = await someone();
    return { by: 'ADMIN', input: { ...(await on(id)), issuer: 'https://sign-in.example', subject: 'one' } };
  },
  unlinkIdentity: async () => ({ by: 'ADMIN', input: await linked() }),
  endPersonSessions: async () => ({ by: 'ADMIN', input: { person: (await someone()).id, reason } }),
  resetSecondFactor: async () => ({ by: 'SECURITY', input: await on((await someone()).id) }),
  async assignRole() {
    const { id } = await access.account('audited.role');
    return { by: 'SECURITY', input: { ...(await on(id)), role: 'MEMBER' } };
  },
  async endRole() {
    const { id, version } = await term();
    return { by: 'SECURITY', input: { assignment: id, version, reason } };
  },
  async handOverRole() {
    const { id, version } = await term();
    const to = await access.account(`successor${++serial}`);
    return { by: 'SECURITY', input: { assignment: id, version, reason, to: to.id } };
  },
  createAccessToken: async () => ({
    by: 'SECURITY',
    input: { name: 'audited', role: 'HRSS', purpose: '报表' },
  }),
  rotateAccessToken: async () => ({ by: 'SECURITY', input: { ...(await token()), overlapHours: 1 } }),
  revokeAccessToken: async () => ({ by: 'SECURITY', input: { ...(await token()), reason } }),
  async endSession() {
    const by = await someone();
    await access.browser(Number(by.id.split(':')[1]));
    const [other] = await rows(
      `select max(id) as id from person_session where person_id = ${by.id.split(':')[1]}`,
    );
    return { by, input: { id: String(other?.['id']) } };
  },
  async endOtherSessions() {
    const by = await someone();
    await access.browser(Number(by.id.split(':')[1]));
    return { by, input: {} };
  },
  setLanguage: async () => ({ by: await someone(), input: { language: 'en' } }),
  setDenominator: async () => ({ by: 'ADMIN', input: { denominator: 'ENTERPRISES', version: 0, reason } }),
  setCertificationTerm: async () => ({ by: 'ADMIN', input: { years: 4, version: 0, reason } }),
  setTargets: async () => ({
    by: 'ADMIN',
    input: {
      metric: 'certification.rate',
      scope: 'LUOBU',
      path: [{ day: '2026-12-31', value: '0.8' }],
      version: 0,
      reason,
    },
  }),
  saveHeaderMapping: async () => ({
    by: 'UNION',
    input: { form: 'U', header: '本会人数', column: '会员人数' },
  }),
  deleteHeaderMapping: async () => ({
    by: 'UNION',
    input: { id: String((await rows('select id from header_mapping'))[0]?.['id']) },
  }),
  revealPersonalField: async () => ({
    by: 'INDUSTRY',
    input: { id: `Enterprise:${(await employer())?.['id']}`, field: 'PHONE', purpose: 'CONTACT', reason },
  }),
  answerSubjectRequest: async () => ({ by: 'HRSS', input: { idNumber: '450299190001010000', reason } }),
  matchEmployerName: async () => ({ by: 'HRSS', input: match }),
  undoMatch: async () => ({ by: 'HRSS', input: { id: await matchId() } }),
  async voidRecord() {
    const [found] = await rows('select id, version from union_organisation limit 1');
    return { by: 'UNION', input: { id: `Union:${found?.['id']}`, version: found?.['version'], reason } };
  },
  restoreRecord: async () => ({
    by: 'UNION',
    input: { id: `VoidedRecord:${(await rows('select id from voided_record'))[0]?.['id']}`, reason },
  }),
  withdrawImport: async () => ({
    by: 'UNION',
    input: { id: await send(unions(union(uscc(1), '示例企业1', 6))), reason },
  }),
  async cancelImport() {
    const { database, services } = access.hub;
    const path = join(folder, 'held.xlsx');
    await writeWorkbook(path, [unions(union(uscc(1), '示例企业1', 7))]);
    const by = await someone('UNION');
    const viewer = {
      ...systemViewer(`person:${by.id.split(':')[1]}`),
      kind: 'PERSON',
      role: 'UNION',
    } as const;
    const input = { id: '' };
    const during = <R>(work: () => Promise<R>): Promise<R> =>
      heldUp(database, async () => {
        const started = await services.ingest.start(viewer, { path, fileName: 'held.xlsx', origin: 'CLI' });
        input.id = started.id;
        return work().finally(() => started.done);
      });
    return { by, input, during };
  },
  ...viewAndWallCases(() => access),
  verifyAuditTrail: async () => ({ by: 'AUDITOR', input: {} }),
};

test('every mutation of the schema has a case here and a name in words', () => {
  expect([...inputTypes.keys()].filter(name => !(name in cases))).toEqual([]);
  expect([...inputTypes.keys()].filter(name => !(name in actTexts))).toEqual([]);
});

test.each(Object.entries(cases))('%s: refused is one entry, done is one entry', async (name, made) => {
  const { by, input, during = work => work() } = await made();
  await during(async () => {
    const document = `mutation ($input: ${inputTypes.get(name)}) { done: ${name}(input: $input) { __typename } }`;
    const before = (await entries()).length;
    const refused = await access.hub.graphql(document, { variables: { input } });
    const tried = (await entries()).slice(before);
    expect(tried).toMatchObject([{ act: name, outcome: 'REFUSED', code: refused.code, actor: 'anonymous' }]);
    const answer = await access.ask(by, document, { input });
    expect(answer.errors).toEqual([]);
    const done = (await entries()).slice(before + 1).filter(one => one['act'] !== 'importFile');
    expect(done).toMatchObject([{ act: name, outcome: 'DONE' }]);
    expect(done[0]?.['actor']).toMatch(/^person:\d+$/);
    expect(done[0]?.['session']).toMatch(/^\d+$/);
  });
});
