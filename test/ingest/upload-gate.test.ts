import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UploadGate, waitingLimits } from '../../server/src/ingest/upload-gate.ts';
import { ownTemporaryFolder } from '../support/own-temporary-folder.ts';
import { startHub, type RunningHub } from '../server/hub.ts';
import { heldUp } from './held-up.ts';
import { csvOf } from './reading.ts';
import { firm, rosterHeader } from './support.ts';

let hub: RunningHub;
ownTemporaryFolder();
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const waiting = (): number => readdirSync(tmpdir()).filter(name => name.startsWith('hexie-upload-')).length;
function send(token: string, n: number, language = 'zh'): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([csvOf([rosterHeader, firm(n)])]), `名录${n}.csv`);
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  return fetch(`${hub.origin}/api/imports`, { method: 'POST', headers, body });
}

test('a person may have so many files waiting; the next is asked to come later, another person is let in', async () => {
  const [mine, other] = [await hub.token('INDUSTRY'), await hub.token('HRSS')];
  const few = Array.from({ length: waitingLimits.perPerson + 5 }, (_, n) => n + 1);
  await heldUp(hub.services.database, async () => {
    const answers = await Promise.all(few.map(n => send(mine, n)));
    const statuses = answers.map(answer => answer.status);
    expect(statuses.filter(status => status === 202)).toHaveLength(waitingLimits.perPerson);
    const [refused] = answers.filter(answer => answer.status === 429);
    expect(refused?.headers.get('retry-after')).toBe('30');
    expect(await refused?.json()).toEqual({
      code: 'RATE_LIMITED',
      message: '您已有 20 个文件在等待导入，请等它们完成后再上传。',
    });
    expect(await (await send(mine, 1, 'en')).json()).toMatchObject({
      message: '20 files of yours are waiting to be imported; send more when they are done.',
    });
    expect((await send(other, 1)).status).toBe(202);
    expect(waiting()).toBe(waitingLimits.perPerson + 1);
  });
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  expect((await send(mine, 1)).status).toBe(202);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
});

const part = (name: string): string =>
  `--b\r\ncontent-disposition: form-data; name="${name}"; filename="x.csv"\r\n\r\n${csvOf([rosterHeader, firm(1)])}\r\n`;
test.each<[string, string, string]>([
  ['no boundary', 'multipart/form-data', `${part('file')}--b--\r\n`],
  ['another boundary than the body has', 'multipart/form-data; boundary=c', `${part('file')}--b--\r\n`],
  ['a body that is cut short', 'multipart/form-data; boundary=b', part('file').slice(0, -30)],
  ['two files', 'multipart/form-data; boundary=b', `${part('file')}${part('file')}--b--\r\n`],
  ['a file of another name', 'multipart/form-data; boundary=b', `${part('files')}--b--\r\n`],
])('%s is told as the sender’s fault, and nothing is left', async (_name, type, body) => {
  const headers = { authorization: `Bearer ${await hub.token('INDUSTRY')}`, 'content-type': type };
  const response = await fetch(`${hub.origin}/api/imports?wait=true`, { method: 'POST', headers, body });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: { file: expect.any(String) },
  });
  await expect.poll(waiting).toBe(0);
});

const upload = { bytes: 1_000, folder: tmpdir() };
test('all together are counted, and whoever leaves makes room once', async () => {
  const gate = new UploadGate({ perPerson: 2, inAll: 3, freeBytes: 0 });
  const [first] = await Promise.all(['a', 'a', 'b'].map(actor => gate.enter({ ...upload, actor })));
  await expect(gate.enter({ ...upload, actor: 'c' })).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    retryAfter: 30,
  });
  first?.leave();
  first?.leave();
  await gate.enter({ ...upload, actor: 'c' });
  await expect(gate.enter({ ...upload, actor: 'd' })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

test('the disk keeps what it must, what is still coming in counted as taken', async () => {
  const huge = Number.MAX_SAFE_INTEGER / 2;
  const full = new UploadGate({ perPerson: 2, inAll: 2, freeBytes: huge });
  const refusal = { code: 'UNAVAILABLE', retryAfter: 300 };
  // Whoever was refused has left: otherwise the third would hear that too many wait.
  for (const actor of ['a', 'a', 'a'])
    await expect(full.enter({ ...upload, actor })).rejects.toMatchObject(refusal);
  const gate = new UploadGate({ perPerson: 9, inAll: 9, freeBytes: 0 });
  const large = await gate.enter({ ...upload, actor: 'a', bytes: 0 });
  await expect(gate.enter({ ...upload, actor: 'a', bytes: huge })).rejects.toMatchObject(refusal);
  large.arrived();
  await gate.enter({ ...upload, actor: 'b' });
});
