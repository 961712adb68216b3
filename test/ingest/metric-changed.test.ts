import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemViewer } from '../../server/src/access/viewer.ts';
import { createServices } from '../../server/src/app/services.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { subscribe } from './follow.ts';
import { firm, rosterHeader } from './support.ts';

let all: Departments;
const folder = mkdtempSync(join(tmpdir(), 'hub-moved-'));
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'LEADER', 'COURT');
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

  test('the reader whose token is revoked hears no more', async () => {
    const { id, token } = await all.hub.services.access.addToken({ name: 'short', role: 'LEADER' }, 'test');
    const stream = await subscribe(all.hub.origin, token, `subscription { metricChanged { keys } }`);
    await all.hub.services.access.tokens.revoke(id, 'test');
    expect(await stream.rest()).toEqual([]);
  });
});
