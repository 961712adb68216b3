import type { Writable } from 'node:stream';
import pg from 'pg';
import { setScope } from '../../kernel/sight.ts';

const scopeName = 'scope';

/** What of pg's connection and query this file leans on; neither is in its published types. */
interface Connection {
  readonly stream: Writable;
  readonly parsedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: object): void;
}
interface PlainQuery {
  readonly name: string | undefined;
  hasBeenParsed(connection: Connection): unknown;
  handleRowDescription(message: object): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: Connection): void;
  prepare(connection: Connection): void;
}
type Done = (error: Error | null, result: pg.QueryResult) => void;
type QueryClass = new (config: object, values: undefined, done: Done) => PlainQuery & pg.Submittable;

/**
 * A read with its scope in front, both in one message group: PostgreSQL runs what stands before a Sync as one
 * transaction, so the scope holds for this statement, for no other, and if it fails the statement is not run.
 * Against begin, scope, statement and commit that is one answer to wait for instead of four.
 */
class ScopedQuery extends (pg.Query as unknown as QueryClass) {
  /** Whether it asks PostgreSQL to remember a statement: after a failure nobody knows whether it did. */
  remembers = false;
  readonly #scope: readonly string[];
  #described = false;

  constructor(config: pg.QueryConfig, scope: readonly string[], done: Done) {
    super({ ...config, queryMode: 'extended' }, undefined, done);
    this.#scope = scope;
  }

  override prepare(connection: Connection): void {
    this.remembers = this.name !== undefined && !this.hasBeenParsed(connection);
    if (!connection.parsedStatements[scopeName]) {
      this.remembers = true;
      connection.parse({ name: scopeName, text: setScope });
      connection.parsedStatements[scopeName] = setScope;
    }
    connection.bind({ statement: scopeName, values: this.#scope });
    connection.execute({});
    super.prepare(connection);
  }

  override handleRowDescription(message: object): void {
    this.#described = true;
    super.handleRowDescription(message);
  }

  /** The scope's own row comes without a description. */
  override handleDataRow(message: object): void {
    if (this.#described) super.handleDataRow(message);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#described) super.handleCommandComplete(message, connection);
  }
}

/** Runs one statement under these scope values (actor, towns, channels) and gives the connection back. */
export async function queryInScope<Row extends object>(
  client: pg.PoolClient,
  scope: readonly string[],
  config: pg.QueryConfig,
  isBroken: (error: unknown) => boolean,
): Promise<Row[]> {
  let sent: ScopedQuery | undefined;
  try {
    const rows = await new Promise<Row[]>((resolve, reject) => {
      const done: Done = (error, result) => (error ? reject(error) : resolve(result.rows as Row[]));
      client.query((sent = new ScopedQuery(config, scope, done)));
    });
    client.release();
    return rows;
  } catch (error) {
    client.release(sent?.remembers !== false || isBroken(error));
    throw error;
  }
}
