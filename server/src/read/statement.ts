import { can } from '../access/policy.ts';
import { revisionConditions, shadows } from '../access/policy/row-conditions.ts';
import { settingInForce, type CountingSetting } from '../access/setting-in-force.ts';
import type { TypeDef } from './define-list.ts';
import type { Known } from '../kernel/known.ts';
import { dayOfReading, type ReadRequest } from './request.ts';

/** How many values one json_build_array may take; PostgreSQL stops at 100 arguments. */
const mostArguments = 90;

/** One SQL statement while it is being written: parameters, common table expressions, and JSON sets to return. */
export class Statement {
  readonly values: unknown[] = [];
  readonly request: ReadRequest;
  readonly #known = new Map<string, string>();
  readonly #tables = new Set<string>();
  readonly #levels: string[] = [];
  readonly #sets: string[] = [];
  readonly #codes = new Map<string, number>();
  #aliases = 0;
  #named = 0;

  constructor(request: ReadRequest) {
    this.request = request;
  }

  /** A value as a parameter of this SQL type; never part of the text. */
  param(value: unknown, cast: string): string {
    this.values.push(value);
    return `$${this.values.length}::${cast}`;
  }

  /** An alias no other part of the statement uses. */
  alias(): string {
    return `x${++this.#aliases}`;
  }

  /** Names a table, so that `asKnownAt` can shadow it. */
  table(name: string): string {
    this.#tables.add(name);
    return name;
  }

  /** Names what holds the rows of a type: its table, or its parts that the viewer may read, composed. */
  rowsOf({ table, parts }: TypeDef): string {
    if (!parts) return this.table(table);
    this.#once(`rows of ${table}`, () => {
      const open = parts.filter(part => part.needs.every(action => can(this.request.viewer, action)));
      for (const name of open.flatMap(part => part.tables)) this.table(name);
      // Looked into for a few employers at a time: the condition on the whole must reach every part's index.
      this.#levels.push(
        `${table} as not materialized (${open.map(part => this.row(part.sql, '')).join('\nunion all\n')})`,
      );
      return table;
    });
    return table;
  }

  /** Fills in a declared expression for a row; `on` is the day that an argument asked for. */
  row(sql: string, alias: string, on?: unknown): string {
    let text = sql.replaceAll('$.', `${alias}.`);
    if (text.includes('{day}')) text = text.replaceAll('{day}', this.#day(on));
    if (text.includes('{term}'))
      text = text.replaceAll(
        '{term}',
        this.#once('term', () => `(${this.#setting('certificationTerm')})::int`),
      );
    if (text.includes('{denominator}'))
      text = text.replaceAll('{denominator}', `(${this.#setting('denominator')})`);
    return text;
  }

  /** Adds a common table expression; returns its name. */
  level(sql: string): string {
    const name = `l${++this.#named}`;
    this.#levels.push(`${name} as (${sql})`);
    return name;
  }

  /** Adds JSON to return; returns its place in the answer. */
  set(sql: string): number {
    return this.#sets.push(sql) - 1;
  }

  /** The rows of a level as one JSON array a column: the cheapest form to write, send and parse. */
  columns(level: string, columns: readonly string[]): number {
    const arrays = columns.map(column => `json_agg(${column})`);
    const groups: string[] = [];
    for (let i = 0; i < arrays.length; i += mostArguments) {
      groups.push(`json_build_array(${arrays.slice(i, i + mostArguments).join(', ')})`);
    }
    return this.set(`select json_build_array(${groups.join(', ')}) from ${level}`);
  }

  /** Names of the reference tables that the answer shows, in the reader's language; each once. */
  codes(table: string): void {
    if (this.#codes.has(table)) return;
    const { language } = this.request.viewer;
    this.#codes.set(table, this.set(`select json_object_agg(code, name_${language}) from ${table}`));
  }

  /** Reference table → place of its names in the answer. */
  get codeSets(): ReadonlyMap<string, number> {
    return this.#codes;
  }

  text(): string {
    const levels = this.#levels.join(',\n');
    const answer = `select ${this.#sets.map((sql, i) => `(${sql}) as s${i}`).join(',\n  ')}`;
    const parts = [...this.#shadows(`${levels} ${answer}`), levels].join(',\n');
    return `with ${parts}\n${answer}`;
  }

  /**
   * Every table read is shadowed by those of its rows that exist for the viewer, where these are not all; with
   * `asKnownAt` by its revisions in force then.
   */
  #shadows(text: string): string[] {
    const { known, viewer } = this.request;
    const bind = (value: unknown, cast: string): string => this.param(value, cast);
    if (!known) return shadows(viewer.scope, text, bind);
    const last = this.lastKnown(known);
    const conditions = revisionConditions(viewer.scope, bind);
    const existing = (table: string): string => {
      const condition = conditions.get(table)?.('h');
      return condition ? `\n    and ${condition}` : '';
    };
    return [...this.#tables].map(
      table => `${table} as not materialized (select h.* from ${table}_revision h
  where h.change_id <= ${last} and h.ended_by > ${last}${existing(table)})`,
    );
  }

  /** The last change that was known at a moment, as a parameter: its number is what plans are made by. */
  lastKnown({ change }: Known): string {
    return this.#once('change', () => this.param(change, 'bigint'));
  }

  #day(on: unknown): string {
    const day = typeof on === 'string' ? on : dayOfReading(this.request);
    return this.#once(`day ${day}`, () => this.param(day, 'date'));
  }

  /** A setting that is counted by: the one in force (then). */
  #setting(key: CountingSetting): string {
    const { known } = this.request;
    return settingInForce(key, known ? this.lastKnown(known) : undefined);
  }

  #once(key: string, make: () => string): string {
    const known = this.#known.get(key);
    if (known) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}
