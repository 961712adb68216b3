import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub, type RunningHub } from '../server/hub.ts';
import { Seed } from '../seed/seed.ts';
import { fetchExport, readBook, readCsv, tokenOf } from './support.ts';

const contracts = 20_000;
const hostile = [
  '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠a', '  =1', '\u3000=1', '\u00a0+1', '\u200b-1',
  '=cmd|\' /C calc\'!A0', '-2+3+cmd', 'a"b,c', '两\r\n行', 'ok',
]; // prettier-ignore

let hub: RunningHub;
beforeAll(async () => {
  hub = await startHub();
  await new Seed(hub.owner)
    .at('2026-01-05T08:00:00+08:00')
    .enterprise()
    .contract({ enterprise_id: 1 })
    .save();
  const names = await hub.owner<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'contract' and table_schema = 'public'
      and column_name not in ('id', 'contract_no', 'contract_key', 'starts_on') order by ordinal_position`,
  );
  const rest = names.map(({ name }) => name).join(', ');
  await hub.owner(
    `insert into contract (id, contract_no, contract_key, starts_on, ${rest})
      select 1000 + n, 'HT-' || n, 'HT-' || n, date '2020-01-01' + (n % 2000)::int, ${rest}
      from contract c, generate_series(1, ${contracts}) n where c.id = 1`,
  );
  for (const [i, position] of hostile.entries())
    await hub.owner('update contract set position = $2 where id = $1', [1001 + i, position]);
  await hub.owner('analyze contract');
}, 120_000);
afterAll(() => hub.close());

const hostileFilter = { contractNo: { in: hostile.map((_, i) => `HT-${i + 1}`) } };

describe('texts that look like formulas', () => {
  it('are harmless in CSV: an apostrophe in front, everything else as it is', async () => {
    const response = await fetchExport(hub, 'HRSS', 'contracts.csv', {
      filter: hostileFilter, columns: 'contractNo,position', orderBy: [{ field: 'STARTS_ON' }],
    }); // prettier-ignore
    const rows = readCsv(await response.text());
    const told = new Map(rows.map(([no = '', position]) => [no, position]));
    for (const [i, text] of hostile.entries()) {
      const plain = /^(a"b,c|两|ok)/.test(text);
      expect(told.get(`HT-${i + 1}`)).toBe(plain ? text : `'${text}`);
    }
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
  });

  it('are text of the cell itself in a workbook: no formula anywhere', async () => {
    const response = await fetchExport(hub, 'HRSS', 'contracts.xlsx', {
      filter: hostileFilter,
      columns: 'contractNo,position',
    });
    const bytes = Buffer.from(await response.clone().arrayBuffer());
    const { openZip } = await import('../ingest/zip-text.ts');
    const sheets = openZip(new Uint8Array(bytes)).filter(part => /worksheets\/sheet/.test(part.name));
    expect(sheets.length).toBe(2);
    for (const { text } of sheets) {
      expect(text).not.toMatch(/<f[ >]/);
      expect([...text.matchAll(/<c [^>]*t="(\w+)"/g)].every(([, type]) => type === 'inlineStr')).toBe(true);
    }
    const book = await readBook(response);
    const cells = new Map<string, string>();
    book.worksheets[0]?.eachRow(row => cells.set(row.getCell(1).text, row.getCell(2).text));
    for (const [i, text] of hostile.entries())
      expect(cells.get(`HT-${i + 1}`)?.replace(/[\r\n]/g, '')).toBe(text.replace(/[\r\n]/g, ''));
  });
});

/**
 * How long this thread works between two turns of its event loop, in milliseconds of its own CPU time: whatever else runs
 * on the machine does not count. Answers with the 99th percentile and the longest.
 */
function watchStretches(): () => [number, number] {
  const found: number[] = [];
  let last = process.threadCpuUsage();
  const timer = setInterval(() => {
    const now = process.threadCpuUsage();
    found.push((now.user + now.system - last.user - last.system) / 1000);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    found.sort((a, b) => a - b);
    return [found[Math.floor(found.length * 0.99)] ?? 0, found.at(-1) ?? 0];
  };
}

describe('a long list', () => {
  it.each(['csv', 'xlsx'])('comes whole as %s, each row once, while others are answered', async format => {
    const stretches = watchStretches();
    const columns =
      'contractNo,workerName,idNumber,kind,startsOn,endsOn,status,wage,enterprise.name,enterprise.town';
    const response = await fetchExport(hub, 'HRSS', `contracts.${format}`, { columns });
    const bytes = Buffer.from(await response.arrayBuffer());
    const [typical = 0, longest = 0] = stretches();
    expect(typical).toBeLessThan(50);
    expect(longest).toBeLessThan(300);
    if (format === 'csv') {
      const rows = readCsv(bytes.toString('utf8'));
      expect(rows.length).toBe(contracts + 3);
      expect(new Set(rows.slice(1, -1).map(row => row[0])).size).toBe(contracts + 1);
    }
  });
});

/** Opens an export and reads nothing of it yet. */
const opened = (path: string, token: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    httpRequest(
      `${hub.origin}/api/export/${path}`,
      { headers, agent: false, highWaterMark: 1024 } as object,
      resolve,
    )
      .on('error', reject)
      .end();
  });
/** Reads a little at a time until the end; tells whether it came whole. */
async function readSlowly(file: IncomingMessage): Promise<boolean> {
  try {
    for await (const _ of file) await setTimeout(60);
    return file.complete;
  } catch {
    return false;
  }
}
/** When the hub closes the next connection that is opened to it. */
const closing = (): Promise<number> =>
  new Promise(resolve =>
    hub.app.server.once('connection', socket => socket.once('close', () => resolve(performance.now()))),
  );

describe('a running export', () => {
  // More than the lines between hub and reader take in by themselves: it is still running when its reader is gone.
  beforeAll(() =>
    hub.owner(
      `update contract set position = (select string_agg(md5(random()::text || n), '' ) from generate_series(1, 40) n where contract.id > 0)
        where id > 1000 + $1`,
      [hostile.length],
    ),
  );

  it.each(['contracts.csv', 'contracts.xlsx'])(
    '%s breaks off within two seconds once its reader is revoked',
    async path => {
      const made = await hub.services.access.addToken({ name: `export ${path}`, role: 'HRSS' }, 'test');
      const closed = closing();
      const file = await opened(path, made.token);
      const reading = readSlowly(file);
      await setTimeout(100);
      await hub.owner('update access_token set revoked_at = now() where name = $1', [`export ${path}`]);
      const revoked = performance.now();
      expect([path, await reading]).toEqual([path, false]);
      expect((await closed) - revoked).toBeLessThan(2_000);
    },
    20_000,
  );

  it('is one of two that somebody may take at a time, and a place is free again once its reader is gone', async () => {
    const token = await tokenOf(hub, 'UNION');
    const open = [await opened('contracts.csv', token), await opened('contracts.csv', token)];
    const third = await opened('contracts.csv', token);
    expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '30']);
    for (const file of [...open, third]) file.destroy();
    await expect
      .poll(
        async () => {
          const next = await opened('filings.csv', token);
          next.resume();
          return next.statusCode;
        },
        { timeout: 10_000 },
      )
      .toBe(200);
  });
});
