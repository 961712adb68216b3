import type { PersonalValue } from '../../kernel/personal.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Row, Source, Value } from '../define-source.ts';
import { counts, isName, keyColumn, type FactTable } from './fact-table.ts';

/** legalRepresentative → legal_representative: the one rule between fields and columns. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, c => `_${c.toLowerCase()}`);
const fieldName = (column: string): string => column.replace(/_(\w)/g, (_, c: string) => c.toUpperCase());

/** Whether a value is sealed. */
export const isPersonal = (value: Value | undefined): value is PersonalValue =>
  typeof value === 'object' && value !== null && 'hash' in value;

/** The table's columns that these fields fill. */
export function recordColumns(source: Source, table: FactTable, fields: readonly string[]): string[] {
  const personal = new Set(source.columns.filter(column => column.personal).map(column => column.field));
  const names = fields.flatMap(field => {
    const name = columnName(field);
    return personal.has(field)
      ? [`${name}_cipher`, `${name}_hash`, `${name}_mask`]
      : [name, keyColumn(table, name) ?? name];
  });
  if (source.employer) names.push('enterprise_id');
  return [...new Set(names)].filter(name => table.columns.has(name));
}

/** How a column of a fact is taken from a row. */
export type Taker = (values: Row, employerId: number | null) => unknown;
const takers = new WeakMap<FactTable, Map<string, Taker>>();

/** How each column of the table is taken from a row; worked out once, used for millions of rows. */
export function takersOf(table: FactTable): ReadonlyMap<string, Taker> {
  const known = takers.get(table);
  if (known) return known;
  const made = new Map([...table.columns.keys()].map(name => [name, takerOf(table, name)]));
  takers.set(table, made);
  return made;
}

function takerOf(table: FactTable, name: string): Taker {
  if (name === 'enterprise_id') return (_, employerId) => employerId;
  const field = fieldName(name);
  const [, base, part] = /^(.+)_(cipher|hash|mask)$/.exec(name) ?? [];
  if (base && table.columns.has(`${base}_hash`)) {
    const personal = fieldName(base);
    return values => {
      const value = values[personal];
      return isPersonal(value) ? value[part as keyof PersonalValue] : null;
    };
  }
  const spelling = [...table.columns.keys()].find(other => keyColumn(table, other) === name);
  if (!spelling) return values => values[field] ?? null;
  const spelt = fieldName(spelling);
  return values => {
    const own = values[field] ?? null;
    const said = values[spelt];
    return own ?? (typeof said === 'string' ? nameKey(said) : null);
  };
}

/** The natural key in words; `employer` stands for whoever the row speaks of, known or not. */
export function naturalKey(source: Source, values: Row, employer: string): string {
  const parts = source.key.map(field =>
    field === 'uscc' || field === source.employer?.code ? employer : nameKey(String(values[field] ?? '')),
  );
  return JSON.stringify([source.form, ...parts]);
}

const contents = new WeakMap<
  readonly string[],
  { table: FactTable; takers: readonly Taker[]; names: string }
>();

/** Everything a row says, in words: two rows of one key are duplicates if these are equal. */
export function contentOf(
  source: Source,
  table: FactTable,
  values: Row,
  fields: readonly string[],
  employer: string,
): string {
  let plan = contents.get(fields);
  if (plan?.table !== table) {
    const columns = recordColumns(source, table, fields)
      .filter(name => counts(table, name))
      .sort();
    const takers = columns.map(name => {
      const take = takersOf(table).get(name) ?? (() => null);
      return isName(name) ? (row: Row) => spelt(take(row, null)) : take;
    });
    plan = { table, takers, names: columns.join(' ') };
    contents.set(fields, plan);
  }
  return JSON.stringify([plan.names, employer, ...plan.takers.map(take => take(values, null))]);
}

const spelt = (value: unknown): unknown => (typeof value === 'string' ? nameKey(value) : value);
