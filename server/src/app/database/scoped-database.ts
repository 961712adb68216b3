import type { Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import type { Database, Query, Scope } from '../../kernel/database.ts';
import type { Pools } from './pools.ts';
import { fromDatabase } from './statement-error.ts';

/** The settings that row-level security reads; they end with the transaction. */
const setScope = `select set_config('hub.actor', $1, true), set_config('hub.towns', $2, true), set_config('hub.channels', $3, true)`;

/** The hub's Database on two pools of hub_app. */
export function scopedDatabase(pools: Pools): Database {
  return {
    read: (scope, sql, values, name) => read(pools.reads, scope, sql, values, name),
    transaction: (scope, work) => transaction(pools.work, scope, work),
    close: () => pools.end(),
  };
}

/** Four statements in one trip; the first that failed is the one to tell of, the rest only follow from it. */
async function read<Row extends object>(
  pool: Pool,
  scope: Scope,
  sql: string,
  values: readonly unknown[] = [],
  name?: string,
): Promise<Row[]> {
  const settings = scopeValues(scope);
  const client = await connect(pool);
  const sent = together(client, () => [
    client.query('begin transaction read only'),
    client.query({ name: 'scope', text: setScope, values: settings }),
    client.query<Row>({ text: sql, values: [...values], ...(name && { name }) }),
    client.query('commit'),
  ] as const); // prettier-ignore
  const trips = await Promise.allSettled(sent);
  const failed = trips.find(trip => trip.status === 'rejected');
  client.release(failed ? isBroken(failed.reason) : false);
  if (failed) throw fromDatabase(failed.reason);
  return trips[2].status === 'fulfilled' ? trips[2].value.rows : [];
}

/** One write to the socket for all that is sent: several wake PostgreSQL up in the middle (a quarter of a read's time). */
function together<Sent>(client: PoolClient, send: () => Sent): Sent {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
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

/** An empty list is no town at all, never every town. */
function scopeValues(scope: Scope): string[] {
  if (scope.actor === '') throw new Error('a scope without an actor');
  return [scope.actor, [scope.towns].flat().join(','), [scope.channels].flat().join(',')];
}

/** Only what PostgreSQL itself refused leaves the connection as good as it was. */
const isBroken = (reason: unknown): boolean => {
  const severity = (reason as { severity?: string }).severity;
  return severity !== 'ERROR';
};
