import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../server/src/ingest/limits.ts';
import { readWorkbook, type ReaderEvent } from '../../server/src/ingest/read-workbook.ts';
import { csvOf, readBytes, refusalOf, tableOf } from './reading.ts';
import { parts, zipOf } from './zip-file.ts';

const path = join(tmpdir(), `reader-process-${process.pid}.csv`);
const rows = 20_000;
const read = (signal?: AbortSignal, limits: Partial<Limits> = {}): AsyncGenerator<ReaderEvent> =>
  readWorkbook({ path, fileName: 'e.csv', sources: 'catalogue', secret: 'a secret', importDay: '2026-11-23', limits: { ...defaultLimits, ...limits }, signal }); // prettier-ignore

beforeAll(() =>
  writeFile(
    path,
    csvOf(
      tableOf(
        'E',
        Array.from({ length: rows }, () => ({})),
      ),
    ),
  ),
);
afterAll(() => rm(path));

const fileOf = (pid: string, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};
/** Reading processes that this process, or the given one, has started. */
const readers = (parent = process.pid): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => fileOf(pid, 'stat').split(') ')[1]?.split(' ')[1] === String(parent))
    .filter(pid => fileOf(pid, 'cmdline').includes('ingest-reader'));

async function until(what: () => boolean): Promise<number> {
  const begun = performance.now();
  while (!what() && performance.now() - begun < 5000) await sleep(20);
  return performance.now() - begun;
}

describe('the reading process', () => {
  it('sends bounded batches in the order of the file', async () => {
    let next = 2;
    const kinds: string[] = [];
    for await (const event of read()) {
      if (kinds.at(-1) !== event.type) kinds.push(event.type);
      if (event.type !== 'rows') continue;
      expect(event.rows.length).toBeLessThanOrEqual(500);
      for (const row of event.rows) expect(row.row).toBe(next++);
    }
    expect(next).toBe(rows + 2);
    expect(kinds).toEqual(['sheet', 'rows', 'sheetEnd', 'end']);
  });
  it('waits for a slow reader instead of heaping batches up', async () => {
    const events = read();
    for (let i = 0; i < 3; i++) await events.next();
    const before = process.memoryUsage().heapUsed;
    await sleep(500);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(8_000_000);
    await events.return(undefined);
  });
  it('ends within two seconds when it is aborted, and is gone then', async () => {
    const abort = new AbortController();
    const events = read(abort.signal);
    await events.next();
    const begun = performance.now();
    abort.abort(new Error('cancelled by the sender'));
    await expect(events.next()).rejects.toThrow('cancelled by the sender');
    expect(performance.now() - begun).toBeLessThan(2000);
    if (process.platform === 'linux') expect(readers()).toEqual([]);
  });
  it('turns running out of memory into a refusal, and the hub lives on', async () => {
    const strings = Array.from({ length: 400_000 }, (_, i) => `<si><t>${i}${'字'.repeat(60)}</t></si>`).join(
      '',
    );
    const bytes = await zipOf(parts('<sheetData/>', { strings }));
    expect(await refusalOf(readBytes('e.xlsx', bytes, { readerHeapMegabytes: 24 }))).toBe('OUT_OF_MEMORY');
    expect(await refusalOf(readBytes('e.xlsx', bytes, { readerMegabytes: 60 }))).toBe('OUT_OF_MEMORY');
  });
});

describe.runIf(process.platform === 'linux')('whose process it is', () => {
  it('tells nobody its secret, and takes nothing of the environment along', async () => {
    const events = read();
    await events.next();
    const [pid = ''] = readers();
    expect(fileOf(pid, 'cmdline')).toContain('ingest-reader');
    expect(fileOf(pid, 'cmdline') + fileOf(pid, 'environ')).not.toMatch(/a secret|PATH=|HUB_/);
    await events.return(undefined);
  });
  it('is a refusal when somebody kills it, and the cause is told without the file', async () => {
    const causes: string[] = [];
    const events = readWorkbook({
      path, fileName: 'e.csv', sources: 'catalogue', secret: 'a secret', importDay: '2026-11-23', limits: defaultLimits,
      onFault: cause => causes.push(cause),
    }); // prettier-ignore
    await events.next();
    process.kill(Number(readers()[0]), 'SIGSEGV');
    const rest = async (): Promise<void> => {
      for await (const _ of events);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'READER_FAILED' });
    expect(causes).toEqual(['the reader of a file ended unexpectedly: exit SIGSEGV']);
  });
  it('goes when the hub is killed', async () => {
    const source = fileURLToPath(new URL('../../server/src/ingest/read-workbook.ts', import.meta.url));
    const job = {
      path,
      fileName: 'e.csv',
      sources: 'catalogue',
      secret: 's',
      importDay: '2026-11-23',
      limits: defaultLimits,
    };
    const script = `const { readWorkbook } = await import(${JSON.stringify(source)});
      const events = readWorkbook(${JSON.stringify(job)}); await events.next(); setInterval(() => 0, 1000); console.log('reading');`;
    const hub = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise(resolve => hub.stdout.once('data', resolve));
    const [pid = ''] = readers(hub.pid);
    expect(fileOf(pid, 'cmdline')).toContain('ingest-reader');
    hub.kill('SIGKILL');
    expect(await until(() => !fileOf(pid, 'cmdline').includes('ingest-reader'))).toBeLessThan(2000);
  });
});
