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
 * its own place. So a first stretch is tried, and only where that does not fill the page, all matches are found by
 * whatever is quickest and sorted; what a row shows is
 * worked out for those of the page alone.
 */
export function pageSelect(columns: string, { table, seek, filter, order, backwards, limit }: PageSelect): string {
  const sorted = `order by ${orderBySql(order, backwards)} limit`;
  const all = `from ${table} r${whereSql([...filter, ...seek])}`;
  if (!filter.length || !isIndexed(order)) return `select ${columns} ${all} ${sorted} ${limit}`;
  return `select page.* from (with walked as materialized (
      select ${columns} from (select * from ${table} r${whereSql(seek)} ${sorted} ${walkedRows}) r${whereSql(filter)} ${sorted} ${limit})
    select * from walked where (select count(*) from walked) >= ${limit}
    union all (select ${columns} from (select * from (select * ${all} offset 0) r
      where (select count(*) from walked) < ${limit} ${sorted} ${limit}) r ${sorted} ${limit})) page`;
} // prettier-ignore
