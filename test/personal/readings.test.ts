import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenWorld } from '../golden/world.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import type { TrailEntry } from './support.ts';

let hub: RunningHub;
let token: string;
beforeAll(async () => {
  hub = await startHub();
  await goldenWorld(hub.owner);
  // The figures of unions are told once a union library has been sent in.
  await hub.owner(`insert into import_sheet (id, file_id, position, sheet, form, status, known_at)
    select 900, file_id, 1, '工会', 'U', 'DONE', known_at from import_sheet where id = 1`);
  token = await hub.token('HRSS');
});
afterAll(() => hub.close());

/** What a question left in the trail as readings of personal values. */
async function readings(query: string, as = token): Promise<TrailEntry[]> {
  const [before] = await hub.owner<{ seq: number }>('select coalesce(max(seq), 0) as seq from audit_entry');
  const { errors } = await hub.graphql(query, { token: as });
  expect(errors).toEqual([]);
  const rows = await hub.owner<{ entry: string }>(
    `select entry from audit_entry where seq > $1 and act = 'readPersonal' order by seq`,
    [before?.seq],
  );
  return rows.map(row => JSON.parse(row.entry) as TrailEntry);
}
const contracts = (...ids: number[]): string[] => ids.map(id => `Contract:${id}`);

describe('reading masks', () => {
  it('of a list names the rows of the page and no other: the look-ahead row is not shown', async () => {
    const [entry, ...more] = await readings(
      '{ contracts(first: 2, orderBy: [{ field: ENDS_ON }]) { nodes { id workerName } pageInfo { hasNextPage endCursor } } }',
    );
    const { data } = await hub.graphql(
      '{ contracts(first: 2, orderBy: [{ field: ENDS_ON }]) { nodes { id } } }', { token },
    ); // prettier-ignore
    const { nodes } = data?.['contracts'] as { nodes: { id: string }[] };
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      object: 'Contract',
      onBehalfOf: 'HRSS',
      outcome: 'DONE',
      detail: { count: 2, fields: 'Contract.workerName' },
    });
    expect([...(entry?.subjects ?? [])].sort()).toEqual(nodes.map(node => node.id).sort());
  });

  it('through relations names those of every level, and only where the rows shown lead to them', async () => {
    const [entry] = await readings(
      '{ enterprises(first: 1) { nodes { name contracts(first: 1) { nodes { idNumber wage } } union { chair } } pageInfo { hasNextPage } } }',
    );
    expect(entry?.subjects?.length).toBe(2);
    expect(entry?.subjects?.filter(one => one.startsWith('Contract:')).length).toBe(1);
    expect(entry?.subjects).toContain('Union:1');
    expect(entry).toMatchObject({ object: 'Enterprise', detail: { count: 2 } });
    expect(entry?.detail?.['fields']).toMatch(/^Contract\.idNumber( Contract\.wage)? Union\.chair$/);
  });

  it.each([
    [
      'an alias',
      '{ a: contracts(first: 1) { nodes { x: workerName } } b: contracts(first: 1) { nodes { y: idNumber } } }',
      2,
    ],
    [
      'a fragment',
      'query { contracts(first: 1) { ...c } } fragment c on ContractConnection { edges { node { workerName } } }',
      1,
    ],
    ['a node', '{ node(id: "Contract:3") { ... on Contract { workerName } } }', 1],
    ['one record', '{ contract(id: "Contract:3") { idNumber } }', 1],
    ['a hit of a search', '{ search(text: "虚构", first: 5) { node { ... on Enterprise { phone } } } }', 1],
    [
      'a row behind a figure',
      '{ metricRows(key: "union.coverage", at: "2026-11-23") { nodes { enterprise { phone } } } }',
      1,
    ],
    [
      'an earlier state of knowledge',
      '{ enterprises(asKnownAt: "2026-02-06T00:00:00+08:00") { nodes { contact } } }',
      1,
    ],
  ])('by %s is an entry for each field that was asked', async (_, query, count) => {
    const entries = await readings(query);
    expect(entries.map(one => [one.outcome, (one.subjects?.length ?? 0) > 0])).toEqual(
      Array.from({ length: count }, () => ['DONE', true]),
    );
  });

  it.each([
    ['no personal field', '{ contracts { nodes { id contractNo } totalCount } }'],
    ['a field that is switched off', '{ contracts { nodes { id workerName @include(if: false) } } }'],
    ['no rows', '{ contracts(filter: { contractNo: { eq: "?" } }) { nodes { workerName } } }'],
    ['the number of rows', '{ contracts { totalCount } }'],
  ])('with %s leaves nothing', async (_, query) => {
    expect(await readings(query)).toEqual([]);
  });

  it('by a role that sees no masks leaves nothing, since nothing was shown', async () => {
    const leader = await hub.token('LEADER');
    expect(await readings('{ contracts { nodes { id workerName } } }', leader)).toEqual([]);
  });

  it('of a value that the record does not hold leaves nothing', async () => {
    await hub.owner('update contract set worker_name_mask = null where id <> 4');
    const [entry] = await readings('{ contracts { nodes { workerName } } }');
    expect(entry?.subjects).toEqual(contracts(4));
  });

  it('is refused where it cannot be remembered; what shows no person still answers', async () => {
    await hub.owner('revoke insert (entry, mac) on audit_entry from hub_app');
    try {
      const { data, errors } = await hub.graphql('{ contracts { nodes { idNumber } } }', { token });
      expect([data, errors.length]).toEqual([null, 1]);
      expect((await hub.graphql('{ contracts { totalCount } }', { token })).errors).toEqual([]);
    } finally {
      await hub.owner('grant insert (entry, mac) on audit_entry to hub_app');
    }
  });
});

