import { settingInForce } from '../access/setting-in-force.ts';
import type { Known } from '../kernel/known.ts';
import type { ReadModel } from './define-read-model.ts';

/** Tables whose every revision is kept; a CTE of the same name in front of a statement shows those of a moment. */
export const factTables = [
  'enterprise',
  'former_name',
  'enterprise_status',
  'union_organisation',
  'certification',
  'dispute',
  'contract',
  'filing',
  'signing',
  'inspection',
] as const;
export type FactTable = (typeof factTables)[number];

const mentions = (sql: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(sql);

/** The settings that figures depend on: those in force, or those that were said by a change. */
export function settingsSql(change?: string): string {
  return `select ${settingInForce('denominator', change)} as denominator,
    ${settingInForce('certificationTerm', change)}::int as certification_term_years`;
}

/** What stands behind a piece of SQL: its read models, each after those it is made of, and the fact tables they read. */
export interface Sources {
  readonly models: readonly ReadModel[];
  readonly tables: readonly FactTable[];
  readonly settings: boolean;
}

/** Finds them by their names, which read models and terms state plainly. */
export function sourcesOf(sql: string, models: readonly ReadModel[]): Sources {
  const needed = new Set<ReadModel>();
  const visit = (text: string): void => {
    for (const name of text.match(/\brm_\w+/g) ?? []) {
      if (name === 'rm_setting') continue;
      const model = models.find(one => one.name === name);
      if (!model) throw new Error(`read model ${name} is not in the catalogue`);
      if (needed.has(model) || model.sql === text) continue;
      visit(model.sql);
      needed.add(model);
    }
  };
  visit(sql);
  const all = [sql, ...[...needed].map(model => model.sql)].join('\n');
  return {
    models: [...needed],
    tables: factTables.filter(table => mentions(all, table)),
    settings: mentions(all, 'rm_setting'),
  };
}

/** Takes the last change that was known by a moment into a statement. */
export const changeSql = (known: Known | null, bind: (value: unknown) => string): string | undefined =>
  known ? `${bind(known.change)}::bigint` : undefined;

/** The WITH list a statement needs: settings, the tables as a change left them, and the read models it mentions. */
export function withList(sql: string, models: readonly ReadModel[], change: string | undefined): string[] {
  const sources = sourcesOf(sql, models);
  const shadow = (table: string): string => `${table} as not materialized (select * from ${table}_revision
    where change_id <= ${change} and ended_by > ${change})`;
  return [
    `rm_setting as materialized (${settingsSql(change)})`,
    ...(change ? sources.tables.map(shadow) : []),
    ...modelsOf(sources),
  ];
}

/** The read models as common table expressions. */
export const modelsOf = ({ models }: Sources): string[] =>
  models.map(({ name, sql }) => `${name} as (${sql})`);
