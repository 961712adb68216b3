import type { Query } from '../../kernel/database.ts';
import type { Source } from '../define-source.ts';
import { issue } from '../issue-texts.ts';
import type { Judged } from './judge-row.ts';

/**
 * Tells of the rows that speak of something no file has told of yet, such as a signature of an unknown contract.
 * They are kept: the other file may come later, and reconciliation looks again after every change.
 */
export async function noteUnknown(query: Query, source: Source, judged: readonly Judged[]): Promise<void> {
  const { refers } = source;
  if (!refers) return;
  const { table, column, field, header, unknown } = refers;
  const keyOf = (row: Judged): string | null => {
    const key = row.outcome === null ? row.statement?.values[field] : null;
    return typeof key === 'string' ? key : null;
  };
  const keys = [...new Set(judged.map(keyOf))].filter(key => key !== null);
  if (!keys.length) return;
  const found = await query<{ key: string }>(
    `select distinct ${column} as key from ${table} where ${column} = any ($1::text[])`,
    [keys],
  );
  const known = new Set(found.map(({ key }) => key));
  for (const row of judged) {
    const key = keyOf(row);
    if (key !== null && !known.has(key)) row.issues = [...row.issues, issue(unknown, header, {}, key)];
  }
}
