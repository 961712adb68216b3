import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../server/src/access/roles.ts';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { askEverything } from './ask-everything.ts';
import { startHub, type RunningHub } from './hub.ts';

let hub: RunningHub;
/** Every byte that a role receives when it asks for everything. */
const received = new Map<string, string>();

const ours = { uscc: '91450299MA5AAAA106', name: '雒容金丝雀机械有限公司' };
const theirs = { uscc: '91450299MA5AAAA2X1', name: '洛埠金丝雀电器有限公司' };
const worker = '甲测试·金丝雀';
const phone = '14000001234';
const rosterHead =
  '统一社会信用代码,企业名称,所属区域,行业门类,企业规模,法定代表人,联系人,联系电话,职工人数,成立日期';
const roster = [
  rosterHead,
  `${ours.uscc},${ours.name},雒容镇,制造业,中型,${worker},${worker},${phone},120,2015-03-01`,
  `${theirs.uscc},${theirs.name},洛埠镇,制造业,小型,${worker},${worker},${phone},30,2016-05-01`,
].join('\n');
const cases = [
  '案号,申请日期,申请人,申请人数,被申请人统一社会信用代码,被申请人,案由,涉案金额,调解渠道,受理日期',
  `柳东调〔2026〕1号,2026-03-02,${worker},1,${ours.uscc},${ours.name},劳动报酬,1200,法院,2026-03-03`,
  `柳东调〔2026〕2号,2026-03-02,${worker},1,${ours.uscc},${ours.name},一种没有的案由,5000,人社,2026-03-03`,
  `柳东调〔2026〕3号,2026-03-02,${worker},1,${theirs.uscc},${theirs.name},劳动报酬,7000,法院,2026-03-03`,
].join('\n');
const idNumber = '45020019900307807X';
const digest = 'ab'.repeat(32);
const contracts = [
  '合同编号,统一社会信用代码,劳动者姓名,身份证号,合同类型,签订日期,起始日期,终止日期,签订方式,平台合同编号',
  ...[ours, theirs].map(
    (firm, i) =>
      `金丝雀合同${i + 1},${firm.uscc},${worker},${idNumber},固定期限,2026-03-01,2026-03-01,2029-02-28,电子,LQ-${i + 1}`,
  ),
].join('\n');
const signings = [
  '平台合同编号,统一社会信用代码,签署方,签署时间,文件摘要',
  ...[ours, theirs].map((firm, i) => `LQ-${i + 1},${firm.uscc},企业,2026-03-01 09:30:15,${digest}`),
].join('\n');
const filings = [
  '统一社会信用代码,备案日期,备案类型,用工总数,签订劳动合同人数,参加社会保险人数,备案编号',
  ...[ours, theirs].map((firm, i) => `${firm.uscc},2026-03-01,首次,10,9,8,金丝雀备案${i + 1}`),
].join('\n');
const inspections = [
  '案件编号,统一社会信用代码,来源,检查日期,约谈日期,约谈对象',
  ...[ours, theirs].map(
    (firm, i) => `金丝雀监察${i + 1},${firm.uscc},日常巡查,2026-03-02,2026-03-03,${worker}`,
  ),
].join('\n');

async function send(role: Role, name: string, text: string): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), name);
  const headers = { authorization: `Bearer ${await hub.token(role)}` };
  return fetch(`${hub.origin}/api/imports?wait=true`, { method: 'POST', headers, body });
}

