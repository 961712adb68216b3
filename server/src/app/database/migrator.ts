import { Migrator } from '@mikro-orm/migrations';
import { SchemaGenerator } from '@mikro-orm/sql';
import { withClient } from './with-client.ts';
import type { Endpoint } from './endpoint.ts';
import { openOrm } from './orm.ts';

/** A migration of the list, and when it ran. */
export interface MigrationState {
  readonly name: string;
  readonly executedAt: Date | null;
}

/** What can be done with migrations; each call names those it ran. */
export interface Migrations {
  up(): Promise<string[]>;
  /** Takes back the newest one, or all. */
  down(all?: boolean): Promise<string[]>;
  status(): Promise<MigrationState[]>;
  /** The SQL that would bring the tables to what the entities say; empty when they agree. */
  difference(): Promise<string>;
}

/** Any number the hub alone uses: two processes never migrate one database at once. */
const lockKey = 4_502_990_001;

/** Runs work with the migrator, signed in as the owner. */
export async function withMigrations<Result>(
  endpoint: Endpoint,
  work: (migrations: Migrations) => Promise<Result>,
): Promise<Result> {
  return withClient(endpoint.as('hub_owner'), async client => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const orm = await openOrm(endpoint, 'hub_owner');
    try {
      return await work(migrationsOf(new Migrator(orm.em), new SchemaGenerator(orm.em)));
    } finally {
      await orm.close(true);
    }
  });
}

function migrationsOf(migrator: Migrator, schema: SchemaGenerator): Migrations {
  const names = (done: readonly { name: string }[]): string[] => done.map(one => one.name);
  return {
    up: async () => names(await migrator.up()),
    down: async all => names(await migrator.down(all ? { to: 0 } : undefined)),
    async status() {
      const executed = (await migrator.getExecuted()).map(row => ({
        name: row.name,
        executedAt: row.executed_at,
      }));
      const pending = (await migrator.getPending()).map(row => ({ name: row.name, executedAt: null }));
      return [...executed, ...pending];
    },
    difference: async () => ((await migrator.checkSchema()) ? schema.getUpdateSchemaSQL() : ''),
  };
}
