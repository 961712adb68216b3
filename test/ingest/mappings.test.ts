import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { disputeHeader, dispute, uscc, type Cell } from './support.ts';

let hub: RunningHub;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  hub = await startHub();
  for (const role of ['INDUSTRY', 'HRSS', 'UNION', 'COURT', 'LEADER'] as const)
    tokens.set(role, await hub.token(role));
});
afterAll(() => hub.close());

const csv = (...rows: readonly (readonly Cell[])[]): string => rows.map(row => row.join(',')).join('\n');
const own = ['主体代码', '企业名称', '所属区域', '行业门类', '在岗人数', '成立日期'];
const file = csv(own, [uscc(1), '示例企业1', '雒容镇', '制造业', 7, '2015-01-01']);

async function send(role: Role, text: string, query = '?wait=true'): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), '名录.csv');
  const headers = { authorization: `Bearer ${tokens.get(role) ?? ''}` };
  return fetch(`${hub.origin}/api/imports${query}`, { method: 'POST', headers, body });
}
const ask = (role: Role, query: string, variables: Record<string, unknown> = {}) =>
  hub.graphql(query, { token: tokens.get(role) ?? '', variables });
const saveQuery = `mutation($input: SaveHeaderMappingInput!) { saveHeaderMapping(input: $input) { mapping { id form header column savedBy } } }`;
const save = (role: Role, form: string, header: string, column: string) =>
  ask(role, saveQuery, { input: { form, header, column } });

