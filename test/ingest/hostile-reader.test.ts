import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalTexts, type RefusalCode } from '../../server/src/ingest/refusal-texts.ts';
import { IngestRefusal } from '../../server/src/ingest/refusal.ts';
import { hostileCorpus } from './hostile-corpus.ts';
import type { HostileFile } from './hostile-file.ts';
import { listening } from './hostile-workbooks.ts';
import { readPath } from './reading.ts';

let folder = '';
let server: Server;
let visitors = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  server = createServer((_, response) => {
    visitors++;
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  listening.port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function read(
  { fileName, length }: HostileFile,
  bytes: Uint8Array,
): Promise<[outcome: string, refusal: IngestRefusal | null]> {
  const path = join(folder, 'upload');
  await writeFile(path, bytes);
  if (length !== undefined) await truncate(path, length);
  try {
    const sheets = await readPath(path, fileName);
    return [sheets.some(({ sheet }) => sheet.form !== null) ? 'CLEAN' : 'NO_TABLE', null];
  } catch (error) {
    if (!(error instanceof IngestRefusal)) throw error;
    return [error.code, error];
  }
}

describe('hostile files, each in a reading process of its own', () => {
  it.each(hostileCorpus.map(file => [`${file.fileName}: ${file.name}`, file] as const))(
    '%s',
    async (_, file) => {
      const bytes = await file.bytes();
      const begun = performance.now();
      const [outcome, refusal] = await read(file, bytes);
      expect(outcome).toBe(file.outcome);
      expect(performance.now() - begun).toBeLessThan(10_000);
      if (!refusal) return;
      const { zh, en } = refusalTexts[refusal.code as RefusalCode];
      const places = [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      for (const place of places) expect(refusal.params[place] ?? '').not.toBe('');
    },
  );
  it('no reader has followed an address, and no object has been polluted', () => {
    expect(visitors).toBe(0);
    expect('polluted' in {}).toBe(false);
  });
});
