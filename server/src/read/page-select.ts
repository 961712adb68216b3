import { orderBySql, type ListOrder } from './order.ts';

/** A page of rows as it is asked for: from which rows, by which conditions, in which order, how many. */
export interface PageSelect {
  readonly table: string;
  /** Conditions that lead an index in this order to where the page begins. */
  readonly seek: readonly string[];
  /** Conditions that are tried row by row. */
  readonly filter: readonly string[];
  readonly order: ListOrder;
  readonly backwards: boolean;
  readonly limit: number;
}

/** So many rows are tried in their order before the whole table is looked through. */
const walkedRows = 2000;

/** Whether an index keeps the rows in this order. */
const isIndexed = ({ keys }: ListOrder): boolean =>
  keys.length === 1 || !!keys[0]?.unique || (keys.length === 2 && !!keys[0]?.indexed);

/** The conditions as a WHERE, or nothing. */
export const whereSql = (conditions: readonly string[]): string =>
  conditions.length ? ` where ${conditions.join(' and ')}` : '';

/**
 * The page as SELECT text over rows `r`. Where rows are tried one by one in the order of an index, nobody knows how far
 * the next match is: among many a page is there at once, but for the few of a million every row would be fetched from
 * its own place. So a first stretch is tried, and only where that does not fill the page, the places of all matches are
 * found by whatever is quickest, often an index alone, and sorted; rows themselves, and what they show, are looked up
 * for those of the page alone.
 */
export function pageSelect(columns: string, { table, seek, filter, order, backwards, limit }: PageSelect): string {
  const by = (keys: ListOrder): string => `order by ${orderBySql(keys, backwards)} limit`;
  const [sorted, all] = [by(order), whereSql([...filter, ...seek])];
  if (!filter.length || !isIndexed(order)) return `select ${columns} from ${table} r${all} ${sorted} ${limit}`;
  const places = ['r.id', ...order.keys.map(({ sql }, i) => `${sql} as key${i}`)].join(', ');
  const byPlace = by({ ...order, keys: order.keys.map((key, i) => ({ ...key, sql: `place.key${i}` })) });
  return `select page.* from (with walked as materialized (
      select ${columns} from (select * from ${table} r${whereSql(seek)} ${sorted} ${walkedRows}) r${whereSql(filter)} ${sorted} ${limit})
    select * from walked where (select count(*) from walked) >= ${limit}
    union all (select ${columns} from ${table} r where r.id in (
      select place.id from (select ${places} from ${table} r${all} offset 0) place
      where (select count(*) from walked) < ${limit} ${byPlace} ${limit}) ${sorted} ${limit})) page`;
} // prettier-ignore