describe("a department's own column names", () => {
  test('a sheet that fits no form tells its own headers and what is missing', async () => {
    const refused = await send('INDUSTRY', file);
    expect(refused.status).toBe(422);
    const { error } = (await refused.json()) as { error: { id: string; missingColumns: string[] } };
    expect(error.missingColumns).toEqual(['统一社会信用代码', '职工人数']);
    const { data } = await ask(
      'INDUSTRY',
      `query($id: ID!) { import(id: $id) { status sheets { status headers nearestForm missingColumns unknownColumns } } }`,
      { id: error.id },
    );
    expect(data?.['import']).toEqual({
      status: 'REFUSED',
      sheets: [
        {
          status: 'UNRECOGNISED',
          headers: own,
          nearestForm: 'E',
          missingColumns: error.missingColumns,
          unknownColumns: [],
        },
      ],
    });
  });

  test.each([
    [['企业名录']],
    [['填报日期：2026/11/20']],
    [['企业名录'], ['单位：工信局', '填报日期：2026/11/20']],
  ])('a line above the header is part of no header: %j', async (...above) => {
    const refused = await send('INDUSTRY', csv(...above, ...file.split('\n').map(line => line.split(','))));
    const { error } = (await refused.json()) as { error: { id: string } };
    const { data } = await ask('INDUSTRY', `{ import(id: "${error.id}") { sheets { headers } } }`);
    expect(data?.['import']).toEqual({ sheets: [{ headers: own }] });
  });

  test('a sheet without any known header still tells the row that looks like one', async () => {
    const refused = await send('INDUSTRY', csv(['名称表', '', ''], ['甲', '乙', '丙'], ['1', '2', '3']));
    const { error } = (await refused.json()) as { error: { id: string; code: string } };
    expect(error.code).toBe('NO_TABLE');
    const { data } = await ask(
      'INDUSTRY',
      `query($id: ID!) { import(id: $id) { sheets { headers nearestForm } } }`,
      {
        id: error.id,
      },
    );
    expect(data?.['import']).toEqual({ sheets: [{ headers: ['甲', '乙', '丙'], nearestForm: null }] });
  });

  test('once saved, the same file is recognised; deleted, it is not', async () => {
    const first = await save('INDUSTRY', 'E', ' 主体代码 ', '统一社会信用代码');
    expect(first.data).toMatchObject({
      saveHeaderMapping: {
        mapping: { form: 'E', header: '主体代码', column: '统一社会信用代码', savedBy: 'INDUSTRY test' },
      },
    });
    await save('INDUSTRY', 'E', '在岗人数（人）', 'staff');
    const done = await send('INDUSTRY', file);
    expect(await done.json()).toMatchObject([{ form: 'E', inserted: 1, rejected: 0 }]);
    const { data } = await ask('INDUSTRY', `{ headerMappings(form: E) { id header column } }`);
    const saved = data?.['headerMappings'] as { id: string; header: string }[];
    expect(saved.map(one => one.header)).toEqual(['主体代码', '在岗人数（人）']);
    for (const { id } of saved) {
      const gone = await ask(
        'INDUSTRY',
        `mutation($input: DeleteHeaderMappingInput!) { deleteHeaderMapping(input: $input) { mapping { id } } }`,
        { input: { id } },
      );
      expect(gone.data).toEqual({ deleteHeaderMapping: { mapping: { id } } });
    }
    expect((await send('INDUSTRY', file)).status).toBe(422);
  });

  test('it holds for its own department alone, though another sends the same form', async () => {
    const foreign = csv(['卷宗号', ...disputeHeader.slice(1)], dispute('甲1号', uscc(1), '示例企业1'));
    await save('UNION', 'D', '卷宗号', '案号');
    expect((await send('COURT', foreign)).status).toBe(422);
    expect((await ask('COURT', `{ headerMappings { id } }`)).data).toEqual({ headerMappings: [] });
    expect(await (await send('UNION', foreign)).json()).toMatchObject([{ form: 'D', inserted: 1 }]);
    const { data } = await ask('UNION', `{ headerMappings { id } }`);
    const [{ id } = { id: '' }] = data?.['headerMappings'] as { id: string }[];
    const taken = await ask(
      'COURT',
      `mutation { deleteHeaderMapping(input: { id: "${id}" }) { mapping { id } } }`,
    );
    expect(taken.code).toBe('NOT_FOUND');
    await save('COURT', 'D', '卷宗号', '申请人');
    expect((await send('COURT', foreign)).status).toBe(422);
  });

  test('a name that means something in the form keeps its meaning; a synonym may be given another', async () => {
    for (const header of ['职工人数', '序号', '错误说明', '', 'x'.repeat(101)]) {
      expect((await save('INDUSTRY', 'E', header, 'name')).code).toBe('BAD_USER_INPUT');
    }
    expect((await save('INDUSTRY', 'E', '某列', '没有的列')).code).toBe('BAD_USER_INPUT');
    expect((await save('INDUSTRY', 'E', '电话', '联系人')).data).toMatchObject({
      saveHeaderMapping: { mapping: { column: '联系人' } },
    });
    const unknown = csv([...own.slice(1), '统一社会信用代码', '职工人数', '经办科室']);
    const rows = csv(['示例企业2', '雒容镇', '制造业', 7, '2015-01-01', uscc(2), 7, '一科'].map(String));
    const done = await send('INDUSTRY', `${unknown}\n${rows}`);
    const [report] = (await done.json()) as { id: string }[];
    const { data } = await ask(
      'INDUSTRY',
      `query($id: ID!) { import(id: $id) { sheets { unknownColumns } } }`,
      { id: report?.id },
    );
    expect(data?.['import']).toEqual({ sheets: [{ unknownColumns: ['在岗人数', '经办科室'] }] });
  });

  test('who may not send the form saves nothing for it', async () => {
    expect((await save('UNION', 'E', '某列', 'name')).code).toBe('FORBIDDEN');
    expect((await save('LEADER', 'E', '某列', 'name')).code).toBe('FORBIDDEN');
    expect((await ask('LEADER', `{ headerMappings { id } }`)).code).toBe('FORBIDDEN');
  });

  test('an act asked for twice under one key is done once', async () => {
    const input = { form: 'E', header: '行政片区', column: '所属区域', idempotencyKey: 'k-1' };
    const first = await ask('INDUSTRY', saveQuery, { input });
    const again = await ask('INDUSTRY', saveQuery, { input });
    expect(again.data).toEqual(first.data);
    const other = await ask('INDUSTRY', saveQuery, { input: { ...input, header: '片区名' } });
    expect(other.code).toBe('CONFLICT');
    const { id } = (first.data as { saveHeaderMapping: { mapping: { id: string } } }).saveHeaderMapping
      .mapping;
    const remove = `mutation($input: DeleteHeaderMappingInput!) { deleteHeaderMapping(input: $input) { mapping { id savedAt } } }`;
    const gone = await ask('INDUSTRY', remove, { input: { id, idempotencyKey: 'k-2' } });
    expect((await ask('INDUSTRY', remove, { input: { id, idempotencyKey: 'k-2' } })).data).toEqual(gone.data);
    expect((await ask('INDUSTRY', remove, { input: { id } })).code).toBe('NOT_FOUND');
  });
});
