import { keySql, ofEmployer, type Dimension } from '../dimensions.ts';
import type { Level } from './levels.ts';

/** The name of a dimension as a column of the statements that make cells. */
export const column = (dimension: Dimension): string => `k_${dimension.toLowerCase()}`;

/** The dimensions of employers among some, and those of the rows that are counted. */
export const employerDimensionsOf = (dimensions: readonly Dimension[]): Dimension[] =>
  dimensions.filter(ofEmployer);
export const rowDimensionsOf = (dimensions: readonly Dimension[]): Dimension[] =>
  dimensions.filter(dimension => !ofEmployer(dimension));

/** Columns of keys, for a select list. */
export const keyColumns = (dimensions: readonly Dimension[]): Record<string, string> =>
  Object.fromEntries(dimensions.map(dimension => [column(dimension), keySql(dimension)]));

/** Which of the two key columns of a cell holds a dimension. */
export const keyOf = (level: Level, dimension: Dimension): 'k1' | 'k2' =>
  level.by.indexOf(dimension) === 0 ? 'k1' : 'k2';

/** A change of one day is part of three cells: of the day, of its month, of its year. */
export const grainsSql = `(values ('D'::"char", day), ('M'::"char", date_trunc('month', day)::date), ('Y'::"char", date_trunc('year', day)::date))
  as g(grain, start)`;

/** The settings as one text: cells of terms that read them hold for these values only. */
export const settingsText = `(select denominator || ':' || certification_term_years from rm_setting)`;
