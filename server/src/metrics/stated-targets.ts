import { saidBy } from '../access/setting-in-force.ts';
import type { Day } from '../kernel/days.ts';
import type { PathPoint } from './define-metric.ts';

/** The scope of a target that holds wherever a town has none of its own. */
export const district = 'DISTRICT';

/** A path as the setting states it: metric, scope, and its points as day and decimal. */
export type StatedPath = readonly [
  metric: string,
  scope: string,
  points: readonly (readonly [Day, string])[],
];

/** Target paths that are set, under metric and scope. */
export type StatedPaths = ReadonlyMap<string, readonly PathPoint[]>;

/** SQL for the target paths in force, as JSON, or those that were said by a change. */
export const targetsSql = (change?: string): string =>
  `(select coalesce(json_agg(json_build_array(split_part(key, '/', 2), split_part(key, '/', 3), value) order by key), '[]')
      from (select distinct on (key) key, value from setting_statement where key like 'targets/%'${saidBy(change)}
        order by key, change_id desc) newest where value <> 'null')`;

/** The name of a path among those that are set. */
export const nameOf = (metric: string, scope: string): string => `${metric}/${scope}`;

/** The paths that a statement has brought. */
export const statedPaths = (rows: readonly StatedPath[]): StatedPaths =>
  new Map(
    rows.map(([metric, scope, points]) => [
      nameOf(metric, scope),
      points.map(([day, value]) => ({ day, micros: microsOf(value) })),
    ]),
  );

/** A decimal of at most six places in millionths, without passing through floating point. */
function microsOf(decimal: string): number {
  const [whole = '0', part = ''] = decimal.split('.');
  return Number(whole) * 1_000_000 + Number(part.padEnd(6, '0'));
}
