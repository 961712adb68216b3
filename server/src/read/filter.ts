import { DomainError } from '../kernel/errors.ts';
import { literally, nameKey } from '../kernel/text.ts';
import { orderKey, type FieldDef, type Operand, type TypeDef } from './define-list.ts';
import type { Relations } from './relations.ts';
import type { Statement } from './statement.ts';

/** A filter as GraphQL has read it: field → operators, and the joints `and`, `or`, `not`. */
export type Filter = Readonly<Record<string, unknown>>;

const deepest = 6;
const longestList = 1000;

const casts: Record<Operand, string> = {
  text: 'text',
  name: 'text',
  code: 'text',
  int: 'int',
  decimal: 'numeric',
  day: 'date',
  boolean: 'boolean',
};
const comparisons: Record<string, string> = {
  eq: '=', ne: 'is distinct from', lt: '<', lte: '<=', gt: '>', gte: '>=',
}; // prettier-ignore

/** Writes filters as SQL conditions; a condition is never unknown where it counts, so `not` is the exact complement. */
export class FilterWriter {
  readonly #statement: Statement;
  readonly #relations: Relations;

  constructor(statement: Statement, relations: Relations) {
    this.#statement = statement;
    this.#relations = relations;
  }

  /** The condition on the row `alias`, or undefined when the filter asks nothing. */
  write(type: TypeDef, filter: unknown, alias: string, depth = 0): string | undefined {
    if (filter === null || filter === undefined) return undefined;
    if (depth > deepest) throw tooDeep();
    const conditions: string[] = [];
    for (const [name, value] of Object.entries(filter as Filter)) {
      if (value === null || value === undefined) continue;
      const condition = this.#part(type, name, value, alias, depth);
      if (condition) conditions.push(condition);
    }
    return conditions.length ? conditions.join(' and ') : undefined;
  }

  /** The conditions on the very column that is sorted by, which lead to a place in its index, and all others. */
  split(
    type: TypeDef,
    filter: unknown,
    alias: string,
    sortedBy: string | undefined,
  ): { leading: string[]; rest: string[] } {
    const [leading, rest]: [string[], string[]] = [[], []];
    for (const [name, value] of Object.entries((filter ?? {}) as Filter)) {
      const condition = this.write(type, { [name]: value }, alias);
      const leads = orderKey(name) === sortedBy && !type.fields[name]?.filterSql;
      if (condition) (leads ? leading : rest).push(condition);
    }
    return { leading, rest };
  }

  #part(type: TypeDef, name: string, value: unknown, alias: string, depth: number): string | undefined {
    if (name === 'and' || name === 'or') return this.#joined(type, name, value as unknown[], alias, depth);
    if (name === 'not') return `(${this.write(type, value, alias, depth + 1) ?? 'true'}) is not true`;
    const field = type.fields[name];
    if (field?.filter) return this.#operators(field, field.filter, value as Filter, alias, name);
    const held = type.held?.[name];
    if (held) {
      held.tables.forEach(table => this.#statement.table(table));
      return `(${this.#statement.row(held.sql, alias, value)})`;
    }
    return this.#related(type, name, value, alias, depth);
  }

  #joined(type: TypeDef, joint: 'and' | 'or', parts: unknown[], alias: string, depth: number): string {
    if (parts.length > longestList) throw tooDeep();
    const conditions = parts.map(part => `(${this.write(type, part, alias, depth + 1) ?? 'true'})`);
    if (conditions.length === 0) return joint === 'and' ? 'true' : 'false';
    return `(${conditions.join(` ${joint} `)})`;
  }

  #operators(
    field: FieldDef,
    operand: Operand,
    operators: Filter,
    alias: string,
    name: string,
  ): string | undefined {
    const { byCode } = field;
    if (byCode && !this.#statement.request.known) return this.#codes(byCode, operators, alias, name);
    field.tables?.forEach(table => this.#statement.table(table));
    const sql = this.#statement.row(field.filterSql ?? field.sql[0] ?? 'null', alias);
    const conditions: string[] = [];
    for (const [operator, value] of Object.entries(operators)) {
      if (value === null || value === undefined) continue;
      conditions.push(this.#operator(sql, operand, operator, value, name));
    }
    return conditions.length ? conditions.join(' and ') : undefined;
  }

  /** Codes by their own conditions: every row has exactly one of them. */
  #codes(
    byCode: Readonly<Record<string, string>>,
    { eq, ne, in: list, isNull }: Filter,
    alias: string,
    name: string,
  ): string | undefined {
    const has = (code: unknown): string => `(${this.#statement.row(byCode[String(code)] ?? 'false', alias)})`;
    const codes = list as unknown[] | null | undefined;
    if ((codes?.length ?? 0) > longestList) throw tooLong(name);
    const any = [...new Set(codes)].map(has).join(' or ') || 'false';
    const conditions = [
      eq == null ? '' : has(eq), ne == null ? '' : `not ${has(ne)}`, codes ? `(${any})` : '', isNull == null ? '' : String(!isNull),
    ]; // prettier-ignore
    return conditions.filter(Boolean).join(' and ') || undefined;
  }

  #operator(sql: string, operand: Operand, operator: string, value: unknown, name: string): string {
    // Said by itself, so that an index of the rows that meet it can be used.
    if (operand === 'boolean' && operator === 'eq') return value ? `(${sql})` : `not (${sql})`;
    if (operator === 'isNull') return `${sql} is ${value ? '' : 'not '}null`;
    const cast = casts[operand];
    if (operator === 'in') {
      const list = (value as unknown[]).filter(one => one !== null);
      if (list.length > longestList) throw tooLong(name);
      return `${sql} = any (${this.#statement.param(
        list.map(one => fit(operand, one, name)),
        `${cast}[]`,
      )})`;
    }
    const fitted = fit(operand, value, name);
    if (operator === 'contains') {
      const pattern = `%${literally(String(fitted))}%`;
      return `${sql} ${operand === 'name' ? 'like' : 'ilike'} ${this.#statement.param(pattern, 'text')}`;
    }
    return `${sql} ${comparisons[operator] ?? '='} ${this.#statement.param(fitted, cast)}`;
  }

  #related(type: TypeDef, name: string, value: unknown, alias: string, depth: number): string | undefined {
    const relation = this.#relations.of(type, name);
    if (!relation?.filter) throw new Error(`${type.name} has no filter ${name}`);
    const other = this.#statement.alias();
    const condition = this.write(relation.to, value, other, depth + 1);
    if (!condition) return undefined;
    const table = this.#statement.table(relation.to.table);
    return `${alias}.${relation.fromColumn} in (select ${other}.${relation.toColumn} from ${table} ${other} where ${condition})`;
  }
}

/** The operand as PostgreSQL takes it: names folded; text that no column can hold is refused. */
function fit(operand: Operand, value: unknown, name: string): unknown {
  if (typeof value !== 'string') return value;
  if (value.includes('\0')) {
    throw DomainError.badInput(name, {
      zh: '文本中含有不允许的字符。',
      en: 'The text holds a character that is not allowed.',
    });
  }
  return operand === 'name' ? nameKey(value) : value;
}

const tooDeep = (): DomainError =>
  DomainError.badInput('filter', { zh: '筛选条件嵌套过深。', en: 'The filter is nested too deeply.' });

const tooLong = (name: string): DomainError =>
  DomainError.badInput(name, {
    zh: `列表最多 ${longestList} 项。`,
    en: `A list holds at most ${longestList} values.`,
  });
