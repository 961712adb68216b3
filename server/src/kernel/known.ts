import type { Database, Scope } from './database.ts';

/** A moment of knowledge, and the last change that was known by then. */
export interface Known {
  readonly at: Date;
  readonly change: number;
}

/**
 * The change behind a moment, asked for ahead of the statement that shows it: PostgreSQL's planner must see the number
 * itself to know how much of a table it leaves in. A change that is settled in between is known to neither.
 */
export async function knownAt(
  database: Database,
  scope: Scope,
  at: Date | null | undefined,
): Promise<Known | null> {
  if (!at) return null;
  const sql = 'select coalesce(max(id), 0) as change from change where known_at <= $1';
  const [row] = await database.read<{ change: number }>(scope, sql, [at], 'known_at');
  return { at, change: Number(row?.change ?? 0) };
}