beforeAll(async () => {
  hub = await startHub();
  for (const [role, name, text] of [
    ['INDUSTRY', '企业名录.csv', roster],
    ['HRSS', '案件台账.csv', cases],
    ['HRSS', '合同库.csv', contracts],
    ['HRSS', '签署记录.csv', signings],
    ['HRSS', '备案.csv', filings],
    ['HRSS', '监察台账.csv', inspections],
  ] as const) {
    const response = await send(role, name, text);
    const body = await response.text();
    expect(response.status, body + hub.log.join('')).toBe(200);
    received.set(`report for ${role}`, body);
  }
  const schema = await buildHubSchema();
  const args = {
    'Query.metric': 'key: "dispute.open", by: [TOWN]',
    'Query.enterprise': `uscc: "${theirs.uscc}"`,
    'Query.dispute': 'caseNo: "柳东调〔2026〕3号"',
    'Query.inspection': 'caseNo: "金丝雀监察2"',
    'Query.contract': 'id: "Contract:2"',
    'Query.certification': 'id: "Certification:1"',
    'Query.node': 'id: "Signing:2"',
    'Query.person': 'id: "Person:1"',
    'Query.search': 'text: "金丝雀"',
    'Query.metricRows': 'key: "contract.verified", inside: false',
    'Query.metricChange': 'key: "contract.verified", from: "2026-01-01", to: "2026-06-30"',
    'Query.metricComparison': 'key: "contract.verified", at: "2026-06-30", vs: "2026-01-01"',
    'Query.expiries': 'kind: CONTRACT',
    'Query.import': 'id: "00000000-0000-4000-8000-000000000000"',
  };
  // Whoever may not follow every relation still reads as far as their role goes.
  const depths = [3, 2, 1].map(depth => askEverything(schema, depth, args));
  for (const role of [...roles, 'ANONYMOUS'] as const) {
    const headers: Record<string, string> = {};
    if (role !== 'ANONYMOUS') headers['authorization'] = `Bearer ${await hub.token(role, 'LUORONG')}`;
    const texts: string[] = [];
    for (const field of depths[0]?.keys() ?? []) {
      for (const documents of depths) {
        const text = await (await hub.post('/graphql', { query: documents.get(field) }, headers)).text();
        texts.push(text);
        if (!text.includes('FORBIDDEN')) break;
      }
    }
    received.set(role, texts.join('\n'));
  }
});
afterAll(() => hub.close());

/** A text in every dress in which it might slip out. */
const dresses = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('hex'),
  [...text].map(c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
];
const seenBy = (text: string): string[] =>
  [...received].filter(([, all]) => all.includes(text)).map(([who]) => who);

describe('whoever asks for everything', () => {
  it('asks what the schema takes: no document is refused as such', () => {
    const all = [...received.values()].join('\n');
    expect(all).not.toMatch(/GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|QUERY_TOO_COMPLEX|INTERNAL/);
    expect(received.get('HRSS')).toContain(ours.name);
  });

  it('reads no personal value in the clear, nor does the log', () => {
    const everything = [...received.values(), ...hub.log].join('\n');
    const found = [worker, phone, idNumber].flatMap(dresses).filter(text => everything.includes(text));
    expect(found).toEqual([]);
  });

  it('reads masks only where its role may', () => {
    expect(seenBy('140****1234').sort()).toEqual(['COURT', 'HRSS', 'INDUSTRY', 'OFFICE', 'TOWN', 'UNION']);
    expect(seenBy('4502**********807X').sort()).toEqual(['HRSS', 'OFFICE', 'TOWN', 'UNION']);
  });

  it('from a town sees nothing of another town, by whatever path', () => {
    const hidden = [
      theirs.uscc,
      theirs.name,
      '柳东调〔2026〕3号',
      '金丝雀合同2',
      '金丝雀备案2',
      '金丝雀监察2',
      'LQ-2',
    ];
    for (const text of hidden) {
      expect(seenBy(text)).not.toContain('TOWN');
    }
    for (const text of [ours.uscc, '金丝雀合同1', '金丝雀备案1', '金丝雀监察1', 'LQ-1'])
      expect(received.get('TOWN')).toContain(text);
  });

  it('from the court sees its own cases and nothing of the others', () => {
    const court = received.get('COURT') ?? '';
    expect(court).toContain('柳东调〔2026〕1号');
    expect(court).not.toContain('柳东调〔2026〕2号');
    expect(court).not.toContain('一种没有的案由');
  });

  it('without case work sees no employer at all', () => {
    for (const role of ['MEMBER', 'ADMIN', 'SECURITY', 'AUDITOR', 'ENTERPRISE', 'WORKER', 'ANONYMOUS']) {
      for (const text of [ours.uscc, ours.name, '柳东调', '金丝雀'])
        expect(seenBy(text), role).not.toContain(role);
    }
  });
});

describe('sending in a form', () => {
  it('is for its department: another is refused, and nothing is kept', async () => {
    const before = await hub.owner('select count(*)::int as n from enterprise');
    const response = await send('UNION', '企业名录.csv', roster);
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('FORBIDDEN') as string,
    ]);
    expect((await send('LEADER', '企业名录.csv', roster)).status).toBe(403);
    expect(await hub.owner('select count(*)::int as n from enterprise')).toEqual(before);
  });

  it('takes multipart only: a path in JSON is 415', async () => {
    const headers = { authorization: `Bearer ${await hub.token('INDUSTRY')}` };
    const response = await hub.post('/api/imports?wait=true', { file: { path: 'package.json' } }, headers);
    expect(response.status).toBe(415);
  });
});
