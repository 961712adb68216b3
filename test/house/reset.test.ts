import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropDemo } from '../../server/src/app/demo-district.ts';
import { cliActor, trailOf } from '../../server/src/app/cli/seal-trail.ts';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { employer, load, state } from '../metrics/district.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await freshDatabase();
  await hub.owner(
    `insert into import_file (file_name, sent_by, origin, status) values ('demo.xlsx', 'demo', 'DEMO', 'DONE')`,
  );
});
afterAll(() => hub.close());

const drop = (): Promise<unknown> =>
  withClient(hub.endpoint.as('hub_owner'), client =>
    dropDemo(client, query => trailOf(hub).record(query, cliActor, { act: 'dropDemo' })),
  );
const files = async (): Promise<unknown[]> =>
  (await hub.owner<{ name: string }>(`select file_name as name from import_file order by 1`)).map(
    ({ name }) => name,
  );

test('what a department sends while somebody thinks about dropping the demo is not dropped with it', async () => {
  const own = `insert into import_file (file_name, sent_by, origin, status) values ('own.xlsx', 'hrss', 'UPLOAD', 'DONE')`;
  let dropping: Promise<unknown> = Promise.resolve();
  await hub.database.transaction(systemScope('hrss'), async query => {
    await query(own);
    dropping = drop();
    dropping.catch(() => undefined);
    await new Promise(resolve => setTimeout(resolve, 300));
  });
  await expect(dropping).rejects.toThrow(/1 files/);
  expect(await files()).toEqual(['demo.xlsx', 'own.xlsx']);
  expect(await hub.owner('select act from audit_entry')).toEqual([]);
});

test('the demo alone is dropped; what is set stays, with who said it and when', async () => {
  await load(hub, { employers: [employer({ id: 1 })] });
  await state(hub, 'denominator', 'ENTERPRISES', '2022-05-01T00:00:00Z');
  await hub.owner(`delete from import_file where file_name = 'own.xlsx'`);
  await hub.owner(`update import_file set origin = 'DEMO'`);
  const said = `select s.key, s.value, s.change_id, c.known_at, c.reason from setting_statement s join change c on c.id = s.change_id`;
  const before = await hub.owner(said);
  await drop();
  expect(await files()).toEqual([]);
  expect(await hub.owner('select actor, act from audit_entry')).toEqual([{ actor: 'cli', act: 'dropDemo' }]);
  expect(await hub.owner(said)).toEqual(before);
  expect(await hub.owner('select id from change order by id')).toEqual([
    { id: 0 },
    { id: before[0]?.['change_id'] },
  ]);
  // And the book goes on after it.
  await load(hub, { employers: [employer({ id: 2 })] }, { knownAt: '2022-06-01T00:00:00Z' });
  await state(hub, 'denominator', null, '2022-07-01T00:00:00Z');
  expect(await hub.owner(said)).toHaveLength(2);
});
