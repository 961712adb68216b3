import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exports } from '../../server/src/catalogue/exports.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { grants } from '../../server/src/access/policy.ts';
import { roles } from '../../server/src/access/roles.ts';
import type { RunningHub } from '../server/hub.ts';
import { csvFrom, exportHub, fetchExport, readBook } from './support.ts';

let hub: RunningHub;
beforeAll(async () => (hub = await exportHub()));
afterAll(() => hub.close());

const csvOf = csvFrom(() => hub);

describe('a list as a file', () => {
  it.each(exports.map(one => one.list))(
    '%s has every row of the list, as CSV and as a workbook',
    async list => {
      const { data } = await hub.graphql(`{ ${list}(first: 200) { totalCount nodes { __typename } } }`, {
        token: await hub.token('OFFICE'),
      });
      const { totalCount } = data?.[list] as { totalCount: number };
      const { response, text, rows } = await csvOf('OFFICE', `${list}.csv`);
      expect([response.status, text.startsWith('\uFEFF')]).toEqual([200, true]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(rows.length).toBe(totalCount + 2);
      expect(rows.at(-1)?.[0]).toMatch(
        new RegExp(
          `^说明 \\| 列表: .+ \\| 来源: .+ \\| 筛选条件: 全部 \\| 导出单位: 领导小组办公室 \\| 行数: ${totalCount} \\|`,
        ),
      );
      const book = await readBook(await fetchExport(hub, 'OFFICE', `${list}.xlsx`));
      expect(book.worksheets[0]?.rowCount).toBe(totalCount + 1);
      expect(book.worksheets[1]?.name).toBe('说明');
      expect(JSON.stringify(book.worksheets[1]?.getSheetValues())).toContain(`{"text":"${totalCount}"}`);
      // The two say the same, cell by cell.
      const cells = (book.worksheets[0]?.getSheetValues() ?? []).slice(1) as unknown[][];
      for (const [i, row] of rows.slice(0, -1).entries()) {
        const told = row.map((_, at) => {
          const value = cells[i]?.[at + 1] as
            { richText?: { text: string }[] } | Date | number | null | undefined;
          if (value instanceof Date) return value.toISOString().slice(0, 10);
          if (typeof value === 'number') return value;
          return value?.richText?.[0]?.text ?? '';
        });
        expect(told).toEqual(row.map((cell, at) => (typeof told[at] === 'number' ? Number(cell) : cell)));
      }
    },
  );

  it('answers filter, order, columns and moment as the list does', async () => {
    const filter = { enterprise: { name: { contains: '虚构' } }, status: { in: ['IN_FORCE', 'EXPIRED'] } };
    const orderBy = [{ field: 'SIGNED_ON', direction: 'DESC' }];
    const asKnownAt = '2026-03-06T00:00:00+08:00';
    const { data } = await hub.graphql(
      `query($filter: ContractFilter, $orderBy: [ContractOrder!], $asKnownAt: DateTime) {
        contracts(filter: $filter, orderBy: $orderBy, asKnownAt: $asKnownAt) { nodes { contractNo enterprise { name } } } }`,
      { token: await hub.token('HRSS'), variables: { filter, orderBy, asKnownAt } },
    );
    const { nodes } = data?.['contracts'] as {
      nodes: { contractNo: string; enterprise: { name: string } }[];
    };
    expect(nodes.length).toBeGreaterThan(1);
    const columns = 'contractNo,enterprise.name';
    const { rows } = await csvOf('HRSS', 'contracts.csv', { filter, orderBy, asKnownAt, columns });
    expect(rows.slice(0, -1)).toEqual([
      ['合同编号', '企业名称'],
      ...nodes.map(one => [one.contractNo, one.enterprise.name]),
    ]);
    expect(rows.at(-1)?.[0]).toContain('按此时已知: 2026-03-06 00:00:00');
    expect(rows.at(-1)?.[0]).toMatch(
      /筛选条件: 合同状态（按日期） 属于 [^/]+\/[^/]+ 且 企业名称 包含 虚构 \|/u,
    );
  });

  it('speaks the language of its reader: headings, codes, notes and the name of the file', async () => {
    const columns = 'contractNo,status,enterprise.town,electronic';
    const { response, rows } = await csvOf('HRSS', 'contracts.csv', { columns }, { 'accept-language': 'en' });
    expect(rows[0]).toEqual(['Contract number', 'Status by its dates', 'Town', 'Electronic']);
    expect(rows[1]?.[3]).toMatch(/^(yes|no)$/);
    expect(rows.at(-1)?.[0]).toMatch(/^Notes \| List: Labour contracts/);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="contracts.csv"; filename*=UTF-8''Labour%20contracts-2026-11-23.csv`,
    );
  });

  it.each([
    ['a field that is masked, in the filter', 'contracts.csv', { filter: { workerName: { eq: '甲' } } }],
    ['a field that is masked, in the order', 'contracts.csv', { orderBy: [{ field: 'ID_NUMBER' }] }],
    ['a filter that is no JSON', 'contracts.csv', { filter: '{' }],
    ['an operator that is none', 'contracts.csv', { filter: { contractNo: { like: '1' } } }],
    ['a column that is none', 'contracts.csv', { columns: 'workerNameCipher' }],
    ['what every object has', 'contracts.csv', { columns: 'constructor' }],
    ['rows in columns', 'enterprises.csv', { columns: 'contracts.contractNo' }],
    ['a parameter that is none', 'contracts.csv', { first: '1' }],
  ])('refuses %s', async (_, path, parameters) => {
    const { response, text } = await csvOf('HRSS', path, parameters);
    expect([response.status, text]).toEqual([400, expect.stringContaining('BAD_USER_INPUT') as string]);
  });

  it('has no list that is not one, and no other kind of file', async () => {
    for (const path of ['people.csv', 'contracts.pdf', 'contracts', '__proto__.csv'])
      expect((await fetchExport(hub, 'HRSS', path)).status).toBe(404);
  });
});

describe('who may take a list away', () => {
  it('is whoever may export and read it: every role × every list', async () => {
    for (const role of roles) {
      for (const { list, type } of exports) {
        const may = [grants['list.export'], grants[type.needs]].every(of =>
          (of as readonly string[]).includes(role),
        );
        const { status } = await fetchExport(hub, role, `${list}.csv`);
        expect([role, list, status]).toEqual([role, list, may ? 200 : 403]);
      }
    }
    expect((await fetch(`${hub.origin}/api/export/contracts.csv`)).status).toBe(401);
  });

  it('sees its own rows alone, and masks only where it may', async () => {
    const town = await csvOf('TOWN', 'enterprises.csv');
    expect(new Set(town.rows.slice(1, -1).map(row => row[town.rows[0]?.indexOf('所属区域') ?? 0]))).toEqual(
      new Set(['雒容镇']),
    );
    const personal = lists.types.flatMap(type =>
      Object.values(type.fields).filter(
        field => field.needs === 'personal.masked' && type.name === 'Contract',
      ),
    );
    expect(personal.length).toBe(3);
    for (const [role, sees] of [
      ['HRSS', true],
      ['LEADER', false],
    ] as const) {
      const { rows } = await csvOf(role, 'contracts.csv');
      for (const { label } of personal) {
        const at = rows[0]?.indexOf(label.zh) ?? -1;
        const shown = rows.slice(1, -1).filter(row => row[at] !== '');
        expect([role, label.zh, shown.length > 0]).toEqual([role, label.zh, sees]);
      }
    }
  });

  it('finds nothing in plain', async () => {
    for (const { list } of exports) {
      const { text } = await csvOf('HRSS', `${list}.csv`);
      expect(text).not.toMatch(/测试|14000001234|450299/);
    }
  });
});
