import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemScope, type Query, type Scope } from '../../server/src/kernel/database.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
let importRow: number;
beforeAll(async () => {
  hub = await freshDatabase();
  const rows = await hub.owner<{ id: number }>(`with f as (
      insert into import_file (file_name, sent_by) values ('roster.xlsx', 'test') returning id),
    s as (insert into import_sheet (file_id, position, sheet, status) select id, 1, 'E', 'DONE' from f returning id)
    insert into import_row (sheet_id, row_no, outcome) select id, 2, 'INSERTED' from s returning id`);
  importRow = rows[0]?.id ?? 0;
});
afterAll(() => hub.close());

const insert = `insert into enterprise (uscc, name, name_key, town, industry, staff, founded_on, status, import_row_id)
  select 'CODE' || i, 'Firm ' || i, 'FIRM' || i, (array['LUORONG','LUOBU','CORE'])[i], 'C', i, '2015-01-01', 'ACTIVE', $1
  from generate_series(1, 3) i`;
const cli = systemScope('cli');
const history = `select r.uscc, r.staff, to_char(b.known_at at time zone 'UTC', 'YYYY') as since,
  to_char(e.known_at at time zone 'UTC', 'YYYY') as until
  from enterprise_revision r join change b on b.id = r.change_id left join change e on e.id = r.ended_by
  order by r.uscc, r.change_id`;

/** One change known from a moment, as an import makes it. */
const changed = (moment: string, work: (query: Query) => Promise<unknown>): Promise<unknown> =>
  hub.database.transaction(cli, async query => {
    await query(`select hub_begin_change('IMPORT', 'cli', null, null)`);
    await work(query);
    await query('select hub_settle_change($1)', [moment]);
  });

test('insert, update and delete each leave their revision, dated by the change', async () => {
  await changed('2021-01-01T00:00:00Z', query => query(insert, [importRow]));
  expect(await hub.owner('select * from enterprise_history')).toEqual([]);
  await changed('2022-01-01T00:00:00Z', query =>
    query(`update enterprise set staff = staff * 10 where town <> 'LUORONG'`),
  );
  await changed('2023-01-01T00:00:00Z', query => query(`delete from enterprise where town = 'CORE'`));
  expect(await hub.database.read(cli, history)).toEqual([
    { uscc: 'CODE1', staff: 1, since: '2021', until: null },
    { uscc: 'CODE2', staff: 2, since: '2021', until: '2022' },
    { uscc: 'CODE2', staff: 20, since: '2022', until: null },
    { uscc: 'CODE3', staff: 3, since: '2021', until: '2022' },
    { uscc: 'CODE3', staff: 30, since: '2022', until: '2023' },
  ]);
});

test('an upsert closes only the revisions it changes', async () => {
  await changed('2024-01-01T00:00:00Z', query =>
    query(
      `insert into enterprise (uscc, name, name_key, town, industry, staff, founded_on, status, import_row_id)
       values ('CODE1','Firm 1','FIRM1','LUORONG','C',11,'2015-01-01','ACTIVE',$1), ('CODE4','Firm 4','FIRM4','CORE','C',4,'2015-01-01','ACTIVE',$1)
       on conflict (uscc) do update set staff = excluded.staff`,
      [importRow],
    ),
  );
  const touched = `select uscc, staff from enterprise_history where ended_by = (select max(id) from change)`;
  expect(await hub.owner(touched)).toEqual([{ uscc: 'CODE1', staff: 1 }]);
});

test('what one change writes twice was never known in between', async () => {
  await changed('2025-01-01T00:00:00Z', async query => {
    await query(`update enterprise set staff = 98 where uscc = 'CODE4'`);
    await query(`update enterprise set staff = 99 where uscc = 'CODE4'`);
  });
  const known = await hub.owner(
    `select staff from enterprise_revision where uscc = 'CODE4' order by change_id`,
  );
  expect(known).toEqual([{ staff: 4 }, { staff: 99 }]);
});

