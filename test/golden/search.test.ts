import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundOf } from '../../server/src/read/search/name-sounds.ts';
import { Seed, inventedUscc } from '../seed/seed.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { Client, viewerOf } from './client.ts';

interface Hit {
  title: string;
  kind: string;
  matched: string;
  detail: string;
  node: { id: string; __typename: string; name?: string; town?: { name: string }; caseNo?: string };
}

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await freshDatabase();
  client = await Client.on(hub);
  await new Seed(hub.owner)
    .enterprise({ name: '虚构重型汽车（柳东）有限公司', town: 'LUORONG' })
    .formerName('虚构红光农具厂')
    .dispute({ case_no: '柳东劳调字〔2026〕0101号', case_key: '柳东劳调字(2026)0101号' })
    .enterprise({ name: '虚构汽车座椅有限公司', town: 'LUOBU' })
    .enterprise({ name: '虚构A1科技有限公司', town: 'CORE' })
    .save();
});
afterAll(() => hub.close());

const query = `query ($text: String!, $first: Int! = 10) { search(text: $text, first: $first) {
  title kind matched detail
  node { id __typename ... on Enterprise { name town { name } } ... on Dispute { caseNo enterprise { name } } }
} }`;
const find = async (text: string): Promise<Hit[]> =>
  (await client.data<{ search: Hit[] }>(query, { text })).search;

describe('search', () => {
  it.each([
    ['汽车', 'NAME', ['虚构汽车座椅有限公司', '虚构重型汽车（柳东）有限公司']],
    ['重型 汽车(柳东)', 'NAME', ['虚构重型汽车（柳东）有限公司']],
    ['红光', 'FORMER_NAME', ['虚构重型汽车（柳东）有限公司']],
    ['zhongxingqiche', 'PINYIN', ['虚构重型汽车（柳东）有限公司']],
    ['ZhongXing QiChe', 'PINYIN', ['虚构重型汽车（柳东）有限公司']],
    ['qczy', 'INITIALS', ['虚构汽车座椅有限公司']],
    ['hgnj', 'FORMER_NAME', ['虚构重型汽车（柳东）有限公司']],
    ['a1', 'NAME', ['虚构A1科技有限公司']],
    ['xga1', 'INITIALS', ['虚构A1科技有限公司']],
    [inventedUscc(2), 'CODE', ['虚构汽车座椅有限公司']],
    [inventedUscc(2).slice(8).toLowerCase(), 'CODE', ['虚构汽车座椅有限公司']],
    ['[2026] 0101', 'CASE_NO', ['柳东劳调字〔2026〕0101号']],
    ['没有这个', '', []],
    ['%', '', []],
    ['_构', '', []],
    ['  ', '', []],
  ])('%s is found by %s', async (text, matched, titles) => {
    const hits = await find(text);
    expect(hits.map(hit => hit.title)).toEqual(titles);
    for (const hit of hits) expect(hit.matched).toBe(matched);
  });

  it('brings the thing itself, read under its own type', async () => {
    const [employer] = await find('座椅');
    expect(employer?.node).toEqual({
      id: 'Enterprise:2', __typename: 'Enterprise', name: '虚构汽车座椅有限公司', town: { name: '洛埠镇' },
    }); // prettier-ignore
    const [dispute] = await find('0101号');
    expect(dispute?.node).toMatchObject({ __typename: 'Dispute', caseNo: '柳东劳调字〔2026〕0101号' });
  });

  it('finds only what the viewer may read, within the viewer’s rows', async () => {
    const titles = async (viewer: ReturnType<typeof viewerOf>, text: string): Promise<string[]> =>
      (await client.search.find(viewer, text, 10)).map(hit => hit.title);
    const ofLuobu = viewerOf('TOWN', 'LUOBU');
    expect(await titles(ofLuobu, '汽车')).toEqual(['虚构汽车座椅有限公司']);
    expect(await titles(ofLuobu, '0101号')).toEqual([]);
    expect(await titles(viewerOf('COURT'), '汽车')).toEqual([]);
    expect(await titles(viewerOf('MEMBER'), '汽车')).toEqual([]);
  });

  it('refuses a text or a number out of bounds', async () => {
    const errors = (variables: Record<string, unknown>): Promise<unknown> => client.refusal(query, variables);
    expect(await errors({ text: 'x'.repeat(101) })).toBe('BAD_USER_INPUT');
    expect(await errors({ text: 'x', first: 0 })).toBe('BAD_USER_INPUT');
    expect(await errors({ text: 'x', first: 51 })).toBe('BAD_USER_INPUT');
  });
});

describe('node', () => {
  const node = `query ($id: ID!) { node(id: $id) { id ... on Enterprise { name disputes { nodes { caseNo } } } ... on Dispute { caseNo } } }`;
  it('reads any row by its global id', async () => {
    expect(await client.data(node, { id: 'Enterprise:1' })).toEqual({
      node: {
        id: 'Enterprise:1',
        name: '虚构重型汽车（柳东）有限公司',
        disputes: { nodes: [{ caseNo: '柳东劳调字〔2026〕0101号' }] },
      },
    });
    expect((await client.askCompiled(node, { id: 'Dispute:1' })).data).toMatchObject({
      node: { caseNo: '柳东劳调字〔2026〕0101号' },
    });
  });
  it.each([
    ['Enterprise:99', 'HRSS', 'NOT_FOUND'],
    ['Enterprise:x', 'HRSS', 'NOT_FOUND'],
    ['Person:1', 'HRSS', 'NOT_FOUND'],
    ['', 'HRSS', 'NOT_FOUND'],
    ['Enterprise:1', 'COURT', 'FORBIDDEN'],
    ['Enterprise:1', 'MEMBER', 'FORBIDDEN'],
  ] as const)('%s for %s: %s', async (id, role, code) => {
    expect(await client.refusal(node, { id }, viewerOf(role))).toBe(code);
  });
});

describe('how a name sounds', () => {
  it.each([
    ['柳州汽车', 'liuzhouqiche', 'lzqc'],
    ['绿源A1(广西)', 'lvyuana1guangxi', 'lya1gx'],
  ])('%s: %s, %s', (name, sound, initials) => {
    expect(soundOf(name)).toEqual({ sound, initials });
  });
});
