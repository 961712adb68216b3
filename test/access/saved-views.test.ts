import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewParameters } from '../../server/src/views/view-path.ts';
import { operation } from '../support/operations.ts';
import { accessHub, type AccessHub, type Someone } from './support.ts';

let its: AccessHub;
beforeAll(async () => void (its = await accessHub()));
afterAll(() => its.hub.close());

const fields = 'view { id name path shared own savedBy version }';
interface View {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly savedBy: string;
  readonly version: number;
}
type Reader = Parameters<AccessHub['ask']>[0];
const save = async (by: Reader, input: object): Promise<View> => {
  const all = { name: '会前先看', path: '/', shared: false, ...input };
  return (await its.done<{ view: View }>(by, 'saveView', all, fields)).view;
};
const list = async (by: Reader): Promise<View[]> => {
  const { data, errors } = await its.ask(by, operation('explore/saved-views'), { first: 200 });
  expect(errors).toEqual([]);
  return (data?.['savedViews'] as { nodes: View[] }).nodes;
};
const names = async (by: Reader): Promise<string[]> => (await list(by)).map(one => one.name);

describe('a view', () => {
  it('is seen by whoever saved it, and by everybody once it is shared', async () => {
    const view = await save('LEADER', { name: '我的', path: '/explore?figure=certification.rate&by=town' });
    expect(view).toMatchObject({ own: true, shared: false, savedBy: 'leader', version: 1 });
    expect(await names('LEADER')).toContain('我的');
    expect(await names('UNION')).not.toContain('我的');
    const input = { id: view.id, version: 1, name: '大家的', shared: true };
    const { view: now } = await its.done<{ view: View }>('LEADER', 'renameView', input, fields);
    expect(now).toMatchObject({ name: '大家的', shared: true, version: 2, path: view.path });
    expect((await list('UNION')).find(one => one.id === view.id)).toMatchObject({
      own: false,
      name: '大家的',
    });
  });

  it('is changed and thrown away by whoever saved it alone, and only as it was seen', async () => {
    const view = await save('HRSS', { name: '共享', shared: true });
    for (const act of ['renameView', 'deleteView']) {
      const input = { id: view.id, version: 1, ...(act === 'renameView' ? { name: '别人的' } : {}) };
      expect((await its.act('UNION', act, input, fields)).code).toBe('NOT_FOUND');
      expect((await its.act('HRSS', act, { ...input, version: 2 }, fields)).code).toBe('CONFLICT');
      expect((await its.act('HRSS', act, { ...input, id: 'Person:1' }, fields)).code).toBe('NOT_FOUND');
    }
    await its.done('HRSS', 'deleteView', { id: view.id, version: 1 }, fields);
    expect(await names('UNION')).not.toContain('共享');
  });

  it('is saved once for a key', async () => {
    const input = { name: '一次', idempotencyKey: 'view-1' };
    const [one, two] = [await save('TOWN', input), await save('TOWN', input)];
    expect(two.id).toBe(one.id);
    expect((await names('TOWN')).filter(name => name === '一次')).toHaveLength(1);
  });

  it('keeps no more than two hundred for one person', async () => {
    const by: Someone = await its.someone('keen', 'MEMBER');
    await its.hub.owner(
      `insert into saved_view (owner, owner_name, name, path, shared, created_at, changed_at)
        select $1, 'keen', 'n' || i, '/', false, now(), now() from generate_series(1, 200) i`,
      [by.id.replace('Person:', 'person:')],
    );
    const refused = await its.act(by, 'saveView', { name: 'x', path: '/', shared: false }, fields);
    expect([refused.code, Object.keys(refused.errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', ['name']]); // prettier-ignore
    expect(await list(by)).toHaveLength(200);
  });

  it('is listed page by page, own ones first, each once', async () => {
    for (const name of ['丙', '甲', '乙']) await save('COURT', { name });
    const all = (await list('COURT')).map(one => one.id);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { savedViews(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const { data } = await its.ask('COURT', query, { after });
      const page = data?.['savedViews'] as { nodes: View[]; pageInfo: { hasNextPage: boolean; endCursor: string } }; // prettier-ignore
      pages.push(...page.nodes.map(one => one.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual(all);
    // Behind the last there is nothing, and the list is as long as it was.
    const whole = `query ($after: String) { savedViews(first: 200, after: $after) { nodes { id } totalCount pageInfo { endCursor } } }`;
    type Page = { nodes: View[]; totalCount: number; pageInfo: { endCursor: string } };
    const end = ((await its.ask('COURT', whole)).data?.['savedViews'] as Page).pageInfo.endCursor;
    const behind = (await its.ask('COURT', whole, { after: end })).data?.['savedViews'] as Page;
    expect([behind.nodes, behind.totalCount]).toEqual([[], all.length]);
    const own = (await list('COURT')).map(one => one.own);
    expect(own).toEqual([...own].sort((a, b) => Number(b) - Number(a)));
  });

  it.each(['AUDITOR', 'SECURITY', 'ADMIN', 'ENTERPRISE'] as const)('is not for %s', async role => {
    expect((await its.act(role, 'saveView', { name: 'x', path: '/', shared: false }, fields)).code).toBe('FORBIDDEN'); // prettier-ignore
    expect((await its.ask(role, '{ savedViews { nodes { id } } }')).code).toBe('FORBIDDEN');
  });
});

describe('the address of a view', () => {
  it('may say all that a page of figures or records reads in its address', () => {
    const rooms = 'certification|dispute|union|contract|inspection|explore|map|metrics|overview|enterprise';
    const folder = fileURLToPath(new URL('../../dashboard/src', import.meta.url));
    const files = [`${folder}/{lists,metrics}/*.{ts,vue}`, `${folder}/modules/{${rooms.replaceAll('|', ',')}}/*.{ts,vue}`]; // prettier-ignore
    const read = globSync(files).flatMap(file => [
      ...readFileSync(file, 'utf8').matchAll(/\b(?:read|word|query\[)\(?'([a-z][a-zA-Z]*)'/g),
    ]);
    expect(read.length).toBeGreaterThan(20);
    // What is no part of a view is left out by whoever saves it; `role` narrows the pages of people.
    const saving = readFileSync(`${folder}/metrics/SaveView.vue`, 'utf8');
    const leftOut = [...saving.matchAll(/\b(\w+): _\1\b/g)].map(found => found[1] ?? '');
    expect(leftOut).toContain('after');
    const known = [...viewParameters, ...leftOut, 'role'];
    expect([...new Set(read.map(found => found[1] ?? ''))].filter(name => !known.includes(name))).toEqual([]);
  });

  const own = [
    '/', '/explore', '/certification?town=LUOBU&at=2022-10-31', '/figures/dispute.filed?known=2022-09-30&compare=LAST_YEAR',
    '/figures/certification.rate/rows?inside=no&stage=CLAIMED', '/contracts?q=%E7%A4%BA%E4%BE%8B&sort=STARTS_ON&dir=DESC',
    '/enterprises/91450200MA5KQ0001X', '/explore?figure=union.coverage&by=town,size&as=HEAT&vs=2021-12-31',
  ]; // prettier-ignore
  it.each(own)('%s is kept as it is', async path => {
    expect((await save('LEADER', { name: path, path })).path).toBe(path);
  });

  const refused = [
    ['another host', 'https://elsewhere.example/'], ['a host without a scheme', '//elsewhere.example/explore'],
    ['a backslash', '/\\elsewhere.example'], ['a script', ['javascript', 'alert(1)'].join(':')], ['no page', '/nothing-here'],
    ['a page where something is done', '/settings'], ['the hub itself', '/api/exports/disputes.csv'], ['a way up', '/explore/../settings'],
    ['a parameter no page knows', '/explore?next=https%3A%2F%2Felsewhere.example'], ['a fragment', '/explore#x'],
    ['a line break', '/explore?town=A%0AB'], ['a space', '/explore ?town=A'], ['an identity number', '/enterprises?q=450203197001010011'],
    ['too long a value', `/disputes?q=${'a'.repeat(201)}`], ['too long', `/disputes?q=${'a'.repeat(1000)}`], ['nothing', ''],
  ]; // prettier-ignore
  it.each(refused)('%s is refused', async (_, path) => {
    const { code, errors } = await its.act('LEADER', 'saveView', { name: 'x', path, shared: true }, fields);
    expect([code, Object.keys(errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', ['path']]);
  });
});

it.each([['', ''], ['blank', '   '], ['long', '长'.repeat(81)], ['two lines', 'a\nb'], ['a telephone', '请致电 13907721234']])(
  'no name: %s',
  async (_, name) => {
    const { code, errors } = await its.act('LEADER', 'saveView', { name, path: '/', shared: false }, fields);
    expect([code, Object.keys(errors[0]?.extensions.fields ?? {})]).toEqual(['BAD_USER_INPUT', ['name']]);
  },
); // prettier-ignore
