import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../../server/src/app/database/with-client.ts';
import { canonical } from '../../server/src/audit/canonical.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { clerk, event, trailBench, type TrailBench } from './support.ts';

let bench: TrailBench;
beforeAll(async () => (bench = await trailBench()));
afterAll(() => bench.close());

const entries = async () =>
  (await bench.hub.owner<{ entry: string }>('select entry from audit_entry order by seq')).map(
    one => JSON.parse(one.entry) as Record<string, unknown>,
  );
const last = async () => (await entries()).at(-1);

describe('the text of an entry', () => {
  test('is canonical: keys in order, no blanks, whatever order they were given in', () => {
    expect(canonical({ b: 1, a: [true, null, { d: 'x', c: 1e21 }], e: undefined })).toBe('{"a":[true,null,{"c":1e+21,"d":"x"}],"b":1}'); // prettier-ignore
    expect(canonical({ '\u20ac': 1, $: 2, '\ud83d\ude00': 3 })).toBe('{"$":2,"€":1,"😀":3}');
    expect(canonical('a\0b\ud800')).toBe('"a\ufffdb\ufffd"');
    expect(canonical(new Date(5))).toBe('5');
  });

  test('columns to search by are read off the text, so that neither can say other than it', async () => {
    await bench.log.note(clerk, event('x', { object: 'Contract:1', subjects: ['Contract:1', 'Contract:2'] }));
    const [row] = await bench.hub.owner<Record<string, unknown>>(
      'select actor, name, act, object, outcome, session, subjects, at from audit_entry order by seq desc limit 1',
    );
    expect(row).toEqual({
      actor: 'person:7', name: 'clerk', act: 'x', object: 'Contract:1', outcome: 'DONE', session: '3',
      subjects: ['Contract:1', 'Contract:2'], at: bench.now,
    }); // prettier-ignore
    const set = `update audit_entry set act = 'y'`;
    await expect(bench.hub.owner(set)).rejects.toThrow(/DEFAULT/);
  });

  test('keeps before and after as digests that nobody can try out, and no number that somebody typed', async () => {
    const phone = '14000001234';
    await bench.log.note(
      clerk,
      event('x', { before: phone, after: phone, purpose: `电话 ${phone} 有误，证号450299199001010013` }),
    );
    const entry = await last();
    expect(entry?.['before']).toBe(entry?.['after']);
    expect(entry?.['before']).toMatch(/^[\w-]{43}$/);
    expect(entry?.['purpose']).toBe('电话 140****1234 有误，证号4502**********0013');
  });

  test('can always be written, whatever was given from outside', async () => {
    const long = 'x'.repeat(10_000);
    const odd = { ...clerk, name: `a\0b\ud800${long}`, address: long };
    await bench.log.note(
      odd,
      event(long, { object: long, code: long, purpose: long, detail: { [`a`]: long } }),
    );
    expect(String((await last())?.['name']).length).toBe(200);
  });
});

