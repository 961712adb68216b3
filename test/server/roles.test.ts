import { isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  hub = await startHub();
  for (const role of roles) tokens.set(role, await hub.token(role));
});
afterAll(() => hub.close());

const departments = 'LEADER HRSS UNION INDUSTRY TOWN OFFICE';
const libraries = 'LEADER HRSS UNION TOWN OFFICE';
const figures = `${departments} MEMBER COURT`;
const senders = 'HRSS UNION INDUSTRY COURT OFFICE';

/** Root field → how it is asked, and who may ask, written from the contract and not from the code. */
const table: Record<string, [document: string, allowed: string]> = {
  viewer: ['{ viewer { name } }', `${roles.join(' ')} ANONYMOUS`],
  metrics: ['{ metrics { key } }', figures],
  metric: ['{ metric(key: "dispute.open") { total { value } } }', figures],
  scorecard: ['{ scorecard { value { value } } }', figures],
  certificationForecast: ['{ certificationForecast { gap } }', `${departments} MEMBER`],
  certificationCandidates: ['{ certificationCandidates { totalCount } }', departments],
  expiries: ['{ expiries(kind: CONTRACT) { __typename } }', `${departments} MEMBER`],
  enterprises: ['{ enterprises { totalCount } }', departments],
  enterprise: ['{ enterprise(uscc: "91450299MA5TETT00U") { name } }', departments],
  unions: ['{ unions { totalCount } }', departments],
  disputes: ['{ disputes { totalCount } }', `${departments} COURT`],
  repeatedDisputes: ['{ repeatedDisputes { totalCount } }', `${departments} COURT`],
  dispute: ['{ dispute(caseNo: "x") { caseNo } }', `${departments} COURT`],
  certifications: ['{ certifications { totalCount } }', departments],
  certification: ['{ certification(id: "Certification:1") { filedOn } }', departments],
  contracts: ['{ contracts { totalCount } }', libraries],
  contract: ['{ contract(id: "Contract:1") { contractNo } }', libraries],
  filings: ['{ filings { totalCount } }', libraries],
  signings: ['{ signings { totalCount } }', libraries],
  inspections: ['{ inspections { totalCount } }', departments],
  inspection: ['{ inspection(caseNo: "x") { caseNo } }', departments],
  qualityIssues: ['{ qualityIssues { totalCount } }', departments],
  qualityIssueCounts: ['{ qualityIssueCounts { __typename } }', departments],
  qualityIssueDepartments: ['{ qualityIssueDepartments { __typename } }', departments],
  metricRows: ['{ metricRows(key: "dispute.open") { totalCount } }', `${departments} COURT`],
  metricChange: [
    '{ metricChange(key: "dispute.open", from: "2026-01-01", to: "2026-06-30") { difference } }',
    `${departments} COURT`,
  ],
  metricComparison: ['{ metricComparison(key: "dispute.open", vs: "2025-11-23") { at } }', figures],
  node: ['{ node(id: "Dispute:1") { id } }', `${departments} COURT`],
  search: ['{ search(text: "甲") { title } }', `${departments} COURT`],
  forms: ['{ forms { form } }', senders],
  headerMappings: ['{ headerMappings { id } }', senders],
  imports: ['{ imports { totalCount } }', senders],
  import: ['{ import(id: "00000000-0000-4000-8000-000000000000") { fileName } }', senders],
  matchQueue: ['{ matchQueue { totalCount } }', 'HRSS UNION INDUSTRY OFFICE'],
  voidedRecords: ['{ voidedRecords { totalCount } }', senders],
  dataSources: ['{ dataSources { form } }', figures],
  backlog: ['{ backlog { parkedRows } }', figures],
  settings: ['{ settings { version } }', `${figures} ADMIN`],
  savedViews: ['{ savedViews { totalCount } }', figures],
  wallLinks: ['{ wallLinks { totalCount } }', 'OFFICE SECURITY AUDITOR'],
  people: ['{ people { totalCount } }', 'ADMIN SECURITY'],
  person: ['{ person(id: "Person:0") { username } }', 'ADMIN SECURITY'],
  roleAssignments: ['{ roleAssignments { totalCount } }', 'ADMIN SECURITY AUDITOR'],
  accessTokens: ['{ accessTokens { totalCount } }', 'SECURITY AUDITOR'],
  auditTrail: ['{ auditTrail { edges { cursor } } }', 'AUDITOR'],
  policy: ['{ policy { grants { action } } }', 'SECURITY AUDITOR'],
};

describe('who may ask what', () => {
  it('covers every root field', async () => {
    const query = (await buildHubSchema()).getQueryType();
    expect(Object.keys(query?.getFields() ?? {}).sort()).toEqual(Object.keys(table).sort());
    expect(isNonNullType(query?.getFields()['viewer']?.type)).toBe(true);
  });

  it.each(Object.entries(table))('%s', async (_field, [document, allowed]) => {
    const expected: Record<string, string> = {};
    const seen: Record<string, string> = {};
    for (const role of [...roles, 'ANONYMOUS' as const]) {
      const token = role === 'ANONYMOUS' ? undefined : tokens.get(role);
      const { code } = await hub.graphql(document, token ? { token } : {});
      const refused = role === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expected[role] = allowed.split(' ').includes(role) ? 'allowed' : refused;
      // What is not there is NOT_FOUND only for those who may look.
      seen[role] = !code || code === 'NOT_FOUND' ? 'allowed' : code;
    }
    expect(seen).toEqual(expected);
  });

  it('lets the court read figures of disputes only', async () => {
    const token = tokens.get('COURT') ?? '';
    const { code } = await hub.graphql('{ metric(key: "union.coverage") { total { value } } }', { token });
    expect(code).toBe('FORBIDDEN');
    const { data } = await hub.graphql('{ metrics { key } }', { token });
    const keys = (data?.['metrics'] as { key: string }[]).map(metric => metric.key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter(key => !key.startsWith('dispute.'))).toEqual([]);
    // And of the deliveries those that its figures are counted from: how many unions there are is none of its business.
    const { data: sources } = await hub.graphql('{ dataSources { form } }', { token });
    expect(sources).toEqual({ dataSources: [{ form: 'E' }, { form: 'D' }] });
  });

  it('says it in the language of the reader', async () => {
    const ask = (headers: Record<string, string>) =>
      hub.graphql('{ enterprises { totalCount } }', { headers }).then(({ errors }) => errors[0]?.message);
    expect(await ask({})).toBe('请先登录。');
    expect(await ask({ 'accept-language': '*' })).toBe('请先登录。');
    expect(await ask({ 'accept-language': 'zh-CN,en;q=0.8' })).toBe('请先登录。');
    expect(await ask({ 'accept-language': 'en' })).toBe('Please sign in first.');
    expect(await ask({ 'accept-language': 'fr, en;q=0.2' })).toBe('Please sign in first.');
  });
});
