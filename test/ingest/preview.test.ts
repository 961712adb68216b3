import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { dispute, disputeHeader, uscc, type Cell } from './support.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  hub = await startHub();
  for (const role of ['INDUSTRY', 'HRSS', 'UNION', 'COURT'] as const) tokens.set(role, await hub.token(role));
});
afterAll(() => hub.close());

const header = ['统一社会信用代码', '企业名称', '所属区域', '行业门类', '职工人数', '成立日期', '法定代表人'];
const firm = (n: number, staff: Cell = 10, person = '张三丰', town = '雒容镇'): Cell[] => [
  uscc(n), `示例企业${n}`, town, '制造业', staff, '2015-01-01', person,
]; // prettier-ignore
const csv = (names: readonly string[], rows: readonly (readonly Cell[])[], day = ''): string =>
  [...(day ? [[`填报日期：${day}`]] : []), names, ...rows].map(row => row.join(',')).join('\n');

interface Report {
  readonly id: string;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

async function send(role: Role, text: string, dryRun = false): Promise<Report> {
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), '名录.csv');
  const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}` };
  const response = await fetch(`${hub.origin}/api/imports?wait=true&dryRun=${dryRun}`, {
    method: 'POST',
    headers,
    body,
  });
  hub.wait(1000);
  const told = await response.text();
  if (response.status !== 200) throw new Error(told);
  const [report] = JSON.parse(told) as Report[];
  if (!report) throw new Error('no report');
  return report;
}

interface Change {
  readonly row: number;
  readonly sheet: string;
  readonly outcome: string;
  readonly title: string;
  readonly fields: {
    label: string;
    before: string | null;
    after: string | null;
    source: { row: number; importId: string } | null;
  }[];
}
const query = `query($id: ID!, $first: Int, $after: String, $outcome: [RowOutcome!]) { import(id: $id) {
  changes(first: $first, after: $after, outcome: $outcome) { totalCount pageInfo { hasNextPage endCursor }
    nodes { row sheet outcome title fields { field label before after source { fileName sheet row importId knownFrom } } } } } }`;
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: Change[];
}
async function changes(role: Role, id: string, args: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await hub.graphql(query, {
    token: tokens.get(role) ?? '',
    variables: { id, ...args },
  });
  expect(errors).toEqual([]);
  return (data?.['import'] as { changes: Page }).changes;
}
const brief = (nodes: readonly Change[]) =>
  nodes.map(({ row, outcome, fields }) => [
    row,
    outcome,
    ...fields.map(one => `${one.label}: ${one.before} → ${one.after}`),
  ]);

describe('what an import does, row by row', () => {
  test.each([true, false])('new, changed field by field, and the same (preview: %s)', async dryRun => {
    const base = dryRun ? 100 : 200;
    const first = await send('INDUSTRY', csv(header, [firm(base + 1), firm(base + 2), firm(base + 3)]));
    const facts = () => hub.owner(`select uscc, staff, version, change_id from enterprise order by id`);
    const before = await facts();
    const second = await send(
      'INDUSTRY',
      csv(header, [firm(base + 1, 12, '李四', '洛埠镇'), firm(base + 2), firm(base + 4)]),
      dryRun,
    );
    expect(second).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
    if (dryRun) expect(await facts()).toEqual(before);
    const { nodes, totalCount } = await changes('INDUSTRY', second.id);
    expect(totalCount).toBe(3);
    expect(brief(nodes)).toEqual([
      [2, 'UPDATED', '所属区域: 雒容镇 → 洛埠镇', '法定代表人: 张** → 李*', '职工人数: 10 → 12'],
      [3, 'UNCHANGED'],
      [
        4, 'INSERTED', `统一社会信用代码: null → ${uscc(base + 4)}`, `企业名称: null → 示例企业${base + 4}`, '所属区域: null → 雒容镇',
        '行业门类: null → 制造业', '法定代表人: null → 张**', '职工人数: null → 10', '成立日期: null → 2015-01-01',
      ],
    ]); // prettier-ignore
    expect(nodes[0]?.title).toBe(`示例企业${base + 1}`);
    expect(nodes[0]?.fields.map(one => one.source)).toEqual(
      [1, 2, 3].map(
        () => expect.objectContaining({ row: 2, importId: first.id, fileName: '名录.csv' }) as unknown,
      ),
    );
    expect(JSON.stringify(nodes)).not.toMatch(/张三丰|李四/);
    const updated = await changes('INDUSTRY', second.id, { outcome: ['UPDATED', 'CONFLICT'] });
    expect([updated.totalCount, brief(updated.nodes).map(([row]) => row)]).toEqual([1, [2]]);
    if (!dryRun) {
      await send('INDUSTRY', csv(header, [firm(base + 1, 99)]));
      expect(brief((await changes('INDUSTRY', second.id)).nodes)[0]).toEqual(brief(nodes)[0]);
    }
  });

  test.each([true, false])(
    'an older report and a contradiction within the file are in conflict (preview: %s)',
    async dryRun => {
      const base = dryRun ? 300 : 400;
      const newer = await send('INDUSTRY', csv(header, [firm(base + 1, 50), firm(base + 2)], '2022-09-30'));
      const older = await send(
        'INDUSTRY',
        csv(header, [firm(base + 1, 40), firm(base + 5), firm(base + 5, 11), firm(base + 5)], '2022-06-30'),
        dryRun,
      );
      const { nodes } = await changes('INDUSTRY', older.id);
      expect(brief(nodes)).toEqual([
        [3, 'CONFLICT', '职工人数: 50 → 40'],
        [4, 'INSERTED', ...(brief(nodes)[1]?.slice(2) ?? [])],
        [5, 'CONFLICT', '职工人数: 10 → 11'],
      ]);
      expect(nodes[0]?.fields[0]?.source).toMatchObject({ row: 3, importId: newer.id });
      expect(nodes[2]?.fields[0]?.source).toMatchObject({ row: 4, importId: older.id });
    },
  );

  test.each([true, false])(
    "correcting another department's word is a conflict (preview: %s)",
    async dryRun => {
      const no = dryRun ? '甲' : '乙';
      await send('INDUSTRY', csv(header, [firm(1)]));
      await send(
        'UNION',
        csv(disputeHeader, [
          dispute(`${no}1号`, uscc(1), '示例企业1', 1200),
          dispute(`${no}2号`, uscc(1), '示例企业1', 5),
        ]),
      );
      await send('HRSS', csv(disputeHeader, [dispute(`${no}3号`, uscc(1), '示例企业1', 7)]));
      const mine = await send(
        'HRSS',
        csv(disputeHeader, [
          dispute(`${no}1号`, uscc(1), '示例企业1', 1300.5),
          dispute(`${no}2号`, uscc(1), '示例企业1', '5.00'),
          dispute(`${no}3号`, uscc(1), '示例企业1', 8),
        ]),
        dryRun,
      );
      const { nodes } = await changes('HRSS', mine.id);
      expect(brief(nodes)).toEqual([
        [2, 'CONFLICT', '涉案金额: 1200 → 1300.5'],
        [3, 'UNCHANGED'],
        [4, 'UPDATED', '涉案金额: 7 → 8'],
      ]);
      expect(nodes[0]?.title).toBe(`示例企业1 · ${no}1号`);
      expect((await changes('HRSS', mine.id, { outcome: ['CONFLICT'] })).totalCount).toBe(1);
    },
  );

  test.each([true, false])(
    'a value keeps its first source through corrections of other fields (preview: %s)',
    async dryRun => {
      const base = dryRun ? 500 : 600;
      const first = await send('INDUSTRY', csv(header, [firm(base, 10)]));
      const second = await send('INDUSTRY', csv(header, [firm(base, 20)]));
      const third = await send('INDUSTRY', csv(header, [firm(base, 30, '王五')]), dryRun);
      const [node] = (await changes('INDUSTRY', third.id)).nodes;
      expect(node?.fields.map(one => [one.label, one.source?.importId])).toEqual([
        ['法定代表人', first.id],
        ['职工人数', second.id],
      ]);
    },
  );
});

describe('pages', () => {
  test.each([true, false])('go through every row once, whatever their size (preview: %s)', async dryRun => {
    const base = dryRun ? 10_000 : 20_000;
    const rows = Array.from({ length: 2_300 }, (_, i) => firm(base + i));
    const { id } = await send('INDUSTRY', csv(header, rows), dryRun);
    const seen: number[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await changes('INDUSTRY', id, { first: 190, after });
      expect(page.totalCount).toBe(2_300);
      expect(page.nodes.every(node => node.fields.length === 7 && node.title.startsWith('示例企业'))).toBe(
        true,
      );
      seen.push(...page.nodes.map(node => node.row));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(rows.map((_, i) => i + 2));
  });

  test('an import that came to nothing has none, and another department finds no import', async () => {
    const refused = await hub.graphql(
      `{ imports(first: 1, filter: { status: { eq: REFUSED } }) { totalCount } }`,
      { token: tokens.get('INDUSTRY') ?? '' },
    );
    expect(refused.data).toEqual({ imports: { totalCount: 0 } });
    const { id } = await send('INDUSTRY', csv(header, [firm(900)]), true);
    const other = await hub.graphql(query, { token: tokens.get('COURT') ?? '', variables: { id } });
    expect(other.code).toBe('NOT_FOUND');
    const wrong = await hub.graphql(query, {
      token: tokens.get('INDUSTRY') ?? '',
      variables: { id, after: 'x' },
    });
    expect(wrong.code).toBe('BAD_USER_INPUT');
  });
});

test('what is kept of a preview holds no personal value and nothing in plain', async () => {
  await send('INDUSTRY', csv(header, [firm(950)]));
  const { id } = await send('INDUSTRY', csv(header, [firm(950, 10, '欧阳锋')]), true);
  const [page] = await hub.owner<{ content: Buffer }>(
    `select p.content from preview_page p join import_sheet s on s.id = p.sheet_id where s.file_id = '${id}'`,
  );
  expect(page?.content.includes(Buffer.from('示例企业'))).toBe(false);
  const { zstdDecompressSync } = await import('node:zlib');
  const text = zstdDecompressSync(hub.services.vault.decryptBytes(page?.content ?? Buffer.alloc(0))).toString(
    'utf8',
  );
  expect(text).toContain('欧阳*');
  expect(text).not.toContain('欧阳锋');
});
