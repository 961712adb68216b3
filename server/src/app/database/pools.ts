import pg from 'pg';
import type { Endpoint } from './endpoint.ts';
import { valueTypes } from './types.ts';

/** Reads are one statement in a read-only transaction and must be short; transactions may take their time. */
export interface Pools {
  readonly reads: pg.Pool;
  readonly work: pg.Pool;
  end(): Promise<void>;
}

/** Two pools of hub_app; a cut idle connection is logged and replaced, it does not end the process. */
export function openPools(endpoint: Endpoint, log: (line: string) => void): Pools {
  const open = (max: number, options: Record<string, string>): pg.Pool => {
    const pool = new pg.Pool({
      ...endpoint.as('hub_app', options),
      types: valueTypes,
      max,
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: 60_000,
    });
    pool.on('error', error => {
      // A pool that ends does not wait for its connections: the server may cut them first.
      if (!pool.ending) log(`database connection lost: ${error.message}`);
    });
    pool.on('connect', client => client.on('error', () => undefined));
    return pool;
  };
  const reads = open(12, { statement_timeout: '30s', default_transaction_read_only: 'on' });
  const work = open(6, {
    statement_timeout: '20min',
    lock_timeout: '5min',
    idle_in_transaction_session_timeout: '10min',
  });
  return { reads, work, end: async () => void (await Promise.all([reads.end(), work.end()])) };
}
