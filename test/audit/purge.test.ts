import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { trailBench, type TrailBench } from './support.ts';

let bench: TrailBench;
const keepDays = 400;
beforeEach(async () => (bench = await trailBench(keepDays)));
afterEach(() => bench.close());

const at = async (moment: string, ...acts: string[]) => {
  bench.now = new Date(moment);
  await bench.entered(...acts);
};
const acts = async () =>
  (await bench.hub.owner<{ act: string }>('select act from audit_entry order by seq')).map(one => one.act);

test('what has been kept for its years goes, seal by seal; the rest is chained to what went', async () => {
  await at('2021-01-05T02:00:00Z', 'a', 'b');
  await at('2021-06-05T02:00:00Z', 'c');
  await at('2021-12-05T02:00:00Z', 'd');
  expect(await bench.trail.purge()).toBe(0);
  bench.now = new Date('2022-08-01T02:00:00Z');
  expect(await bench.trail.purge()).toBe(3);
  expect(await acts()).toEqual(['d', 'purgeAudit']);
  const found = await bench.trail.verify();
  expect(found).toMatchObject({ intact: true, entries: 2, purgedBefore: new Date('2021-06-05T02:00:00Z') });
  expect(await bench.trail.purge()).toBe(0);
  // Years later the note of then has gone too, and the newest one speaks.
  bench.now = new Date('2024-08-01T02:00:00Z');
  expect(await bench.trail.purge()).toBe(2);
  expect(await acts()).toEqual(['purgeAudit']);
  expect((await bench.trail.verify()).intact).toBe(true);
});

test('nothing younger than 183 days goes, whatever the caller says', async () => {
  const young = new Date(systemClock.now().getTime() - 182 * 86_400_000).toISOString();
  await at(young, 'young');
  bench.now = new Date('2099-01-01T00:00:00Z');
  await expect(bench.trail.purge()).rejects.toThrow(/183 days/);
  const asked = bench.hub.database.transaction(systemScope('hub'), query =>
    query(`select hub_audit_purge(1, '{}', '')`),
  );
  await expect(asked).rejects.toThrow(/183 days/);
  expect(await acts()).toEqual(['young']);
});

test('an entry that says that it is old goes with its seal, not before', async () => {
  await at('2021-01-05T02:00:00Z', 'old');
  await bench.log.note(
    { actor: 'x', name: 'x', onBehalfOf: null, session: null, address: null },
    { act: 'of then' },
  );
  await at(systemClock.now().toISOString(), 'sealed now');
  bench.now = new Date('2099-01-01T00:00:00Z');
  await expect(bench.trail.purge()).rejects.toThrow(/183 days/);
  expect(await acts()).toEqual(['old', 'of then', 'sealed now']);
});

test('a purge that the hub did not make is a forgery', async () => {
  await at('2021-01-05T02:00:00Z', 'a');
  await at('2021-06-05T02:00:00Z', 'b');
  await bench.unguarded('delete from audit_entry where seq = 1');
  await bench.unguarded('update audit_seal set content = null where id = 1');
  expect((await bench.trail.verify()).firstFault).toEqual({ kind: 'SEAL_FORGED', seq: 1 });
  const note = `insert into audit_purge (note, signature) select note, '' from (select json_build_object('through', 1)::text as note) x`;
  await bench.unguarded(note);
  expect((await bench.trail.verify()).firstFault).toEqual({ kind: 'SEAL_FORGED', seq: 1 });
});
