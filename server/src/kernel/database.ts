/** On whose behalf SQL runs: PostgreSQL's row-level security reads these as settings of the transaction. */
export interface Scope {
  /** Who, for the history: `person:7`, `token:3`, `cli`, `hub`. Never empty. */
  readonly actor: string;
  /** Towns whose rows exist for this viewer. */
  readonly towns: '*' | readonly string[];
  /** Mediation channels whose disputes exist for this viewer. */
  readonly channels: '*' | readonly string[];
  /** Kinds of records that exist for this viewer; none where nothing is said. `*` is the hub's own work. */
  readonly kinds?: '*' | readonly string[];
}

/** Runs one statement and returns its rows. */
export type Query = <Row extends object = Record<string, unknown>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

/** The hub's door to PostgreSQL: every statement runs as hub_app inside a transaction with the viewer's scope. */
export interface Database {
  /** One read-only statement; scope and statement travel together. A named one is parsed and planned once a connection. */
  read<Row extends object = Record<string, unknown>>(
    scope: Scope,
    sql: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Row[]>;
  /**
   * One read-only statement over whole tables. It is planned to go over each once: nobody can know beforehand how few
   * rows come of a figure's steps, and a plan that counts on few takes for ever where they are many.
   */
  scan<Row extends object = Record<string, unknown>>(
    scope: Scope,
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  /** Several statements as one transaction on one connection; rolled back if the work throws. */
  transaction<Result>(scope: Scope, work: (query: Query) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The hub itself at work: imports, jobs, the command line. */
export const systemScope = (actor: string): Scope => ({
  actor,
  towns: '*',
  channels: '*',
  kinds: '*',
});
