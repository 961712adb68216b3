import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import type { ImportReport } from '../../server/src/ingest/import-report.ts';
import { ownTemporaryFolder } from '../support/own-temporary-folder.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { dispute, disputeHeader, firm, rosterHeader, uscc, type Cell } from './support.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
ownTemporaryFolder();
beforeAll(async () => {
  hub = await startHub();
  for (const role of ['INDUSTRY', 'HRSS', 'UNION', 'COURT', 'LEADER', 'TOWN'] as const)
    tokens.set(role, await hub.token(role));
});
afterAll(() => hub.close());

const csv = (header: readonly string[], ...rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map(row => row.join(',')).join('\n');
const roster = csv(rosterHeader, firm(1), firm(2), [...firm(3).slice(0, 5), '2015-02-31', '存续']);

async function send(
  role: Role,
  text: string | Blob,
  query = '?wait=true',
  name = '名录.csv',
): Promise<Response> {
  const body = new FormData();
  body.append('file', typeof text === 'string' ? new Blob([text], { type: 'text/csv' }) : text, name);
  const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}` };
  return fetch(`${hub.origin}/api/imports${query}`, { method: 'POST', headers, body });
}
const leftFiles = (): string[] => readdirSync(tmpdir()).filter(name => name.startsWith('hexie-upload-'));

describe('POST /api/imports', () => {
  test('a preview and then the import answer with the reports', async () => {
    const preview = await send('INDUSTRY', roster, '?wait=true&dryRun=true');
    expect(preview.status).toBe(200);
    expect(await preview.json()).toMatchObject([
      { form: 'E', rowsRead: 3, inserted: 2, rejected: 1, dryRun: true },
    ]);
    const response = await send('INDUSTRY', roster);
    const [report] = (await response.json()) as ImportReport[];
    expect(Object.keys(report ?? {})).toEqual(expect.arrayContaining([
      'id', 'fileName', 'sha256', 'form', 'sheet', 'who', 'when', 'status', 'rowsRead', 'inserted', 'updated', 'unchanged',
      'rejected', 'parked', 'duplicates', 'repaired', 'attached', 'issues',
    ])); // prettier-ignore
    expect(report).toMatchObject({
      fileName: '名录.csv',
      rowsRead: 3,
      inserted: 2,
      rejected: 1,
      who: 'INDUSTRY test',
    });
    expect(report?.issues).toMatchObject([
      { sheet: report?.sheet, row: 4, column: '成立日期', code: 'DATE_IMPOSSIBLE', value: '2015-02-31' },
    ]);
    expect(leftFiles()).toEqual([]);
  });

  test('without wait it answers 202 and the id, and import(id) tells the end', async () => {
    const response = await send('INDUSTRY', roster, '');
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as { id: string };
    const ask = `query($id: ID!) { import(id: $id) { status sheets { form rowsRead unchanged
      issues(first: 1) { totalCount nodes { row column code severity message } } } } }`;
    await expect
      .poll(
        async () => (await hub.graphql(ask, { token: tokens.get('INDUSTRY') ?? '', variables: { id } })).data,
        { timeout: 20_000 },
      )
      .toMatchObject({
        import: {
          status: 'DONE',
          sheets: [
            {
              form: 'E',
              rowsRead: 3,
              unchanged: 2,
              issues: { totalCount: 1, nodes: [{ row: 4, severity: 'ERROR' }] },
            },
          ],
        },
      });
  });

  test.each<[string, () => Promise<Response>, number, string]>([
    [
      'no token',
      () => fetch(`${hub.origin}/api/imports`, { method: 'POST', body: new FormData() }),
      401,
      'UNAUTHENTICATED',
    ],
    ['a role that sends nothing', () => send('LEADER', roster), 403, 'FORBIDDEN'],
    ['a form of another department', () => send('UNION', roster), 403, 'FORBIDDEN'],
    ['no form at all', () => send('INDUSTRY', 'a,b\n1,2'), 422, 'NO_TABLE'],
    [
      'a renamed binary',
      () =>
        send(
          'INDUSTRY',
          new Blob([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2])]),
          '?wait=true',
          'x.xlsx',
        ),
      422,
      '',
    ],
  ])('%s is refused', async (_name, ask, status, code) => {
    const response = await ask();
    expect(response.status).toBe(status);
    const body = (await response.json()) as {
      code?: string;
      error?: { code: string; message: { zh: string; en: string } };
    };
    if (code) expect(body.error?.code ?? body.code).toBe(code);
    if (body.error) expect(body.error.message.zh.length * body.error.message.en.length).toBeGreaterThan(0);
    // An import that was answered with 202 may just be clearing up.
    await expect.poll(leftFiles).toEqual([]);
  });

  test('a JSON body is the wrong type', async () => {
    const response = await hub.post(
      '/api/imports',
      { file: 'x' },
      { authorization: `Bearer ${tokens.get('INDUSTRY') ?? ''}` },
    );
    expect(response.status).toBe(415);
  });

  test('a hostile name stays text', async () => {
    const response = await send('INDUSTRY', roster, '?wait=true', '../../etc/\u202ecron\u0000<b>.csv');
    const [report] = (await response.json()) as ImportReport[];
    expect(report?.fileName).toBe('cron<b>.csv');
  });
});

test('the book of imports is paged, filtered, and shows each department its own', async () => {
  await send(
    'HRSS',
    csv(disputeHeader, dispute('甲1号', uscc(1), '示例企业1'), dispute('甲2号', uscc(9), '谁')),
    '?wait=true',
    '案件.csv',
  );
  const ask = `query($after: String) { imports(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id fileName status dryRun sheets { form } } } }`;
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await hub.graphql(ask, { token: tokens.get('INDUSTRY') ?? '', variables: { after } });
    const page = data?.['imports'] as {
      totalCount: number;
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    seen.push(...page.nodes.map(node => node.id));
    if (!page.pageInfo.hasNextPage) {
      expect([seen.length, new Set(seen).size]).toEqual([page.totalCount, page.totalCount]);
      break;
    }
    after = page.pageInfo.endCursor;
  }
  const filtered = await hub.graphql(
    `{ imports(filter: { form: { eq: D }, status: { in: [DONE] }, or: [{ fileName: { contains: "案件" } }] }) { nodes { fileName } } }`,
    { token: tokens.get('HRSS') ?? '' },
  );
  expect(filtered.data).toEqual({ imports: { nodes: [{ fileName: '案件.csv' }] } });
  const other = await hub.graphql(`{ imports { totalCount } }`, { token: tokens.get('COURT') ?? '' });
  expect(other.data).toEqual({ imports: { totalCount: 0 } });
  const hidden = await hub.graphql(`{ import(id: "${seen[0]}") { id } }`, {
    token: tokens.get('COURT') ?? '',
  });
  expect(hidden.code).toBe('NOT_FOUND');
  expect((await hub.graphql(`{ imports { totalCount } }`, { token: tokens.get('LEADER') ?? '' })).code).toBe(
    'FORBIDDEN',
  );
});

test('every declared form stands among the data sources', async () => {
  const ask = `{ dataSources { form name owner lastImport statedOn age staleAfter stale rows parkedRows openIssues } }`;
  const { data } = await hub.graphql(ask, { token: tokens.get('LEADER') ?? '' });
  const sources = data?.['dataSources'] as Record<string, unknown>[];
  expect(sources.map(source => [source['form'], source['staleAfter'], source['stale'], source['rows']])).toEqual([
    ['E', 31, false, 2], ['U', 92, true, 0], ['C', 31, true, 0], ['F', 31, true, 0], ['S', 7, true, 0],
    ['D', 31, false, 1], ['A', 92, true, 0], ['I', 31, true, 0],
  ]); // prettier-ignore
  expect(sources[0]).toMatchObject({ owner: '工信局', age: 0, statedOn: null, openIssues: 1 });
  expect(sources[5]).toMatchObject({ parkedRows: 1, openIssues: 1 });
  expect(sources[1]).toMatchObject({ lastImport: null, age: null });
});