describe('the rows of a file', () => {
  const head = '统一社会信用代码,企业名称,所属区域,行业门类,职工人数,成立日期,法定代表人,联系电话';
  const roster = [
    head,
    '91450299MA5AAAA106,雒容读取机械有限公司,雒容镇,制造业,12,2015-03-01,甲测试,14000001234',
    '91450299MA5AAAA2X1,雒容读取电器有限公司,雒容镇,制造业,12,2015-03-01,,',
  ].join('\n');

  it('name the file and the columns, since a row that was not taken is no record', async () => {
    const industry = await hub.token('INDUSTRY');
    const id = await send(roster, '名录.csv', industry);
    const rows = await readings(`{ import(id: "${id}") { rows { nodes { cells { value } } } } }`, industry);
    expect(rows).toMatchObject([
      {
        object: 'ImportRow',
        subjects: [`Import:${id}`],
        detail: { count: 1, fields: 'legalRepresentative phone' },
      },
    ]);
    const changes = await readings(
      `{ import(id: "${id}") { changes { nodes { fields { after } } } } }`,
      industry,
    );
    expect(changes).toMatchObject([
      {
        object: 'ImportChange',
        subjects: [`Import:${id}`],
        detail: { count: 1, fields: 'legalRepresentative phone' },
      },
    ]);
  });

  it('and so do the findings that show what stands in a personal cell', async () => {
    const contracts = [
      '合同编号,统一社会信用代码,劳动者姓名,身份证号,合同类型,签订日期,起始日期,终止日期,签订方式',
      'HT-读取-1,91450299MA5AAAA106,甲测试,450201199003078070,固定期限,2026-03-01,2026-03-01,2029-02-28,纸质',
    ].join('\n');
    const id = await send(contracts, '合同库.csv', token);
    const issues = await readings(`{ import(id: "${id}") { sheets { issues { nodes { value } } } } }`);
    expect(issues).toMatchObject([
      { object: 'ImportIssue', subjects: [`Import:${id}`], detail: { count: 1, fields: '身份证号' } },
    ]);
  });

  async function send(text: string, name: string, as: string): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([text], { type: 'text/csv' }), name);
    const headers = { authorization: `Bearer ${as}` };
    const sent = await fetch(`${hub.origin}/api/imports?wait=true`, { method: 'POST', headers, body });
    const [{ id = '' } = {}] = (await sent.json()) as { id?: string }[];
    return id;
  }
});
