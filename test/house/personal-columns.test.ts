import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordKinds, recordOf } from '../../server/src/access/policy/records.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());

/** Sealed columns of tables that are no records of anybody: what they hold opens with the record they came with. */
const elsewhere: readonly string[] = [];

test('every personal column of the database stands in the policy with its category, and the other way round', async () => {
  const sealed = await hub.owner<{ place: string }>(
    `select c.relname || '.' || replace(a.attname, '_cipher', '') as place
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_cipher'
        and not a.attisdropped and c.relname not like '%\\_history' order by 1`,
  );
  const told = recordKinds.flatMap(kind => {
    const { table, personal } = recordOf(kind);
    return Object.values(personal).map(({ column, category }) => ({ place: `${table}.${column}`, category }));
  });
  const kept = sealed.map(({ place }) => place).filter(place => !elsewhere.includes(place));
  expect(kept.length).toBeGreaterThan(6);
  expect(told.filter(one => one.category !== 'WAGE').map(({ place }) => place).sort()).toEqual(kept);
  expect(told.filter(one => one.category === 'WAGE').map(({ place }) => place)).toEqual(['contract.wage']);
}); // prettier-ignore
