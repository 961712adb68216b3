import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOfRole } from '../../server/src/access/policy/records.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { keptDays } from '../../server/src/ingest/rejects/kept-for.ts';
import { purgeRejects } from '../../server/src/ingest/rejects/purge.ts';
import { changesOf, firmHeader, firmRow } from './changes.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { dispute, disputeHeader, uscc, type Cell } from './support.ts';

interface Row {
  readonly row: number;
  readonly sheet: string;
  readonly outcome: string;
  readonly title: string;
  readonly cells: readonly { readonly label: string; readonly value: string }[];
  readonly issues: readonly { readonly code: string; readonly message: string }[];
  readonly sameAs: { readonly sheet: string; readonly row: number } | null;
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly Row[];
}

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'HRSS', 'UNION', 'COURT');
  await all.send('INDUSTRY', csv([firmHeader, firmRow(1), firmRow(2)]));
});
afterAll(() => all.hub.close());

const query = `query($id: ID!, $first: Int, $after: String, $outcome: [ImportRowOutcome!]) { import(id: $id) {
  rows(first: $first, after: $after, outcome: $outcome) { totalCount pageInfo { hasNextPage endCursor }
    nodes { row sheet outcome title cells { label value } issues { code message } sameAs { sheet row } } } } }`;
async function rowsOf(role: 'INDUSTRY' | 'HRSS' | 'UNION' | 'COURT', id: string, args = {}): Promise<Page> {
  const { data, errors } = await all.ask(role, query, { id, ...args });
  if (errors.length) throw new Error(errors[0]?.message);
  return (data?.['import'] as { rows: Page }).rows;
}
const send: Departments['send'] = (...args) => {
  all.hub.wait(1000);
  return all.send(...args);
};

describe('every row of a file', () => {
  test.each([true, false])('says what has become of it (preview: %s)', async dryRun => {
    const base = dryRun ? 100 : 200;
    await send('INDUSTRY', csv([firmHeader, firmRow(base + 1), firmRow(base + 2)]));
    const bad: Cell[] = firmRow(base + 4, '约12人', '欧阳锋').with(5, '2022-02-30');
    const report = await send(
      'INDUSTRY',
      csv([
        firmHeader,
        firmRow(base + 1, 12),
        firmRow(base + 2),
        firmRow(base + 3),
        bad,
        firmRow(base + 3),
        firmRow(base + 3, 99),
      ]),
      dryRun,
    );
    expect(report).toMatchObject({ rowsRead: 6, inserted: 1, updated: 1, unchanged: 1, rejected: 2 });
    const { nodes, totalCount } = await rowsOf('INDUSTRY', report.id);
    expect(totalCount).toBe(6);
    expect(nodes.map(one => [one.row, one.outcome, one.issues.map(issue => issue.code), one.sameAs?.row])).toEqual([
      [2, 'UPDATED', [], undefined], [3, 'UNCHANGED', [], undefined], [4, 'INSERTED', [], undefined],
      [5, 'REJECTED', expect.arrayContaining(['NUMBER_APPROXIMATE', 'DATE_IMPOSSIBLE']), undefined],
      [6, 'DUPLICATE', ['DUPLICATE_ROW'], 4], [7, 'REJECTED', ['DUPLICATE_KEY'], 4],
    ]); // prettier-ignore
    expect(nodes[3]?.title).toBe(`示例企业${base + 4}`);
    expect(nodes[3]?.cells).toEqual([
      { label: '统一社会信用代码', value: uscc(base + 4) }, { label: '企业名称', value: `示例企业${base + 4}` }, { label: '所属区域', value: '雒容镇' },
      { label: '行业门类', value: '制造业' }, { label: '法定代表人', value: '欧阳*' }, { label: '职工人数', value: '约12人' }, { label: '成立日期', value: '2022-02-30' },
    ]); // prettier-ignore
    expect(JSON.stringify(nodes)).not.toMatch(/张三丰|欧阳锋/);
    const left = { outcome: ['REJECTED', 'DUPLICATE'] };
    const few = await rowsOf('INDUSTRY', report.id, { ...left, first: 2 });
    expect([few.totalCount, few.nodes.map(one => one.row), few.pageInfo.hasNextPage]).toEqual([3, [5, 6], true]); // prettier-ignore
    const rest = await rowsOf('INDUSTRY', report.id, { ...left, first: 2, after: few.pageInfo.endCursor });
    expect([rest.nodes.map(one => one.row), rest.pageInfo.hasNextPage]).toEqual([[7], false]);
    // What changes is told as before, rows that change nothing are not among it.
    expect((await changesOf(all, 'INDUSTRY', report.id)).nodes.map(one => [one.row, one.outcome])).toEqual([
      [2, 'UPDATED'], [3, 'UNCHANGED'], [4, 'INSERTED'], [7, 'CONFLICT'],
    ]); // prettier-ignore
  });

  test('a parked row waits, and is told anew when its employer has arrived', async () => {
    const parked = await send('HRSS', csv([disputeHeader, dispute('甲1号', uscc(301), '示例企业301')]));
    const wait = { outcome: ['PARKED'] };
    expect(await rowsOf('HRSS', parked.id, wait)).toMatchObject({
      totalCount: 1,
      nodes: [{ row: 2, title: '示例企业301 · 甲1号', issues: [{ code: 'UNKNOWN_EMPLOYER' }] }],
    });
    await send('INDUSTRY', csv([firmHeader, firmRow(301)]));
    expect(await rowsOf('HRSS', parked.id, wait)).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await rowsOf('HRSS', parked.id)).nodes).toMatchObject([{ row: 2, outcome: 'ATTACHED' }]);
  });

  test('a rejected row is known for ever, what it said for its days', async () => {
    const report = await send('INDUSTRY', csv([firmHeader, firmRow(401).with(5, '2022-02-30')]));
    all.hub.wait((keptDays + 1) * 86_400_000);
    await purgeRejects(all.hub.services);
    expect((await rowsOf('INDUSTRY', report.id)).nodes).toMatchObject([
      { row: 2, outcome: 'REJECTED', title: '', cells: [], issues: [{ code: 'DATE_IMPOSSIBLE' }] },
    ]);
  });
});

