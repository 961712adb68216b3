import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemScope } from '../../server/src/kernel/database.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());
const cli = systemScope('cli');

test('a read runs as hub_app with its scope, and values come out as the hub wants them', async () => {
  const rows = await hub.database.read(
    { actor: 'person:1', towns: ['LUOBU', 'CORE'], channels: [], kinds: ['Union', 'Dispute'] },
    `select current_user::text as role, current_setting('hub.kinds') as kinds, current_setting('hub.towns') as towns, current_setting('hub.channels') as channels,
      5::bigint as five, date '2022-12-31' as day, 1.10::numeric as money, array[date '2022-01-01', null] as days,
      timestamptz '2022-01-01T00:00:00Z' as moment, (timestamptz '2021-12-31T16:30:00Z')::date as shanghai`,
  );
  expect(rows).toEqual([
    {
      ...{
        role: 'hub_app',
        towns: 'LUOBU,CORE',
        channels: '',
        kinds: 'Union,Dispute',
        five: 5,
        day: '2022-12-31',
        money: '1.10',
      },
      ...{ days: ['2022-01-01', null], moment: new Date('2022-01-01T00:00:00Z'), shanghai: '2022-01-01' },
    },
  ]);
});

test('a scope ends with its statement: the next reader of the connection sees only its own', async () => {
  const towns = ['LUORONG', 'LUOBU', 'CORE'];
  const asked = await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      hub.database.read(
        { actor: `person:${i}`, towns: [towns[i % 3] ?? ''], channels: '*' },
        `select current_setting('hub.actor') || current_setting('hub.towns') as who`,
      ),
    ),
  );
  expect(asked.flat().map(row => row['who'])).toEqual(asked.map((_, i) => `person:${i}${towns[i % 3]}`));
});

test('a read cannot write, and a failed one leaves the connection usable', async () => {
  await expect(hub.database.read(cli, `insert into setting values (1)`)).rejects.toBeInstanceOf(Error);
  await expect(hub.database.read(cli, `select 1 / 0`)).rejects.toMatchObject({ sqlstate: '22012' });
  await expect(hub.database.read(cli, `selec 1`)).rejects.toMatchObject({ sqlstate: '42601' });
  expect(await hub.database.read(cli, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a value that does not fit is never repeated in the error', async () => {
  const failure = await hub.database
    .read(cli, `select $1::int`, ['张三13812341234'])
    .catch((error: Error) => error);
  expect(failure).toMatchObject({ sqlstate: '22P02' });
  expect(JSON.stringify(failure) + String(failure) + String((failure as Error).stack)).not.toContain('138');
});

test('a NUL in a value is refused as bad input', async () => {
  const reading = hub.database.read(cli, `select name_zh from town where code = $1`, ['LUO\0BU']);
  await expect(reading).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a transaction that throws leaves nothing behind', async () => {
  const broken = hub.database.transaction(cli, async query => {
    await query(`insert into import_file (file_name, sent_by) values ('a', 'b')`);
    throw new Error('half way');
  });
  await expect(broken).rejects.toThrow('half way');
  expect(await hub.database.read(cli, 'select 1 from import_file')).toEqual([]);
});

test('connections cut by the server are replaced', async () => {
  await hub.database.read(cli, 'select 1');
  await hub
    .owner(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hub_app'`)
    .catch(() => []);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(await hub.database.read(cli, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a statement with a name that fails, first or later, is sound again at the next call', async () => {
  const half = (by: number): Promise<object[]> =>
    hub.database.read(cli, 'select 10 / $1::int as result', [by], 'half');
  await expect(half(0)).rejects.toMatchObject({ sqlstate: '22012' });
  expect(await half(2)).toEqual([{ result: 5 }]);
  await expect(half(0)).rejects.toMatchObject({ sqlstate: '22012' });
  expect(await half(5)).toEqual([{ result: 2 }]);
  await expect(hub.database.read(cli, 'selec 1', [], 'wrong')).rejects.toMatchObject({ sqlstate: '42601' });
  await expect(hub.database.read(cli, 'selec 1', [], 'wrong')).rejects.toMatchObject({ sqlstate: '42601' });
});

test('no rows come back as no rows, and a scope of nothing shows nothing', async () => {
  expect(await hub.database.read(cli, 'select 1 where false')).toEqual([]);
  await hub.owner(`insert into import_file (file_name, sent_by) values ('a.csv', 'b')`);
  expect(await hub.database.read(cli, 'select file_name from import_file')).toEqual([{ file_name: 'a.csv' }]);
});
