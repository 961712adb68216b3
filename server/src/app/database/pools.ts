import pg from 'pg';
import type { Endpoint } from './endpoint.ts';
import { valueTypes } from './types.ts';

/** Reads are one statement in a read-only transaction and must be short; scans go over whole tables; transactions may take their time. */
export interface Pools {
  readonly reads: pg.Pool;
  readonly scans: pg.Pool;
  readonly work: pg.Pool;
  end(): Promise<void>;
}

/** Pools of hub_app; a cut idle connection is logged and replaced, it does not end the process. */
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
  // A page of a table that does not fit into the server's own memory costs more from its own place than in a row.
  const reading = { statement_timeout: '30s', default_transaction_read_only: 'on', random_page_cost: '2' };
  const reads = open(10, reading);
  // Few at a time: each may take the memory of several sorts, and a second one waits rather than slows the first.
  const scans = open(3, { ...reading, enable_nestloop: 'off', enable_mergejoin: 'off' });
  const work = open(6, {
    statement_timeout: '20min',
    lock_timeout: '5min',
    idle_in_transaction_session_timeout: '10min',
  });
  const end = async (): Promise<void> =>
    void (await Promise.all([reads, scans, work].map(pool => pool.end())));
  return { reads, scans, work, end };
}
