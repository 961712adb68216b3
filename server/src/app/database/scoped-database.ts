import type { Pool, PoolClient } from 'pg';
import type { Database, Query, Scope } from '../../kernel/database.ts';
import { scopeValues, setScope } from '../../kernel/sight.ts';
import type { Pools } from './pools.ts';
import { queryInScope } from './scoped-query.ts';
import { fromDatabase } from './statement-error.ts';

/** The hub's Database on the pools of hub_app. */
export function scopedDatabase(pools: Pools): Database {
  return {
    read: (scope, sql, values, name) => read(pools.reads, scope, sql, values, name),
    scan: (scope, sql, values) => read(pools.scans, scope, sql, values),
    transaction: (scope, work) => transaction(pools.work, scope, work),
    close: () => pools.end(),
  };
}

/** Scope and statement in one trip, as one read-only transaction. */
async function read<Row extends object>(
  pool: Pool,
  scope: Scope,
  sql: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<Row[]> {
  const settings = scopeValues(scope);
  const client = await connect(pool);
  try {
    return await queryInScope(
      client,
      settings,
      { text: sql, values: [...values], ...(name && { name }) },
      isBroken,
    );
  } catch (error) {
    throw fromDatabase(error);
  }
}

async function transaction<Result>(
  pool: Pool,
  scope: Scope,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const settings = scopeValues(scope);
  const client = await connect(pool);
  let broken = false;
  try {
    await client.query('begin');
    await client.query(setScope, settings);
    const result = await work(queryOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    // A failed rollback means that the connection is gone, and with it the transaction.
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw fromDatabase(error);
  } finally {
    client.release(broken);
  }
}

const queryOn =
  (client: PoolClient): Query =>
  async (sql, values = []) => {
    try {
      return (await client.query(sql, [...values])).rows;
    } catch (error) {
      throw fromDatabase(error);
    }
  };

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw fromDatabase(error);
  }
}

/** Only what PostgreSQL itself refused leaves the connection as good as it was. */
const isBroken = (reason: unknown): boolean => {
  const severity = (reason as { severity?: string }).severity;
  return severity !== 'ERROR';
};