describe('who may do what to it', () => {
  const tries = (role: 'hub_app' | 'hub_report' | 'hub_owner', sql: string) =>
    withClient(bench.hub.endpoint.as(role), async client => {
      await client.query(`select set_config('hub.actor', 'x', false), set_config('hub.towns', '*', false)`);
      return client.query(sql).then(
        ({ rowCount }) => `${rowCount} rows`,
        (error: { code?: string }) => error.code ?? '',
      );
    });

  test.each(['audit_entry', 'audit_seal', 'audit_purge', 'audit_pending'])('%s: never changed', async table => {
    const column = { audit_entry: 'entry', audit_seal: 'head', audit_purge: 'note' }[table] ?? 'seq';
    for (const sql of [`delete from ${table}`, `truncate ${table}`, `update ${table} set ${column} = default`])
      for (const role of ['hub_app', 'hub_report'] as const)
        expect([sql, role, await tries(role, sql)]).toEqual([sql, role, '42501']);
    expect(await tries('hub_report', `select from ${table}`)).toBe('42501');
    // Without the scope of a reader there is nothing to see, and with it all.
    expect(await tries('hub_app', `select from ${table}`)).toBe('0 rows');
  }); // prettier-ignore

  test('the owner is held back from a mistake', async () => {
    expect(await tries('hub_owner', `delete from audit_entry`)).toBe('42501');
    expect(await tries('hub_owner', `truncate audit_entry`)).toBe('42501');
    expect(await tries('hub_owner', `delete from audit_seal`)).toBe('42501');
  });

  test('hub_app writes an entry and nothing but its text and mark', async () => {
    const text = `{"act":"forged","actor":"x","at":1,"outcome":"DONE"}`;
    const ours = `insert into audit_entry (entry, mac) values ('${text}', 'm')`;
    const numbered = `insert into audit_entry (seq, entry, mac) overriding system value values (1, '${text}', 'n')`;
    expect(await tries('hub_app', numbered)).toBe('42501');
    expect(await tries('hub_app', `insert into audit_seal (head, signature) values ('{"id":99}', '')`)).toBe('42501'); // prettier-ignore
    expect(await tries('hub_app', `insert into audit_pending values (1)`)).toBe('42501');
    // It has the grant, yet its mark is not the hub's.
    expect(await tries('hub_app', ours)).toBe('1 rows');
    expect((await bench.trail.verify()).firstFault?.kind).toBe('INSERTED');
  });
});

describe('writing', () => {
  let bench: TrailBench;
  beforeAll(async () => (bench = await trailBench()));
  afterAll(() => bench.close());
  const acts = async () => (await bench.hub.owner<{ act: string }>('select act from audit_entry')).map(one => one.act); // prettier-ignore

  test('those who write at one moment share a commit, and each is answered after it', async () => {
    const count = async () => Number((await bench.hub.owner<{ n: string }>(`select count(distinct xmin::text) as n from audit_entry where act like 'together%'`))[0]?.n); // prettier-ignore
    await Promise.all(Array.from({ length: 60 }, (_, i) => bench.log.note(clerk, event(`together${i}`))));
    const [{ n }] = (await bench.hub.owner<{ n: number }>(`select count(*)::int as n from audit_entry where act like 'together%'`)) as [{ n: number }]; // prettier-ignore
    expect(n).toBe(60);
    expect(await count()).toBeLessThanOrEqual(3);
  });

  test('an entry within a change goes with the change', async () => {
    const undone = bench.hub.database.transaction(systemScope('hub'), async query => {
      await bench.log.record(query, clerk, event('undone'));
      throw new Error('over');
    });
    await expect(undone).rejects.toThrow('over');
    expect(await acts()).not.toContain('undone');
  });

  test('rows that commit in another order than their numbers are all sealed, none twice', async () => {
    const [held, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const slow = bench.hub.database.transaction(systemScope('hub'), async query => {
      await bench.log.record(query, clerk, event('slow'));
      held.resolve(undefined);
      await release.promise;
    });
    await held.promise;
    await bench.entered('quick');
    release.resolve(undefined);
    await slow;
    await Promise.all([bench.trail.sealer.seal(), bench.trail.sealer.seal(), bench.entered('after')]);
    expect(await bench.trail.verify()).toMatchObject({ intact: true, pending: 0 });
  });

  test('what waits too long for its seal is a fault', async () => {
    await bench.log.note(clerk, event('late'));
    await bench.hub.owner('revoke execute on function hub_audit_pending from public');
    expect(await bench.trail.verify()).toMatchObject({ intact: true, pending: 1 });
    bench.now = new Date(bench.now.getTime() + 61_000);
    expect((await bench.trail.verify()).firstFault?.kind).toBe('UNSEALED');
    await bench.hub.owner('grant execute on function hub_audit_pending to public');
    expect(await bench.trail.verify()).toMatchObject({ intact: true, pending: 0 });
  });
});
