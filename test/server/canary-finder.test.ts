import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf } from '../ingest/rejects-support.ts';
import { canaries } from './canary/canaries.ts';
import { mayStand } from './canary/may-stand.ts';
import { Recorder } from './canary/recorder.ts';

const { worker, idNumber, phone } = canaries;
const utf8 = Buffer.from(`x${worker}x`);

/** Leaks as they might happen, in a place that exists in this test alone. */
const leaks: Readonly<Record<string, string | Buffer>> = {
  plain: `{"name":"${worker}"}`,
  'base64 +0': Buffer.from(worker).toString('base64'),
  'base64 +1': utf8.toString('base64'),
  'base64 +2': Buffer.concat([Buffer.from('x'), utf8]).toString('base64'),
  'URL-escaped': `/a?name=${encodeURIComponent(worker)}`,
  '\\u-escaped': JSON.stringify(worker).replace(
    /[^\x20-\x7e]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
  'in GBK': Buffer.from([0xb2, 0xe2, 0xca, 0xd4, 0xa1, 0xa4, 0xbd, 0xf0, 0xcb, 0xbf, 0xc8, 0xb8]),
  'in UTF-16': Buffer.from(worker, 'utf16le'),
  sha256: createHash('sha256').update(idNumber).digest('hex'),
  sm3: createHash('sm3').update(phone).digest('base64'),
  md5: createHash('md5').update(worker).digest(),
  'half masked': '4502991990010112**',
  'full width': '１４００００01234１４０００００１２３４',
};

const server = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '').slice(1));
  if (name === 'header') response.setHeader('x-about', phone);
  response.end(leaks[name] ?? 'nothing');
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const lookedAt = async (path: string): Promise<Recorder> => {
  const recorder = new Recorder();
  await recorder.answer(
    'LEADER token',
    'HTTP',
    'GET /leak',
    await fetch(`${origin}/${encodeURIComponent(path)}`),
  );
  return recorder;
};

describe('a planted leak', () => {
  it.each(Object.keys(leaks))('%s is found and named', async dress => {
    const recorder = await lookedAt(dress);
    expect(recorder.leaks(mayStand)).not.toEqual([]);
    expect(recorder.told()[0]).toMatch(/^HTTP · GET \/leak · .+: LEADER token$/);
  });

  it('in a header is found', async () => {
    expect((await lookedAt('header')).hits.map(hit => hit.channel)).toContain('response headers');
  });

  it('in a packed workbook is found', async () => {
    const book = await bookOf({ name: '表', header: ['姓名'], rows: [[worker]] });
    const recorder = new Recorder();
    recorder.look('LEADER token', 'exports', 'GET /leak', Buffer.from(book));
    expect(recorder.leaks(mayStand)).not.toEqual([]);
  });

  it('is not cried where there is none, nor where a mask stands', async () => {
    const recorder = await lookedAt('nothing');
    recorder.look('HRSS token', 'GraphQL', 'query contracts', '4502**********1236 140****1234 甲******');
    expect(recorder.hits).toEqual([]);
  });
});
