import { afterAll, beforeAll, expect, test } from 'vitest';
import { withMigrations } from '../../server/src/app/database/migrator.ts';
import { change, employer, load } from '../metrics/district.ts';
import { engineOn, hubItself } from '../metrics/engine.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());

/** Takes migrations back until settings are rows of the tables of before. */
const backToTables = (): Promise<void> =>
  withMigrations(hub.endpoint, async one => {
    while (!(await one.down()).some(name => name.endsWith('_settings')));
  });
const statements = (): Promise<object[]> =>
  hub.owner(
    `select key, value, change_id as change, stated_by as by from setting_statement order by change_id, key`,
  );

test('what was set by hand before is carried over to the change it was known from, and back', async () => {
  await load(hub, { employers: [employer({ id: 1 })] }, { knownAt: '2022-01-01T00:00:00Z' });
  await change(hub, '2022-02-01T00:00:00Z', `update enterprise set staff = 7`);
  await backToTables();
  for (const table of ['setting', 'target']) await hub.owner(`update ${table} set set_at = '2021-01-01'`);
  await hub.owner(`insert into setting (name, value, set_at, set_by) values
    ('denominator', '"ENTERPRISES"', '2022-01-15', 'owner'), ('certificationTermYears', '5', '2022-03-01', 'owner')`);
  await hub.owner(`update target set value = 0.95, set_at = '2022-03-01', set_by = 'owner' where day = '2022-12-31'`);
  await withMigrations(hub.endpoint, one => one.up());
  expect(await statements()).toEqual([
    { key: 'denominator', value: 'ENTERPRISES', change: 1, by: 'owner' },
    { key: 'certificationTerm', value: 5, change: 2, by: 'owner' },
    { key: 'targets/certification.rate/DISTRICT', value: [['2022-06-17', '0'], ['2022-12-31', '0.95']], change: 2, by: 'owner' },
  ]);
  const engine = engineOn(hub);
  const { metric } = await engine.metric(hubItself, { key: 'certification.rate', at: '2022-12-31' });
  expect(metric).toMatchObject({ target: 0.95, denominatorRule: 'ENTERPRISES' });
  await backToTables();
  expect(await hub.owner(`select name, value from setting order by id`)).toEqual([
    { name: 'denominator', value: 'EMPLOYERS' }, { name: 'certificationTermYears', value: 3 },
    { name: 'denominator', value: 'ENTERPRISES' }, { name: 'certificationTermYears', value: 5 },
  ]);
  expect(await hub.owner(`select day::text, value::float8 from target order by day`)).toEqual([
    { day: '2022-06-17', value: 0 }, { day: '2022-12-31', value: 0.95 },
  ]);
}); // prettier-ignore

test('a database where nobody had set anything has nothing to carry', async () => {
  await hub.owner(`delete from setting where value not in ('"EMPLOYERS"', '3')`);
  await hub.owner(`update target set value = 0.9 where day = '2022-12-31'`);
  await withMigrations(hub.endpoint, one => one.up());
  expect(await statements()).toEqual([]);
});
