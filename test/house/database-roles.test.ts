import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersKeptDays, forgetAnswers, once } from '../../server/src/access/idempotency.ts';
import type { DatabaseRole } from '../../server/src/app/database/endpoint.ts';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import {
  openBench,
  roster,
  firm,
  rosterHeader,
  union,
  unions,
  uscc,
  type ImportBench,
} from '../ingest/support.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
  const header = [...rosterHeader, '法定代表人', '联系电话'];
  const told = { ...roster(firm(1)), header, rows: [[...firm(1), '甲测试', '14000001234']] };
  await bench.reports([told, unions(union(uscc(1), '示例企业1', 5))]);
});
afterAll(() => bench.close());

/** What a role gets to hear of a column: the code of the refusal, or how many values it saw. */
async function tries(role: DatabaseRole, table: string, column: string, scope = ''): Promise<string> {
  return withClient(bench.hub.endpoint.as(role), async client => {
    await client.query(`begin; ${scope}`);
    const asked = client.query<{ n: number }>(`select count(${column})::int as n from ${table}`);
    const heard = await asked.then(
      ({ rows }) => `${rows[0]?.n ?? 0} values`,
      (error: { code?: string }) => error.code ?? '',
    );
    await client.query('rollback');
    return heard;
  });
}

interface Place {
  readonly table: string;
  readonly column: string;
}
const columnsLike = (pattern: string): Promise<Place[]> =>
  bench.hub.owner<Place>(
    `select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm') and not a.attisdropped
        and a.attname ~ $1 order by 1, 2`,
    [pattern],
  );

describe('what is sealed', () => {
  test('no cipher and no hash beside it is there for reports, masks are; the hub sees them in a scope alone', async () => {
    const ciphers = await columnsLike('_cipher$');
    expect(ciphers.length).toBeGreaterThan(20);
    for (const { table, column } of ciphers) {
      const [hash, mask] = [column.replace(/cipher$/, 'hash'), column.replace(/cipher$/, 'mask')];
      const label = `${table}.${column}`;
      expect([label, await tries('hub_report', table, column), await tries('hub_report', table, hash)]).toEqual([label, '42501', '42501']); // prettier-ignore
      const view = table.endsWith('_revision');
      expect([label, await tries('hub_report', table, mask)]).toEqual([label, view ? '42501' : expect.stringMatching(/values$/)]); // prettier-ignore
      expect([label, await tries('hub_app', table, column)]).toEqual([label, '0 values']);
    }
    const scope = `select set_config('hub.actor', 'test', true), set_config('hub.towns', '*', true), set_config('hub.kinds', '*', true)`;
    expect(await tries('hub_app', 'enterprise', 'phone_cipher', scope)).toBe('1 values');
    expect(await tries('hub_report', 'enterprise', 'phone_mask')).toBe('1 values');
    expect(await tries('hub_owner', 'enterprise', 'phone_cipher')).toBe('1 values');
  });

  test('nothing that is kept sealed by other names is there for reports either', async () => {
    const sealed = [
      ['import_chunk', 'content'],
      ['preview_page', 'content'],
      ['idempotency', 'response'],
      ['person', 'password_hash'],
      ['access_token_secret', 'secret_hash'],
      ['second_factor', 'secret'],
      ['second_factor', 'recovery_hashes'],
      ['person_identity', 'subject'],
      ['person_session', 'secret_hash'],
      ['disclosure', 'name'],
      ['voided_record', 'title'],
      ['name_match', 'name'],
      ['parked_row', 'employer_name'],
    ] as const;
    for (const [table, column] of sealed)
      expect([table, await tries('hub_report', table, column)]).toEqual([table, '42501']);
  });

  test('reports write nothing', async () => {
    await withClient(bench.hub.endpoint.as('hub_report'), async client => {
      for (const sql of [
        'delete from enterprise',
        'update town set name_zh = $$x$$',
        'insert into setting (name, value) values ($$x$$, $$1$$)',
      ])
        // prettier-ignore
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('answers that are kept for a key', () => {
  const at = new Date('2026-11-23T02:00:00Z');
  const act = (actor: string, key: string, when = at) =>
    bench.hub.database.transaction(systemScope(actor), query =>
      once(query, { actor, act: 'test', input: { idempotencyKey: key }, at: when }, () => Promise.resolve({ by: actor })),
    ); // prettier-ignore
  const seen = (actor: string) =>
    bench.hub.database.read<{ actor: string }>(systemScope(actor), 'select actor from idempotency');

  test('are there for their caller alone, and nobody writes in the name of another', async () => {
    expect([await act('person:1', 'a'), await act('person:2', 'a')]).toEqual([{ by: 'person:1' }, { by: 'person:2' }]); // prettier-ignore
    for (const actor of ['person:1', 'person:2']) expect(await seen(actor)).toEqual([{ actor }]);
    expect(await seen('hub')).toEqual([]);
    const forged = bench.hub.database.transaction(systemScope('person:1'), query =>
      query(`insert into idempotency values ('person:2', 'b', '', '{}', now())`),
    );
    await expect(forged).rejects.toThrow();
  });

  test('are forgotten after their days, and then the key is free', async () => {
    const days = (n: number): Date => new Date(at.getTime() + n * 86_400_000);
    await act('person:3', 'old');
    await act('person:3', 'young', days(2));
    expect(await forgetAnswers(bench.hub.database, days(answersKeptDays))).toBe(0);
    expect(await forgetAnswers(bench.hub.database, days(answersKeptDays + 1))).toBe(3);
    expect(await seen('person:3')).toHaveLength(1);
    expect(await act('person:3', 'old', days(9))).toEqual({ by: 'person:3' });
  });
});