describe('who may look', () => {
  const asking = async (role: 'HRSS' | 'COURT'): Promise<Viewer> => {
    const authorization = `Bearer ${all.tokens.get(role) ?? ''}`;
    const { data } = await all.hub.graphql('{ viewer { name } }', { headers: { authorization } });
    const [token] = await all.hub.owner<{ id: number }>('select id from access_token where name = $1', [
      (data?.['viewer'] as { name: string }).name,
    ]);
    const id = String(token?.id);
    const channels = role === 'COURT' ? ['COURT'] : ('*' as const);
    return { kind: 'TOKEN', id, name: role, role, town: null, language: 'zh', scope: { actor: `token:${id}`, towns: '*', channels, kinds: kindsOfRole(role) } }; // prettier-ignore
  };

  test.each([true, false])(
    'what a sender saw is not shown once they may send the form no more, or see fewer channels (preview: %s)',
    async dryRun => {
      const no = dryRun ? '乙' : '丙';
      const { id } = await send('HRSS', csv([disputeHeader, dispute(`${no}1号`, uscc(1), '示例企业1', 7)]), dryRun);
      const looked = { id, dryRun, status: 'DONE' };
      const sender = await asking('HRSS');
      const seenBy = async (viewer: Viewer): Promise<number[]> => {
        const { importChanges, importRows } = all.hub.services;
        const pages = [await importChanges.page(viewer, looked, {}), await importRows.page(viewer, looked, {})];
        return pages.flatMap(page => [page.totalCount, page.nodes.length]);
      };
      expect(await seenBy(sender)).toEqual([1, 1, 1, 1]);
      expect(await seenBy({ ...sender, role: 'INDUSTRY' })).toEqual([0, 0, 0, 0]);
      expect(await seenBy({ ...sender, role: null })).toEqual([0, 0, 0, 0]);
      const court: Viewer = { ...sender, role: 'COURT', scope: { ...sender.scope, channels: ['COURT'] } };
      expect(await seenBy(court)).toEqual([0, 0, 0, 0]);
    },
  ); // prettier-ignore

  test('the court sees its own file', async () => {
    const { id } = await send(
      'COURT',
      csv([disputeHeader, dispute('丁1号', uscc(1), '示例企业1', 7).with(7, '法院')]),
    );
    expect(await rowsOf('COURT', id)).toMatchObject({ totalCount: 1, nodes: [{ outcome: 'INSERTED' }] });
    const { data } = await all.ask('UNION', query, { id });
    expect(data?.['import'] ?? null).toMatchObject({ rows: { totalCount: 1 } });
  });
});
