import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemScope, type Scope } from '../../server/src/kernel/database.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
let importRow: number;
beforeAll(async () => {
  hub = await freshDatabase();
  const rows = await hub.owner<{ id: number }>(`with f as (
      insert into import_file (file_name, sent_by) values ('roster.xlsx', 'test') returning id),
    s as (insert into import_sheet (file_id, position, sheet, status) select id, 1, 'E', 'DONE' from f returning id)
    insert into import_row (sheet_id, row_no, outcome, raw) select id, 2, 'INSERTED', '' from s returning id`);
  importRow = rows[0]?.id ?? 0;
});
afterAll(() => hub.close());

const insert = `insert into enterprise (uscc, name, name_key, town, industry, staff, founded_on, status, import_row_id)
  select 'CODE' || i, 'Firm ' || i, 'FIRM' || i, (array['LUORONG','LUOBU','CORE'])[i], 'C', i, '2015-01-01', 'ACTIVE', $1
  from generate_series(1, 3) i`;
const at = (moment: string): string => `select set_config('hub.known_at', '${moment}', true)`;
const history = `select uscc, staff, to_char(known_from at time zone 'UTC', 'YYYY') as since,
  to_char(known_to at time zone 'UTC', 'YYYY') as until from enterprise_history order by uscc, known_from`;

test('insert, update and delete each leave their revision, dated by the import', async () => {
  const cli = systemScope('cli');
  await hub.database.transaction(cli, async query => {
    await query(at('2021-01-01T00:00:00Z'));
    await query(insert, [importRow]);
  });
  await hub.database.transaction(cli, async query => {
    await query(at('2022-01-01T00:00:00Z'));
    await query(`update enterprise set staff = staff * 10 where town <> 'LUORONG'`);
  });
  await hub.database.transaction(cli, async query => {
    await query(at('2023-01-01T00:00:00Z'));
    await query(`delete from enterprise where town = 'CORE'`);
  });
  expect(await hub.database.read(cli, history)).toEqual([
    { uscc: 'CODE1', staff: 1, since: '2021', until: null },
    { uscc: 'CODE2', staff: 2, since: '2021', until: '2022' },
    { uscc: 'CODE2', staff: 20, since: '2022', until: null },
    { uscc: 'CODE3', staff: 3, since: '2021', until: '2022' },
    { uscc: 'CODE3', staff: 30, since: '2022', until: '2023' },
  ]);
});

test('an upsert closes only the revisions it changes', async () => {
  await hub.database.transaction(systemScope('cli'), async query => {
    await query(at('2024-01-01T00:00:00Z'));
    await query(
      `insert into enterprise (uscc, name, name_key, town, industry, staff, founded_on, status, import_row_id)
       values ('CODE1','Firm 1','FIRM1','LUORONG','C',11,'2015-01-01','ACTIVE',$1), ('CODE4','Firm 4','FIRM4','CORE','C',4,'2015-01-01','ACTIVE',$1)
       on conflict (uscc) do update set staff = excluded.staff`,
      [importRow],
    );
  });
  const open = await hub.owner(
    `select uscc, staff from enterprise_history where known_to is null order by uscc`,
  );
  expect(open).toEqual([
    { uscc: 'CODE1', staff: 11 },
    { uscc: 'CODE2', staff: 20 },
    { uscc: 'CODE4', staff: 4 },
  ]);
});

test('hub_app owns nothing and cannot touch the history', async () => {
  const owned = await hub.owner(`select relname from pg_class where relowner = 'hub_app'::regrole`);
  expect(owned).toEqual([]);
  for (const sql of [
    `update enterprise_history set staff = 0`,
    `delete from enterprise_history`,
    `insert into enterprise_history select * from enterprise_history`,
    `truncate enterprise`,
    `drop table enterprise`,
    `alter table enterprise disable row level security`,
    `set role hub_owner`,
  ]) {
    const act = hub.database.transaction(systemScope('cli'), query => query(sql));
    await expect(act, sql).rejects.toMatchObject({ sqlstate: '42501' });
  }
});

test('outside its scope a reader finds nothing, a writer nothing to write on', async () => {
  const luobu: Scope = { actor: 'person:1', towns: ['LUOBU'], channels: '*' };
  expect(await hub.database.read(luobu, 'select uscc from enterprise')).toEqual([{ uscc: 'CODE2' }]);
  expect(await hub.database.read(luobu, 'select distinct uscc from enterprise_history')).toEqual([
    { uscc: 'CODE2' },
  ]);
  const none: Scope = { actor: 'person:1', towns: [], channels: [] };
  expect(await hub.database.read(none, 'select uscc from enterprise')).toEqual([]);
  const moved = hub.database.transaction(luobu, query => query(`update enterprise set town = 'CORE'`));
  await expect(moved).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await hub.database.transaction(luobu, query =>
      query(`delete from enterprise where town = 'CORE' returning 1`),
    ),
  ).toEqual([]);
});

test('without a scope even raw SQL and the ORM find nothing', async () => {
  expect(
    await hub.orm.em.fork().getConnection().execute('select count(*)::int as n from enterprise'),
  ).toEqual([{ n: 0 }]);
});
