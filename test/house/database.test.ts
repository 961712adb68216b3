import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemScope } from '../../server/src/kernel/database.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());

test('a read runs as hub_app with its scope', async () => {
  const rows = await hub.database.read(
    { actor: 'person:1', towns: ['LUOBU'], channels: [] },
    `select current_user::text as role, current_setting('hub.towns') as towns, current_setting('hub.channels') as channels, 5::bigint as five, date '2022-12-31' as day`,
  );
  expect(rows).toEqual([{ role: 'hub_app', towns: 'LUOBU', channels: '', five: 5, day: '2022-12-31' }]);
  expect(await hub.database.read(systemScope('cli'), 'select count(*) as n from town')).toEqual([{ n: 3 }]);
});
