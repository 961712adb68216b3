import { orderKey, type FieldDef, type OrderBy, type TypeDef } from './define-list.ts';
import type { Statement } from './statement.ts';

/** One sort key ready for SQL. */
export interface SortKey {
  readonly sql: string;
  readonly cast: string;
  readonly nullable: boolean;
  readonly descending: boolean;
  readonly unique?: boolean;
  readonly indexed?: boolean;
}

/** The order of one list: its keys (the id is always the last), and the name that its cursors carry. */
export interface ListOrder {
  readonly name: string;
  readonly keys: readonly SortKey[];
}

/** The place of one row in an order. */
export interface Place {
  readonly keys: readonly (string | null)[];
  readonly id: number;
}

const sortable = new WeakMap<TypeDef, Map<string, FieldDef>>();

function fieldOf(type: TypeDef, key: string): FieldDef | undefined {
  const known = sortable.get(type);
  if (known) return known.get(key);
  sortable.set(type, new Map(Object.entries(type.fields).map(([name, field]) => [orderKey(name), field])));
  return fieldOf(type, key);
}

/** The sort key that a list is sorted by first. */
export const sortedBy = (type: TypeDef, orderBy: unknown): string | undefined =>
  (Array.isArray(orderBy) && orderBy.length ? (orderBy as OrderBy[]) : type.defaultOrder)[0]?.field;

/** Reads the `orderBy` argument; a key named twice counts the first time. The id runs as the last key does. */
export function listOrder(statement: Statement, type: TypeDef, orderBy: unknown, alias: string): ListOrder {
  const asked = Array.isArray(orderBy) && orderBy.length ? (orderBy as OrderBy[]) : type.defaultOrder;
  const keys = new Map<string, SortKey>();
  for (const { field: key, direction } of asked) {
    const field = fieldOf(type, key);
    if (!field?.order || keys.has(key)) continue;
    const sql = statement.row(field.orderSql ?? field.sql[0] ?? 'null', alias);
    keys.set(key, { sql, ...field.order, descending: direction === 'DESC' });
  }
  const descending = asked.at(-1)?.direction === 'DESC';
  keys.set('ID', { sql: `${alias}.id`, cast: 'bigint', nullable: false, descending });
  const name = [...keys].map(([key, one]) => (one.descending ? `-${key}` : key)).join(' ');
  return { name: `${type.name} ${name}`, keys: [...keys.values()] };
}

/** ORDER BY of the list; `reversed` runs it from its end. Rows without a value stand last, so first when reversed. */
export function orderBySql(order: ListOrder, reversed: boolean): string {
  // Behind a unique key nothing is left to sort, and its index alone gives the order.
  const decided = order.keys.findIndex(key => key.unique);
  const keys = decided < 0 ? order.keys : order.keys.slice(0, decided + 1);
  const parts = keys.map(key => {
    const direction = key.descending !== reversed ? ' desc' : '';
    return `${key.sql}${direction}${key.nullable ? ` nulls ${reversed ? 'first' : 'last'}` : ''}`;
  });
  return parts.join(', ');
}

/** Whether all keys run one way and are never empty: a place is then one comparison, which an index can seek. */
export const isUniform = ({ keys }: ListOrder): boolean =>
  keys.every(key => !key.nullable && key.descending === keys[0]?.descending);

/** Rows that stand strictly after the place, or before it. */
export function beyond(
  statement: Statement,
  order: ListOrder,
  place: Place,
  side: 'after' | 'before',
): string {
  const values = [...place.keys, place.id];
  const [first] = order.keys;
  if (isUniform(order)) {
    const params = order.keys.map((key, i) => statement.param(values[i], key.cast));
    const sign = (side === 'after') !== first?.descending ? '>' : '<';
    return `(${order.keys.map(key => key.sql).join(', ')}) ${sign} (${params.join(', ')})`;
  }
  return order.keys.reduceRight<string>(
    (rest, key, i) => step(statement, key, values[i] ?? null, side, rest),
    '',
  );
}

/** One key: past its value, or level with it and past the rest. */
function step(
  statement: Statement,
  key: SortKey,
  value: unknown,
  side: 'after' | 'before',
  rest: string,
): string {
  const { sql } = key;
  if (value === null) {
    // Rows without a value are the last: nothing is after them by this key, all with a value are before.
    const level = rest ? `(${sql} is null and ${rest})` : 'false';
    return side === 'after' ? level : `(${sql} is not null or ${level})`;
  }
  const param = statement.param(value, key.cast);
  const sign = (side === 'after') !== key.descending ? '>' : '<';
  const past =
    side === 'after' && key.nullable
      ? `${sql} ${sign} ${param} or ${sql} is null`
      : `${sql} ${sign} ${param}`;
  return rest ? `(${past} or (${sql} = ${param} and ${rest}))` : `(${past})`;
}
