import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../../server/src/ingest/limits.ts';
import { readWorkbook, type ReaderEvent } from '../../server/src/ingest/read-workbook.ts';
import { csvOf, readBytes, refusalOf, tableOf } from './reading.ts';
import { parts, zipOf } from './zip-file.ts';

const path = join(tmpdir(), `reader-thread-${process.pid}.csv`);
const rows = 20_000;
const read = (signal?: AbortSignal, limits: Partial<Limits> = {}): AsyncGenerator<ReaderEvent> =>
  readWorkbook({ path, fileName: 'e.csv', sources: 'catalogue', secret: 's', importDay: '2026-11-23', limits: { ...defaultLimits, ...limits }, signal }); // prettier-ignore

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

describe('the reading thread', () => {
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
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(8_000_000);
    await events.return(undefined);
  });
  it('ends within two seconds when it is aborted', async () => {
    const abort = new AbortController();
    const events = read(abort.signal);
    await events.next();
    const begun = performance.now();
    abort.abort(new Error('cancelled by the sender'));
    await expect(events.next()).rejects.toThrow('cancelled by the sender');
    expect(performance.now() - begun).toBeLessThan(2000);
  });
  it('turns running out of memory into a refusal, and the process lives on', async () => {
    const strings = Array.from({ length: 400_000 }, (_, i) => `<si><t>${i}${'字'.repeat(60)}</t></si>`).join(
      '',
    );
    const bytes = await zipOf(parts('<sheetData/>', { strings }));
    expect(await refusalOf(readBytes('e.xlsx', bytes, { workerMegabytes: 24 }))).toBe('OUT_OF_MEMORY');
  });
});
