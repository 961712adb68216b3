import { DomainError } from '../kernel/errors.ts';
import type { MetricDefinition } from './define-metric.ts';
import { dimensions, inOwnWords, keySql, type Dimension } from './dimensions.ts';

/** Operators on one dimension; keys as in a cut, UNKNOWN for empty. */
export interface CodeFilter {
  eq?: string | null;
  ne?: string | null;
  in?: string[] | null;
  isNull?: boolean | null;
}

/** Which employers or cases a figure counts; the fields of one object must all hold. */
export interface MetricFilter {
  town?: CodeFilter | null;
  industry?: CodeFilter | null;
  size?: CodeFilter | null;
  registration?: CodeFilter | null;
  cause?: CodeFilter | null;
  channel?: CodeFilter | null;
  outcome?: CodeFilter | null;
  duration?: CodeFilter | null;
  age?: CodeFilter | null;
  confirmation?: CodeFilter | null;
  performance?: CodeFilter | null;
  subject?: CodeFilter | null;
  source?: CodeFilter | null;
  stage?: CodeFilter | null;
  grade?: CodeFilter | null;
  freshness?: CodeFilter | null;
  and?: MetricFilter[] | null;
  or?: MetricFilter[] | null;
  not?: MetricFilter | null;
}

/** The dimension each field of a filter speaks of. */
export const filterFields = {
  town: 'TOWN',
  industry: 'INDUSTRY',
  size: 'SIZE',
  registration: 'REGISTRATION',
  cause: 'CAUSE',
  channel: 'CHANNEL',
  outcome: 'OUTCOME',
  duration: 'DURATION',
  age: 'AGE',
  confirmation: 'CONFIRMATION',
  performance: 'PERFORMANCE',
  subject: 'SUBJECT',
  source: 'SOURCE',
  stage: 'STAGE',
  grade: 'GRADE',
  freshness: 'FRESHNESS',
} as const satisfies Record<string, Dimension>;
export type FilterField = keyof typeof filterFields;

/** A filter as SQL, with the dimensions it reads and the codes it names, which somebody has to look up in their lists. */
export interface FilterSql {
  readonly sql: string;
  readonly dimensions: ReadonlySet<Dimension>;
  readonly named: readonly { dimension: Dimension; code: string }[];
}

const mostConditions = 100;

/**
 * Turns a filter into SQL over the aliases of a term, or wherever the keys of the dimensions stand; refuses a dimension
 * that the metric does not have.
 */
export function filterSql(
  metric: MetricDefinition,
  filter: MetricFilter | null | undefined,
  bind: (value: unknown) => string,
  keyAt: (dimension: Dimension) => string = keySql,
): FilterSql {
  const used = new Set<Dimension>();
  const named: { dimension: Dimension; code: string }[] = [];
  let conditions = 0;

  const one = (field: FilterField, test: CodeFilter): string[] => {
    const dimension: Dimension = filterFields[field];
    if (!metric.dimensions.includes(dimension)) throw lacking(metric, field);
    used.add(dimension);
    const codes = [test.eq, test.ne, ...(test.in ?? [])].filter(code => typeof code === 'string');
    if (dimension !== inOwnWords) named.push(...codes.map(code => ({ dimension, code })));
    const key = keyAt(dimension);
    const sql: string[] = [];
    if (test.eq != null) sql.push(`${key} = ${bind(test.eq)}`);
    if (test.ne != null) sql.push(`${key} <> ${bind(test.ne)}`);
    if (test.in) sql.push(`${key} = any (${bind(test.in)}::text[])`);
    if (test.isNull != null) sql.push(`${key} ${test.isNull ? '=' : '<>'} 'UNKNOWN'`);
    return sql;
  };

  const all = (level: MetricFilter, depth: number): string => {
    const fields = Object.keys(filterFields) as FilterField[];
    const sql = fields.flatMap(field => (level[field] ? one(field, level[field]) : []));
    conditions += sql.length + 1;
    if (depth > 8 || conditions > mostConditions) throw tooMuch();
    for (const part of level.and ?? []) sql.push(all(part, depth + 1));
    if (level.or) sql.push(level.or.map(part => all(part, depth + 1)).join(' or ') || 'false');
    if (level.not) sql.push(`not ${all(level.not, depth + 1)}`);
    return sql.length ? `(${sql.map(part => `(${part})`).join(' and ')})` : '(true)';
  };

  return { sql: filter ? all(filter, 0) : '(true)', dimensions: used, named };
}

/** The refusal of a code that is in no list. */
export function unknownCode(field: string, code: string): DomainError {
  return DomainError.badInput(`filter.${field}`, {
    zh: `筛选条件中的代码“${code}”不存在。`,
    en: `There is no code "${code}" to filter by.`,
  });
}

const lacking = (metric: MetricDefinition, field: FilterField): DomainError =>
  DomainError.badInput(`filter.${field}`, {
    zh: `指标“${metric.name.zh}”不能按“${dimensions[filterFields[field]].zh}”筛选。`,
    en: `${metric.key} cannot be filtered by ${field}.`,
  });

const tooMuch = (): DomainError =>
  DomainError.badInput('filter', {
    zh: `筛选条件过于复杂：最多 8 层、${mostConditions} 项。`,
    en: `The filter is too complex: at most 8 levels and ${mostConditions} conditions.`,
  });
