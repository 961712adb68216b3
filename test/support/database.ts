import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '../../server/src/app/database/with-client.ts';
import type { Endpoint } from '../../server/src/app/database/endpoint.ts';
import { openDatabase } from '../../server/src/app/database/index.ts';
import type { Orm } from '../../server/src/app/database/orm.ts';
import { valueTypes } from '../../server/src/app/database/types.ts';
import type { Database, Query } from '../../server/src/kernel/database.ts';
import { endpointOf, testSecret } from './test-server.ts';

/** A migrated database of one's own, opened as the hub opens it, and beside it the owner's hand for seeding and looking. */
export interface TestHub {
  /** An address of the database for hub_app, for whoever takes nothing but an address. */
  readonly url: string;
  readonly database: Database;
  readonly orm: Orm;
  readonly endpoint: Endpoint;
  readonly secret: string;
  /** Runs as hub_owner, past row-level security. */
  readonly owner: Query;
  close(): Promise<void>;
}

/** Clones the run's template (about 50 ms); `close` drops the clone. */
export async function freshDatabase(): Promise<TestHub> {
  const server = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin =
    server.kind === 'url' ? { connectionString: server.url } : endpointOf(server, 'postgres').as('hub_owner');
  const onServer = (sql: string): Promise<void> =>
    withClient(admin, async client => void (await client.query(sql)));
  await clone(onServer, name, server.template);
  const endpoint = endpointOf(server, name);
  const opened = await openDatabase(endpoint, testSecret, () => undefined);
  const pool = new pg.Pool({ ...endpoint.as('hub_owner'), types: valueTypes, max: 2 });
  pool.on('error', () => undefined);
  return {
    url: addressOf(endpoint),
    database: opened.database,
    orm: opened.orm,
    endpoint,
    secret: testSecret,
    owner: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async close() {
      await Promise.all([opened.close(), pool.end()]);
      await patiently(() => onServer(`drop database ${name} with (force)`));
    },
  };
}

/** Two test files may clone at one moment, and a template with a session on it refuses. */
const clone = (onServer: (sql: string) => Promise<void>, name: string, template: string): Promise<void> =>
  patiently(() => onServer(`create database ${name} owner hub_owner template ${template}`));

/** Tries again while somebody else is in the database: a session (55006), or autovacuum, which only a superuser may end (42501). */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (attempt > 100 || !['55006', '42501'].includes(code)) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

function addressOf(endpoint: Endpoint): string {
  const config = endpoint.as('hub_app');
  if (config.connectionString) return config.connectionString;
  return `postgresql:///${endpoint.database}?host=${encodeURIComponent(config.host ?? '')}&user=hub_app`;
}
