import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashSecret, newSecret, writeToken } from '../../server/src/access/secrets.ts';
import { withMigrations } from '../../server/src/app/database/migrator.ts';
import { createServices } from '../../server/src/app/services.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';

let hub: TestHub;
beforeAll(async () => (hub = await freshDatabase()));
afterAll(() => hub.close());

const back = (): Promise<void> =>
  withMigrations(hub.endpoint, async one => {
    while (!(await one.down()).some(name => name.endsWith('_terms_and_tokens')));
  });
const terms = (): Promise<object[]> =>
  hub.owner('select role, starts_on, ends_on, version from role_assignment order by id');

test('a hub of before keeps its tokens and roles: the later of two terms held, and no token is for ever', async () => {
  await back();
  const secret = newSecret();
  await hub.owner(
    `insert into access_token (id, name, secret_hash, role, expires_at, created_by) values
    (11, 'old', $1, 'HRSS', '2099-12-31', 'cli'), (12, 'eternal', 'x', 'HRSS', null, 'cli'), (13, 'short', 'y', 'UNION', now() + interval '1 day', 'cli')`,
    [hashSecret(secret)],
  );
  await hub.owner(`insert into person (id, username, display_name, password_hash) values (5, 'moved', '甲', 'x')`);
  await hub.owner(`insert into role_assignment (person_id, role, starts_on, ends_on) values
    (5, 'UNION', '2026-01-01', null), (5, 'HRSS', '2026-02-01', '2026-02-01'), (5, 'OFFICE', '2026-02-01', '2026-03-01'), (5, 'MEMBER', '2026-05-01', null)`);
  await withMigrations(hub.endpoint, one => one.up());
  expect(await terms()).toEqual([
    { role: 'UNION', starts_on: '2026-01-01', ends_on: '2026-01-31', version: 1 },
    { role: 'HRSS', starts_on: '2026-02-01', ends_on: '2026-01-31', version: 1 },
    { role: 'OFFICE', starts_on: '2026-02-01', ends_on: '2026-03-01', version: 1 },
    { role: 'MEMBER', starts_on: '2026-05-01', ends_on: null, version: 1 },
  ]);
  const { access } = createServices({ database: hub.database, orm: hub.orm, secret: hub.secret });
  const authorization = `Bearer ${writeToken(11, secret)}`;
  const viewer = await access.identity.viewer({ authorization, session: undefined }, 'en');
  expect(viewer).toMatchObject({ kind: 'TOKEN', id: '11', role: 'HRSS', limits: null });
  const lives = await hub.owner(
    `select id, ceil(extract(epoch from expires_at - now()) / 86400)::int as days from access_token order by id`,
  );
  expect(lives).toEqual([{ id: 11, days: 180 }, { id: 12, days: 180 }, { id: 13, days: 1 }]);
}); // prettier-ignore

test('and goes back to it: a token is good with the newest of its secrets', async () => {
  const newest = newSecret();
  await hub.owner(`insert into access_token_secret (token_id, secret_hash) values (11, $1)`, [hashSecret(newest)]); // prettier-ignore
  await back();
  const rows = await hub.owner('select id, secret_hash from access_token order by id');
  expect(rows).toEqual([
    { id: 11, secret_hash: hashSecret(newest) },
    { id: 12, secret_hash: 'x' },
    { id: 13, secret_hash: 'y' },
  ]);
  await withMigrations(hub.endpoint, one => one.up());
});
