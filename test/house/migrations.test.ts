import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrations } from '../../server/migrations/index.ts';
import { withMigrations } from '../../server/src/app/database/migrator.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());

const relations = `select c.relkind::text || ' ' || c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'S') order by 1`;
const functions = `select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'public'::regnamespace order by 1`;

test('every migration of the folder is in the list, in the order of its name', () => {
  const files = readdirSync(new URL('../../server/migrations', import.meta.url))
    .filter(file => file.startsWith('Migration'))
    .map(file => file.replace(/\.ts$/, ''))
    .sort();
  expect(migrations.map(one => one.name)).toEqual(files);
});

test('tables and entities agree', async () => {
  expect(await withMigrations(hub.endpoint, one => one.difference())).toBe('');
});

describe('going back and forth', () => {
  test('down takes everything away, up brings back the very same', async () => {
    const before = [await hub.owner(relations), await hub.owner(functions)];
    expect(before[0]?.length).toBeGreaterThan(20);
    await withMigrations(hub.endpoint, one => one.down(true));
    expect(await hub.owner(relations)).toEqual([
      { name: 'S hub_migration_id_seq' },
      { name: 'r hub_migration' },
    ]);
    expect(await hub.owner(functions)).toEqual([]);
    const done = await withMigrations(hub.endpoint, one => one.up());
    expect(done).toEqual(migrations.map(one => one.name));
    expect([await hub.owner(relations), await hub.owner(functions)]).toEqual(before);
  });

  test('status tells what ran, and a second up does nothing', async () => {
    const states = await withMigrations(hub.endpoint, one => one.status());
    expect(states.map(one => one.name)).toEqual(migrations.map(one => one.name));
    expect(states.every(one => one.executedAt instanceof Date)).toBe(true);
    expect(await withMigrations(hub.endpoint, one => one.up())).toEqual([]);
  });
});
