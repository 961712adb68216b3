import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyForm } from '../../server/src/access/policy/forms.ts';
import { kindOfForm, recordKinds, records } from '../../server/src/access/policy/records.ts';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { firm, openBench, roster, union, unions, uscc, type ImportBench } from '../ingest/support.ts';
import type { TestHub } from '../support/database.ts';

let bench: ImportBench;
let hub: TestHub;
beforeAll(async () => {
  bench = await openBench();
  hub = bench.hub;
  await bench.reports([
    roster(firm(1)),
    unions(union(uscc(1), '示例企业1', 5), union(uscc(9), '无此企业', 5)),
  ]);
  await hub.owner(`insert into person (username, display_name, password_hash) values ('seventh', '庚', 'x')`);
});
afterAll(() => bench.close());

/** Tables open to every statement, and why. */
const open: Readonly<Record<string, string>> = {
  town: 'a list of codes, the same for everybody',
  industry: 'a list of codes',
  dispute_cause: 'a list of codes',
  inspection_subject: 'a list of codes',
  hub_migration: 'the names of the migrations that ran, which /readyz compares',
};

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly owned: boolean;
  readonly policies: string[] | null;
}
const everyTable = (): Promise<Table[]> =>
  hub.owner<Table>(`select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      pg_get_userbyid(c.relowner) = 'hub_owner' as owned,
      (select array_agg(p.polname::text) from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);

describe('every table', () => {
  test('is closed by row-level security, to its owner too, or stands on a short list with its reason', async () => {
    const tables = await everyTable();
    expect(tables.length).toBeGreaterThan(50);
    const closed = tables.filter(table => !(table.name in open));
    expect(closed.filter(({ secured, forced }) => !secured || !forced).map(({ name }) => name)).toEqual([]);
    expect(closed.filter(({ policies }) => !policies?.includes('owner')).map(({ name }) => name)).toEqual([]);
    expect(tables.filter(({ owned }) => !owned).map(({ name }) => name)).toEqual([]);
    expect(Object.keys(open).filter(name => !tables.some(table => table.name === name))).toEqual([]);
  });

  test('has no row for hub_app without a scope, nor for whoever is signed in and may see no kind of record', async () => {
    // What is said for everybody: changes are numbered, settings stand on the settings page; an answer is its caller's.
    const forAll = ['change', 'setting_statement'];
    const tables = (await everyTable()).filter(
      table => !(table.name in open) && !forAll.includes(table.name),
    );
    const readable = await hub.owner<{ name: string }>(
      `select relname as name from pg_class where relname = any ($1) and has_table_privilege('hub_app', oid, 'select')`,
      [tables.map(({ name }) => name)],
    );
    const count = readable.map(({ name }) => `select '${name}' as name from ${name}`).join(' union ');
    await withClient(hub.endpoint.as('hub_app'), async client => {
      expect((await client.query(count)).rows).toEqual([]);
    });
    const nobody = { actor: 'person:1', towns: '*', channels: '*', kinds: [] } as const;
    expect(await hub.database.read(nobody, count)).toEqual([]);
    expect((await hub.database.read(systemScope('hub'), count)).length).toBeGreaterThan(5);
  });
});

describe('the roles of the database', () => {
  test('hub_app and hub_report pass no policy, own nothing, make nothing and act for nobody', async () => {
    const rights = await hub.owner(`select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
        or rolreplication as mighty, exists (select from pg_auth_members m where m.member = r.oid) as member,
        exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid) as owns,
        has_schema_privilege(oid, 'public', 'create') as makes
      from pg_roles r where rolname in ('hub_app', 'hub_report') order by 1`);
    const weak = { mighty: false, member: false, owns: false, makes: false };
    expect(rights).toEqual([
      { rolname: 'hub_app', ...weak },
      { rolname: 'hub_report', ...weak },
    ]);
  });

  test('what runs with the rights of the owner looks nowhere but where it says, and views ask as whoever asks', async () => {
    const loose = await hub.owner(`select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and not coalesce('search_path=public, pg_temp' = any (p.proconfig), false)`);
    expect(loose).toEqual([]);
    const views = await hub.owner(`select relname from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('v', 'm') and not coalesce('security_invoker=true' = any (reloptions), false)`);
    expect(views).toEqual([]);
  });

  test('a reading connection writes nothing, however the statement is dressed (B33)', async () => {
    const dressed = [
      `with x as (insert into name_sound values ('a', 'b', 'c') returning 1) select * from x`,
      `with x as (delete from import_file returning 1) select count(*) from x`,
      `select hub_begin_change('IMPORT', 'x', null, null)`,
      `/* select */ update person set username = 'x'`,
      `select nextval('import_row_id_seq')`,
      `set transaction read write`,
    ];
    for (const sql of dressed)
      await expect(hub.database.read(systemScope('hub'), sql), sql).rejects.toBeInstanceOf(Error);
    await withClient(hub.endpoint.as('hub_report'), async client => {
      for (const sql of dressed.slice(0, 4))
        await expect(client.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    });
  });
});

test('no statement of a list, a figure or an import finds a row of accounts, those who keep them do', async () => {
  const kinds = [...recordKinds, 'Figure'];
  const seenBy = (...of: string[]) =>
    hub.database.read(
      { actor: 'person:1', towns: '*', channels: '*', kinds: of },
      'select username from person',
    );
  expect(await seenBy(...kinds)).toEqual([]);
  expect(await seenBy('Account')).toEqual([{ username: 'seventh' }]);
  const guarded = await hub.owner<{ name: string }>(
    `select tablename as name from pg_policies where qual ~ 'hub_accounts' order by 1`,
  );
  expect(guarded.map(({ name }) => name)).toEqual([
    'access_token', 'access_token_secret', 'person', 'person_identity', 'person_session', 'role_assignment',
    'second_factor', 'sign_in_guard', 'wall_link',
  ]); // prettier-ignore
});

test('the database knows the same kinds and forms as the policy', async () => {
  const forms = (kinds: readonly string[]): Promise<{ forms: string[] }[]> =>
    hub.database.read({ actor: 'x', towns: [], channels: [], kinds }, 'select hub_forms() as forms');
  for (const form of everyForm) expect(await forms([kindOfForm(form)])).toEqual([{ forms: [form] }]);
  const [all] = await forms(recordKinds);
  expect(new Set(all?.forms)).toEqual(new Set(everyForm));
  const rules = await hub.owner<{ name: string; rule: string }>(
    `select tablename as name, qual as rule from pg_policies where policyname = 'scope'`,
  );
  for (const kind of recordKinds) {
    const { table } = records[kind];
    for (const name of [table, `${table}_history`])
      expect([name, rules.find(one => one.name === name)?.rule]).toEqual([name, expect.stringContaining(`hub_kind('${kind}'`)]); // prettier-ignore
  }
});
