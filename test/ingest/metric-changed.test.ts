import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServices } from '../../server/src/app/services.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { subscribe } from './follow.ts';
import { dispute, disputeHeader, firm, rosterHeader, union, unionHeader, uscc } from './support.ts';

let all: Departments;
const folder = mkdtempSync(join(tmpdir(), 'hub-moved-'));
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'LEADER', 'COURT', 'HRSS', 'UNION');
});
afterAll(async () => {
  await all.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const roster = (count: number, from = 0): string =>
  csv([rosterHeader, ...Array.from({ length: count }, (_, i) => firm(from + i + 1))]);

describe('figures that have moved', () => {
  test('are told once a change is committed, and only those that the reader may read', async () => {
    const query = `subscription($keys: [ID!]) { metricChanged(keys: $keys) { keys knownAt } }`;
    const every = await all.follow('LEADER', query);
    const some = await all.follow('LEADER', query, { keys: ['union.coverage', 'no.such'] });
    const court = await all.follow('COURT', query);
    await setTimeout(300);
    await all.begin('INDUSTRY', roster(2, 200));
    const [told, few, disputes] = await Promise.all([every, some, court].map(stream => stream.next()));
    const keysOf = (event: unknown) =>
      (event as { data: { metricChanged: { keys: string[] } } }).data.metricChanged.keys;
    expect(keysOf(told)).toEqual(
      expect.arrayContaining(['union.coverage', 'dispute.filed', 'certification.rate']),
    );
    expect(keysOf(few)).toEqual(['union.coverage']);
    expect(keysOf(disputes).every(key => key.startsWith('dispute.'))).toBe(true);
    for (const stream of [every, some, court]) stream.close();
  });

  test('are told whoever changed them: another process on the same database, whose memory is its own', async () => {
    const { hub } = all;
    const stream = await all.follow('LEADER', 'subscription { metricChanged(keys: ["union.coverage"]) { keys } }');
    await setTimeout(300);
    const other = createServices({ database: hub.database, orm: hub.orm, secret: hub.secret, clock: hub.services.clock });
    const path = join(folder, 'beside.csv');
    writeFileSync(path, roster(1, 300));
    await other.ingest.importFile(systemViewer('cli'), { path, fileName: 'beside.csv', origin: 'CLI' });
    expect(await stream.next()).toMatchObject({ data: { metricChanged: { keys: ['union.coverage'] } } });
    stream.close();
  }); // prettier-ignore

  test('are told to whoever comes back, though they moved while the line was down, and once', async () => {
    const query = 'subscription($since: DateTime) { metricChanged(keys: ["union.coverage"], since: $since) { keys knownAt } }';
    type Told = { data: { metricChanged: { knownAt: string } } };
    const first = await all.follow('LEADER', query);
    await setTimeout(300);
    await all.begin('INDUSTRY', roster(1, 400));
    const { knownAt: since } = ((await first.next()) as Told).data.metricChanged;
    first.close();
    all.hub.wait(60_000);
    await all.begin('INDUSTRY', roster(1, 401));
    const again = await all.follow('LEADER', query, { since });
    const told = (await again.next()) as Told;
    expect(Date.parse(told.data.metricChanged.knownAt)).toBeGreaterThan(Date.parse(since));
    again.close();
    // Whoever has heard of it is told nothing until something moves.
    const later = await all.follow('LEADER', query, { since: told.data.metricChanged.knownAt });
    expect(await Promise.race([later.next(), setTimeout(2_500, 'quiet')])).toBe('quiet');
    later.close();
  }); // prettier-ignore

  test('are told to a town and to the court where their own rows moved, and not where those of others did', async () => {
    const { hub } = all;
    const query = 'subscription { metricChanged { keys knownAt } }';
    const [luorong, luobu] = [await hub.token('TOWN', 'LUORONG'), await hub.token('TOWN', 'LUOBU')];
    await all.send('INDUSTRY', csv([rosterHeader, firm(500), firm(501).with(2, '洛埠镇')]));
    // Forms that come for the first time begin everybody's figures: this is behind us before anybody listens.
    await all.send('HRSS', csv([disputeHeader, dispute('镇1号', uscc(500), '示例企业500')]));
    const heard: Record<string, string[][]> = {};
    const streams = await Promise.all(
      Object.entries({ luorong, luobu, court: all.tokens.get('COURT') ?? '' }).map(async ([name, token]) => {
        const stream = await subscribe(hub.origin, token, query);
        heard[name] = [];
        void (async () => {
          for (let one = await stream.next(); one; one = await stream.next())
            heard[name]?.push((one as { data: { metricChanged: { keys: string[] } } }).data.metricChanged.keys);
        })().catch(() => undefined);
        return stream;
      }),
    );
    await setTimeout(300);
    const step = async (act: () => Promise<unknown>): Promise<Record<string, string[]>> => {
      for (const name of Object.keys(heard)) heard[name] = [];
      await act();
      // All lines beat once a second: when one has been told and another beat is over, each has been told what it is.
      await vi.waitFor(() => expect(Object.values(heard).some(keys => keys.length)).toBe(true), { timeout: 30_000, interval: 50 });
      await setTimeout(1_200);
      return Object.fromEntries(Object.entries(heard).map(([name, keys]) => [name, keys.flat()]));
    };
    const own = await step(() => all.send('INDUSTRY', csv([rosterHeader, firm(502).with(2, '洛埠镇')])));
    expect(own['luorong']).toEqual([]);
    expect(own['luobu']).toContain('union.coverage');
    expect(own['court']).toContain('dispute.filed');
    const filed = await step(() => all.send('HRSS', csv([disputeHeader, dispute('镇2号', uscc(501), '示例企业501')])));
    expect(filed['luorong']).toEqual([]);
    expect(filed['luobu']).toContain('dispute.filed');
    expect(filed['luobu']).not.toContain('union.coverage');
    expect(filed['court']).toEqual([]);
    // It moves away: the town that loses it hears of that too.
    const moved = await step(() => all.send('INDUSTRY', csv([rosterHeader, firm(502)])));
    expect(moved['luorong']).toContain('union.coverage');
    expect(moved['luobu']).toContain('union.coverage');
    // A form that was never delivered begins figures everywhere.
    const first = await step(() => all.send('UNION', csv([unionHeader, union(uscc(501), '示例企业501', 9)])));
    expect(first['luorong']).toContain('union.coverage');
    expect(first['court']).toEqual([]);
    for (const stream of streams) stream.close();
  }); // prettier-ignore

  test('the reader whose token is revoked hears no more', async () => {
    const { id, token } = await all.hub.services.access.addToken({ name: 'short', role: 'LEADER' }, 'test');
    const stream = await subscribe(all.hub.origin, token, `subscription { metricChanged { keys } }`);
    await all.hub.services.access.tokens.revoke(id, 'test');
    expect(await stream.rest()).toEqual([]);
  });
});