test('facts change within a change, under its number and no other, and it has a moment in the end', async () => {
  const raise = `update enterprise set staff = staff + 1 where uscc = 'CODE4'`;
  const alone = hub.database.transaction(cli, query => query(raise));
  await expect(alone).rejects.toMatchObject({ sqlstate: '42501' });
  const forged = hub.database.transaction(cli, async query => {
    await query(`select set_config('hub.change', '1', true)`);
    await query(raise);
  });
  await expect(forged).rejects.toMatchObject({ sqlstate: '42501' });
  const moved = hub.database.transaction(cli, query =>
    query(`select set_config('hub.change', '1', true), hub_settle_change('2030-01-01')`),
  );
  await expect(moved).rejects.toMatchObject({ sqlstate: '42501' });
  const unsettled = hub.database.transaction(cli, query =>
    query(`select hub_begin_change('IMPORT', 'cli', null, null)`),
  );
  await expect(unsettled).rejects.toThrow('a change was not settled');
});

test('moments grow with the numbers, whatever the clock says', async () => {
  await changed('2020-01-01T00:00:00Z', query => query('select 1'));
  const moments = await hub.owner<{ ordered: boolean }>(
    `select known_at > lag(known_at) over (order by id) as ordered from change order by id offset 1`,
  );
  expect(moments.every(one => one.ordered)).toBe(true);
});

test('every fact table has a history of the same columns, and all its revisions together', async () => {
  const columns = (relation: string, own: string) =>
    hub.owner(
      `select attname, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> all($2) order by attname`,
      [relation, own.split(' ')],
    );
  const facts = await hub.owner<{ name: string }>(
    `select left(relname, -8) as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname like '%\\_history' order by 1`,
  );
  expect(facts.length).toBeGreaterThanOrEqual(10);
  for (const { name } of facts) {
    const own = await columns(name, '');
    expect(await columns(`${name}_history`, 'history_id ended_by'), name).toEqual(own);
    expect(await columns(`${name}_revision`, 'history_id ended_by'), name).toEqual(own);
  }
});

test('hub_app owns nothing and cannot touch the history', async () => {
  const owned = await hub.owner(`select relname from pg_class where relowner = 'hub_app'::regrole`);
  expect(owned).toEqual([]);
  for (const sql of [
    `update enterprise_history set staff = 0`,
    `delete from enterprise_history`,
    `insert into enterprise_history select * from enterprise_history`,
    `insert into change (kind, known_at, actor) values ('IMPORT', now(), 'cli')`,
    `update change set known_at = now()`,
    `update enterprise set change_id = 1`,
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
  const luobu: Scope = { actor: 'person:1', towns: ['LUOBU'], channels: '*', kinds: '*' };
  expect(await hub.database.read(luobu, 'select uscc from enterprise')).toEqual([{ uscc: 'CODE2' }]);
  expect(await hub.database.read(luobu, 'select distinct uscc from enterprise_history')).toEqual([
    { uscc: 'CODE2' },
  ]);
  const none: Scope = { actor: 'person:1', towns: [], channels: [] };
  expect(await hub.database.read(none, 'select uscc from enterprise')).toEqual([]);
  const moved = hub.database.transaction(luobu, query => query(`update enterprise set town = 'CORE'`));
  await expect(moved).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await hub.database.transaction(luobu, async query => {
      await query(`select hub_begin_change('IMPORT', 'person:1', null, null)`);
      const gone = await query(`delete from enterprise where town = 'CORE' returning 1`);
      await query('select hub_settle_change(now())');
      return gone;
    }),
  ).toEqual([]);
});

test('without a scope even raw SQL and the ORM find nothing', async () => {
  expect(
    await hub.orm.em.fork().getConnection().execute('select count(*)::int as n from enterprise'),
  ).toEqual([{ n: 0 }]);
});
