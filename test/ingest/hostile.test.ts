import { truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileOutcome } from '../../server/src/ingest/import-outcome.ts';
import { hostileCorpus } from './hostile-corpus.ts';
import type { HostileFile } from './hostile-file.ts';
import { listening } from './hostile-workbooks.ts';
import { uscc } from './reading.ts';
import { firm, openBench, roster, type ImportBench } from './support.ts';

let bench: ImportBench;
let server: Server;
let visitors = 0;

beforeAll(async () => {
  bench = await openBench();
  server = createServer((_, response) => {
    visitors++;
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  listening.port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
  await bench.close();
});

async function send({ fileName, length }: HostileFile, bytes: Uint8Array): Promise<FileOutcome> {
  const path = bench.path('upload');
  await writeFile(path, bytes);
  if (length !== undefined) await truncate(path, length);
  return bench.send(path, { fileName });
}

/** How many times longer than its work a process takes here just now, for others are at work; 1 where nobody is. */
function queueing(): number {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    const worked = (user + system) / 1000;
    if (worked > 500) return Math.max(1, (performance.now() - begun) / worked);
  }
}

const codeOf = ({ refusal, reports }: FileOutcome): string =>
  refusal?.code ?? (reports.length > 0 ? 'CLEAN' : 'NO_TABLE');

describe('hostile files through the front door', () => {
  it.each(hostileCorpus.map(file => [`${file.fileName}: ${file.name}`, file] as const))(
    '%s',
    async (_, file) => {
      const bytes = await file.bytes();
      const begun = performance.now();
      const outcome = await send(file, bytes);
      expect(codeOf(outcome)).toBe(file.outcome);
      const taken = performance.now() - begun;
      expect(taken < 10_000 ? taken : taken / queueing()).toBeLessThan(10_000);
      const said = [outcome.refusal?.message.zh, outcome.refusal?.message.en];
      if (outcome.refusal) for (const text of said) expect(text).toMatch(/^[^{}]{5,}$/);
    },
  );

  it('leave nothing behind but the one good row they hid behind, and a hub that works', async () => {
    const left = await bench.hub.owner<{ uscc: string }>('select distinct uscc from enterprise');
    expect(left.filter(row => row.uscc !== uscc)).toEqual([]);
    const running = await bench.hub.owner(
      "select id from import_file where status not in ('DONE', 'REFUSED')",
    );
    expect(running).toEqual([]);
    expect(await bench.reports([roster(firm(1))])).toMatchObject([{ inserted: 1 }]);
  });

  it('make no reader follow an address and pollute no object', () => {
    expect(visitors).toBe(0);
    expect('polluted' in {}).toBe(false);
  });
});
