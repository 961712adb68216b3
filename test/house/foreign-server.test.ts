import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { prepareServer } from '../../server/src/app/database/bootstrap.ts';
import { urlEndpoint } from '../../server/src/app/database/endpoint.ts';
import { withMigrations } from '../../server/src/app/database/migrator.ts';
import { scramVerifier } from '../../server/src/app/database/scram.ts';
import { checkSecret } from '../../server/src/app/database/secret-mark.ts';
import { freshDatabase } from '../support/database.ts';
import { testSecret } from '../support/test-server.ts';

test('a password is handed over as PostgreSQL keeps it, each time with another salt', () => {
  const form = /^SCRAM-SHA-256\$4096:[\w+/]+=*\$[\w+/]+=*:[\w+/]+=*$/;
  const [one, two] = [scramVerifier('geheim'), scramVerifier('geheim')];
  expect(one).toMatch(form);
  expect(one).not.toBe(two);
});

test('the address for hub_app carries its own name and password, whatever DATABASE_URL says', () => {
  const endpoint = urlEndpoint(
    'postgresql://admin:geheim@db.example.org:5433/hub?sslmode=require',
    testSecret,
  );
  const app = new URL(endpoint.as('hub_app').connectionString ?? '');
  expect(app.searchParams.get('user')).toBe('hub_app');
  expect(app.searchParams.get('password')).toMatch(/^[\w-]{43}$/);
  expect(app.searchParams.get('sslmode')).toBe('require');
  expect(new URL(endpoint.as('hub_owner').connectionString ?? '').searchParams.get('options')).toContain(
    '-c role=hub_owner',
  );
});

test('another secret is refused before it can lock the right hub out', async () => {
  const hub = await freshDatabase();
  await checkSecret(hub.endpoint, testSecret);
  await checkSecret(hub.endpoint, testSecret);
  const another = checkSecret(hub.endpoint, 'another secret of the required length');
  await expect(another).rejects.toThrow(/^HUB_SECRET: /);
  await hub.close();
});

/** Only where the run has a server with passwords: `TEST_DATABASE_URL=… npm test`. */
const server = inject('testServer');
const whereThereIsOne = server.kind === 'url' ? test : (): void => undefined;
whereThereIsOne('a server of one’s own is made ready, and hub_app signs in by password', async () => {
  const own = new URL(server.kind === 'url' ? server.url : 'postgresql:///');
  own.pathname = `/hub_foreign_${process.pid}`;
  const endpoint = urlEndpoint(own.href, testSecret);
  await prepareServer(own.href, endpoint, testSecret);
  await prepareServer(own.href, endpoint, testSecret);
  await withMigrations(endpoint, one => one.up());
  const client = new pg.Client(endpoint.as('hub_app'));
  await client.connect();
  const { rows } = await client.query(
    `select session_user::text as who, (select rolsuper from pg_roles where rolname = session_user) as super`,
  );
  expect(rows).toEqual([{ who: 'hub_app', super: false }]);
  await client.end();
  const admin = new pg.Client({ connectionString: server.kind === 'url' ? server.url : '' });
  await admin.connect();
  await admin.query(`drop database hub_foreign_${process.pid} with (force)`);
  await admin.end();
});
