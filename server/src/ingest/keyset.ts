import type { Window } from '../kernel/page.ts';
import type { Params } from './import-filter.ts';

/** One sort key of a list, in the direction in which the list runs. */
export interface Key {
  readonly sql: string;
  readonly type: string;
  readonly down: boolean;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whether a text can be the id of an import. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** ORDER BY of the keys; a window at the end of the list is read backwards. */
export const orderSql = (keys: readonly Key[], { backwards }: Window): string =>
  keys.map(({ sql, down }) => `${sql} ${down !== backwards ? 'desc' : 'asc'}`).join(', ');

/** Whatever stands behind the place in the order of the keys, or in front of it. */
export function beyond(
  keys: readonly Key[],
  values: readonly (string | null)[],
  side: 'after' | 'before',
  params: Params,
): string {
  const at = keys.map((key, i) => params.add(values[i], key.type));
  const steps = keys.map(({ sql, down }, i) => {
    const equal = keys.slice(0, i).map((key, j) => `${key.sql} = ${at[j]}`);
    return `(${[...equal, `${sql} ${down === (side === 'after') ? '<' : '>'} ${at[i]}`].join(' and ')})`;
  });
  return `(${steps.join(' or ')})`;
}
