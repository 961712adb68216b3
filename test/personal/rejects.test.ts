import { afterAll, beforeAll, expect, it } from 'vitest';
import { revealHub, type RevealHub } from './support.ts';

let hub: RevealHub;
beforeAll(async () => (hub = await revealHub()));
afterAll(() => hub.close());

const head = '统一社会信用代码,企业名称,所属区域,行业门类,职工人数,成立日期,法定代表人';
const wrongDay = '91450299MA5AAAA106,雒容退回机械有限公司,雒容镇,制造业,12,2015-02-31';

async function send(cookie: string, text: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([text], { type: 'text/csv' }), '名录.csv');
  const headers = { cookie, 'x-hub-csrf': '1' };
  const sent = await fetch(`${hub.origin}/api/imports?wait=true`, { method: 'POST', headers, body });
  const [{ id = '' } = {}] = (await sent.json()) as { id?: string }[];
  return id;
}
const rejects = (cookie: string, id: string): Promise<Response> =>
  fetch(`${hub.origin}/api/imports/${id}/rejects.xlsx`, { headers: { cookie, 'accept-language': 'en' } });

it('rejected rows with personal values need a second factor just proven; the answer names the step', async () => {
  const unproven = await hub.unproven('INDUSTRY');
  const id = await send(unproven, `${head}\n${wrongDay},甲测试`);
  const refused = await rejects(unproven, id);
  expect([refused.status, await refused.json()]).toEqual([
    403,
    expect.objectContaining({
      code: 'FORBIDDEN',
      step: 'SECOND_FACTOR',
      message: expect.stringMatching(/second factor/) as string,
    }),
  ]);
  const proven = await hub.proven('INDUSTRY');
  const own = await send(proven, `${head}\n${wrongDay},甲测试`);
  expect((await rejects(proven, own)).status).toBe(200);
  const entries = (await hub.trail('downloadRejects')).filter(one => one.outcome === 'DONE');
  expect(entries).toMatchObject([
    { object: `Import:${own}`, subjects: [`Import:${own}`], detail: { rows: 1, part: 1, personal: true } },
  ]);
  hub.wait(5 * 60_000 + 1000);
  expect((await rejects(proven, own)).status).toBe(403);
});

it('rows without any personal cell need none; a column that the form does not know may hold anything', async () => {
  const cookie = await hub.unproven('INDUSTRY');
  const empty = await send(cookie, `${head}\n${wrongDay},`);
  expect((await rejects(cookie, empty)).status).toBe(200);
  const unknown = await send(cookie, `${head},经办备注\n${wrongDay},,找甲测试`);
  expect((await rejects(cookie, unknown)).status).toBe(403);
});
