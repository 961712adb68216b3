import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { firm, rosterHeader } from './support.ts';

let hub: RunningHub;
let token: string;
beforeAll(async () => {
  hub = await startHub();
  token = await hub.token('INDUSTRY');
  for (let n = 1; n <= 5; n++)
    expect((await send('?wait=true&dryRun=true', `名录${n}.csv`)).status).toBe(200);
});
afterAll(() => hub.close());

function send(query: string, name = '名录.csv'): Promise<Response> {
  const bad = [...firm(2).slice(0, 5), '2015-02-31', '存续'];
  const text = [rosterHeader, firm(1), bad, bad.with(0, '')].map(row => row.join(',')).join('\n');
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), name);
  return fetch(`${hub.origin}/api/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  });
}

describe('what is neither yes nor no', () => {
  test.each(['dryRun=1', 'dryRun=TRUE', 'dryRun=', 'dryRun=true&dryRun=true', 'wait=yes'])(
    '?%s is refused, and nothing is imported for it',
    async query => {
      const response = await send(`?wait=true&${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'BAD_USER_INPUT' });
      const imported = `{ imports(filter: { dryRun: { eq: false } }) { totalCount } }`;
      expect((await hub.graphql(imported, { token })).data).toEqual({ imports: { totalCount: 0 } });
    },
  );
});

interface Page {
  nodes: { fileName: string }[];
  pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
}
async function page(args: string): Promise<Page> {
  const ask = `{ imports(orderBy: [{ field: FILE_NAME, direction: ASC }], ${args}) { nodes { fileName }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`;
  const { data, errors } = await hub.graphql(ask, { token });
  expect(errors).toEqual([]);
  return data?.['imports'] as Page;
}
const names = ({ nodes }: Page): string[] => nodes.map(({ fileName }) => fileName[2] ?? '');

describe('the pages of the book', () => {
  test('run forwards and backwards, and between two cursors', async () => {
    const first = await page('first: 2');
    expect([names(first), first.pageInfo.hasNextPage]).toEqual([['1', '2'], true]);
    const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
    expect([names(second), second.pageInfo.hasPreviousPage]).toEqual([['3', '4'], true]);
    expect(names(await page('last: 2'))).toEqual(['4', '5']);
    expect(names(await page(`last: 1, before: "${second.pageInfo.startCursor}"`))).toEqual(['2']);
    const { startCursor: after } = first.pageInfo;
    expect(names(await page(`after: "${after}", before: "${second.pageInfo.endCursor}"`))).toEqual([
      '2',
      '3',
    ]);
    expect(names(await page('first: 0'))).toEqual([]);
  });

  const forged = Buffer.from(JSON.stringify(['no moment', 'no uuid'])).toString('base64url');
  const forgedIssue = Buffer.from(JSON.stringify(['1'])).toString('base64url');
  test.each([
    ['a made-up cursor', `{ imports(after: "${forged}") { totalCount } }`],
    [
      'a made-up cursor of findings',
      `{ imports { nodes { sheets { issues(after: "${forgedIssue}") { totalCount } } } } }`,
    ],
  ])('%s is refused', async (_name, ask) => {
    expect((await hub.graphql(ask, { token })).code).toBe('BAD_USER_INPUT');
  });

  test('a cursor of another order, or of another list, opens nothing', async () => {
    const { pageInfo } = await page('first: 1');
    const ask = (list: string): string => `{ ${list}(after: "${pageInfo.endCursor}") { totalCount } }`;
    expect((await hub.graphql(ask('imports'), { token })).code).toBe('BAD_USER_INPUT');
    expect((await hub.graphql(ask('enterprises'), { token })).code).toBe('BAD_USER_INPUT');
  });

  test('the findings of a sheet are paged too', async () => {
    const ask = `query ($after: String) { imports(first: 1) { nodes { sheets { issues(first: 1, after: $after) {
      totalCount nodes { row } pageInfo { endCursor hasNextPage } } } } } }`;
    const rows: (number | null)[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await hub.graphql(ask, { token, variables: { after } });
      type Issues = { nodes: { row: number }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      const found = data?.['imports'] as { nodes: { sheets: { issues: Issues }[] }[] };
      const issues = found.nodes[0]?.sheets[0]?.issues;
      rows.push(...(issues?.nodes ?? []).map(({ row }) => row));
      if (!issues?.pageInfo.hasNextPage) break;
      after = issues.pageInfo.endCursor;
    }
    expect(rows.length).toBeGreaterThan(1);
  });
});

describe('a report as its reader meets it', () => {
  const file = async (name: string, origin: string): Promise<string> => {
    const path = join(tmpdir(), `${randomUUID()}.csv`);
    const early = [...firm(1).slice(0, 5), '2015-02', '存续'];
    const late = [...firm(2).slice(0, 5), '2015-02-31', '存续'];
    writeFileSync(path, [[...rosterHeader, '科室'], early, late].map(row => row.join(',')).join('\n'));
    const outcome = await hub.services.ingest.importFile(systemViewer(name), { path, fileName: '名录.csv', origin }); // prettier-ignore
    rmSync(path);
    return outcome.id;
  };

  test('errors come first, whatever row they stand in, page by page', async () => {
    const id = await file('cli', 'CLI');
    const told: string[] = [];
    let after: string | null = null;
    for (let n = 0; n < 3; n++) {
      const ask = `query ($after: String) { import(id: "${id}") { sheets { issues(first: 1, after: $after) {
        totalCount nodes { severity } pageInfo { endCursor } } } } }`;
      const { data } = await hub.graphql(ask, { token, variables: { after } });
      const answer = data?.['import'] as { sheets: { issues: IssuePage }[] };
      const issues = answer.sheets[0]?.issues;
      told.push(...(issues?.nodes.map(node => node.severity) ?? []));
      after = issues?.pageInfo.endCursor ?? null;
    }
    expect(told).toEqual(['ERROR', 'WARNING', 'INFO']);
  });

  test.each([
    ['zh-CN', '演示数据'],
    ['en', 'Demo data'],
  ])("the demo's workbooks were sent by nobody (%s)", async (language, words) => {
    const id = await file('demo', 'DEMO');
    const ask = `{ import(id: "${id}") { sentBy } }`;
    const { data } = await hub.graphql(ask, { token, headers: { 'accept-language': language } });
    expect(data).toEqual({ import: { sentBy: words } });
  });
});

interface IssuePage {
  nodes: { severity: string }[];
  pageInfo: { endCursor: string };
}
