import type { Database, Query, Scope } from '../../kernel/database.ts';

/** Statements that follow a cancelled one are cancelled too, until the transaction has ended. */
const again = 200;

/**
 * Runs the work of a transaction so that it ends at once when the signal says so, also in the middle of a long
 * statement or while it waits for a lock. A statement of another transaction on the same connection is never touched.
 */
export async function stoppable<Result>(
  at: {
    readonly database: Database;
    readonly scope: Scope;
    readonly query: Query;
    readonly signal: AbortSignal;
  },
  work: () => Promise<Result>,
): Promise<Result> {
  const { database, scope, query, signal } = at;
  signal.throwIfAborted();
  const [own] = await query<{ pid: number; began: string }>(
    'select pg_backend_pid() as pid, now()::text as began',
  );
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void =>
    void database
      .transaction(scope, other =>
        other(
          `select pg_cancel_backend(pid) from pg_stat_activity where pid = $1 and xact_start::text = $2`,
          [own?.pid, own?.began],
        ),
      )
      .catch(() => undefined);
  const stop = (): void => {
    cancel();
    timer = setInterval(cancel, again);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', stop);
    clearInterval(timer);
  }
}
