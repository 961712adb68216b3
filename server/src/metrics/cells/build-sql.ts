import { changesOf } from '../changes-of.ts';
import { modelsOf, settingsSql } from '../compose.ts';
import type { Dimension } from '../dimensions.ts';
import { column, employerDimensionsOf, keyColumns, rowDimensionsOf, settingsText } from './keys.ts';
import { levelsOf, type Level } from './levels.ts';
import type { StoredTerm } from './stored-terms.ts';

const list = (parts: readonly string[]): string => parts.join(', ');
const sums = 'sum(amount)::int8 as amount, sum(count)::int8 as count';

/**
 * One statement that makes all cells of a term from the facts: $1 its id, $2 the digest. All of it sees one state of
 * the database, so the number of the last change that it enters is that of the facts it has counted. Employers that
 * are alike in every dimension are summed first, by a number; small levels are summed from larger ones.
 */
export function buildSql(stored: StoredTerm): string {
  const { term, scale, dimensions, sources } = stored;
  const [own, rows] = [employerDimensionsOf(dimensions), rowDimensionsOf(dimensions)];
  const names = own.map(column);
  const rowKeys = rows.map(column);
  const moved = changesOf(term, scale, {
    columns: { kin: 'e.kin', ...keyColumns(rows) },
    employer: 'cell_employer',
    where: 'true',
  });
  const levels = [...levelsOf(dimensions)].sort((a, b) => b.by.length - a.by.length);
  return `with ${[
    `rm_setting as materialized (${settingsSql()})`,
    ...modelsOf(sources),
    `cell_employer as materialized (
      select id, ${list(names)}, dense_rank() over (order by ${list(names)})::int as kin
      from (select id, ${list(Object.entries(keyColumns(own)).map(([name, sql]) => `${sql} as ${name}`))} from enterprise e) e)`,
    `cell_base as materialized (
      select day, ${list(['kin', ...rowKeys])}, sum(amount)::int8 as amount, sum(sign)::int8 as count
      from (${moved}) moved where day < 'infinity' group by ${list(['day', 'kin', ...rowKeys])})`,
    `cell_keyed as (
      select b.*, ${list(names.map(name => `k.${name}`))}
      from cell_base b join (select distinct kin, ${list(names)} from cell_employer) k on k.kin = b.kin)`,
    ...levels.map(level => levelSql(level, levels)),
    `day_cell as materialized (${levels
      .map(
        ({ number }) =>
          `select ${number}::int2 as level, * from level_${number} where amount <> 0 or count <> 0`,
      )
      .join(' union all ')})`,
    `month_cell as materialized (
      select level, date_trunc('month', day)::date as day, k1, k2, ${sums} from day_cell group by 1, 2, 3, 4)`,
    `entered as (update metric_term set through = (select max(id) from change),
        settings = ${sources.settings ? settingsText : `''`}
      where id = $1 and digest = $2)`,
  ].join(',\n')}
    insert into metric_cell (term, level, grain, day, k1, k2, amount, count)
    select $1, level, grain, day, k1, k2, amount, count
    from (select 'D'::"char" as grain, * from day_cell
      union all select 'M', * from month_cell
      union all select 'Y', level, date_trunc('year', day)::date, k1, k2, ${sums} from month_cell group by 2, 3, 4, 5) c
    where amount <> 0 or count <> 0
    order by level, grain, day`;
}

/** One level, from the smallest kept level that holds it, else from the base. */
function levelSql(level: Level, levels: readonly Level[]): string {
  const holds = (one: Level): boolean =>
    one.by.length > level.by.length && level.by.every(dimension => one.by.includes(dimension));
  const from = levels.filter(holds).at(-1);
  const key = (dimension: Dimension): string =>
    from ? `k${from.by.indexOf(dimension) + 1}` : column(dimension);
  const [k1, k2] = [0, 1].map(i => (level.by[i] ? key(level.by[i]) : `''::text`));
  const source = from ? `level_${from.number}` : 'cell_keyed';
  return `level_${level.number} as materialized (
    select day, ${k1} as k1, ${k2} as k2, ${sums} from ${source} group by 1, 2, 3)`;
}
