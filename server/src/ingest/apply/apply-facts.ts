import type { Day } from '../../kernel/days.ts';
import type { Row, Source, Value } from '../define-source.ts';
import { compare, insertFacts, known, updateFacts, type Existing, type FactTable } from './fact-table.ts';
import { daysToNote, noteStatedOn } from './precedence.ts';
import { columnName, recordColumns, takersOf } from './record.ts';
import type { Run } from './run.ts';
import type { SqlColumn } from './sql-columns.ts';
import type { Statement } from './statement.ts';

/** A statement compared with what is known. */
export interface Compared {
  readonly statement: Statement;
  readonly existing: Existing | undefined;
  /** A file of a later day of report says otherwise: the row is kept as history and corrects nothing. */
  readonly older?: boolean;
}

/** A compared statement with the row it was entered as. */
export interface Placed {
  readonly compared: Compared;
  readonly importRowId: number;
}

/** From so many rows on it pays to ask first which keys are known at all, as long as hardly any are. */
const many = 500;
const hardlyAny = 0.2;

/** The part of applying that every form shares: compare a batch, then write what is new or different. */
export class FactWriter {
  readonly source: Source;
  readonly table: FactTable;
  readonly #run: Run;
  readonly #fields: readonly string[];
  /** Columns that are compared and corrected: those the sheet speaks of. */
  readonly #columns: readonly string[];
  /** Columns of a new fact: also what an absent column means. */
  readonly #allColumns: readonly string[];
  /** Columns that the sheet lacks, where something is computed from the whole row: column → field. */
  readonly #needed: ReadonlyMap<string, string>;
  /** Of the last batch: the share of rows whose key was known. */
  #shareKnown = 0;

  constructor(run: Run, source: Source, table: FactTable, fields: readonly string[]) {
    const every = [...source.columns.map(column => column.field), ...Object.keys(source.derived)];
    [this.#run, this.source, this.table, this.#fields] = [run, source, table, fields];
    this.#columns = recordColumns(source, table, fields);
    this.#allColumns = recordColumns(source, table, every);
    const computed = Object.keys(source.derived).some(field => fields.includes(field));
    const lacking = source.columns
      .filter(column => computed && !column.personal && !fields.includes(column.field))
      .map(column => column.field)
      .filter(field => table.columns.has(columnName(field)));
    this.#needed = new Map(lacking.map(field => [columnName(field), field]));
  }

  /** Beside each statement, what stands under its key. */
  async compare(statements: readonly Statement[]): Promise<Compared[]> {
    const first = await this.#compare(statements);
    if (!this.#needed.size) return first;
    const merged = first.map(({ statement, existing }) =>
      existing ? this.#rejudged(statement, existing) : statement,
    );
    return merged.some((statement, i) => statement !== statements[i]) ? this.#compare(merged) : first;
  }

  async #compare(statements: readonly Statement[]): Promise<Compared[]> {
    const found = statements.length ? await this.#existing(statements) : [];
    const byOrd = new Map(found.map(existing => [existing.ord, existing]));
    return statements.map((statement, ord) => ({ statement, existing: byOrd.get(ord) }));
  }

  async #existing(statements: readonly Statement[]): Promise<Existing[]> {
    const { query } = this.#run;
    const { table } = this;
    const ords = statements.map((_, ord) => ord);
    const said = this.#sqlColumns(statements, [...new Set([...table.key, ...this.#columns])]);
    const all = [{ name: 'ord', type: 'int', values: ords }, ...said];
    const standing = [...this.#needed.keys(), ...this.#extra()];
    if (statements.length < many || this.#shareKnown > hardlyAny) {
      const found = await compare(query, table, all, this.#columns, standing);
      this.#shareKnown = found.length / statements.length;
      return found;
    }
    const there = await known(query, table, all);
    this.#shareKnown = there.length / statements.length;
    if (!there.length) return [];
    const only = all.map(column => ({ ...column, values: there.map(ord => column.values[ord]) }));
    return compare(query, table, only, this.#columns, standing);
  }

  #sqlColumns(statements: readonly Statement[], names: readonly string[]): SqlColumn[] {
    const takers = takersOf(this.table);
    return names.map(name => {
      const take = takers.get(name);
      const values = statements.map(({ values: row, employer }) => take?.(row, employer?.id ?? null) ?? null);
      return { name, type: this.table.columns.get(name)?.type ?? 'text', values };
    });
  }

  /** A name is asked back, so that a change of name is noticed. */
  #extra(): string[] {
    return this.source.employer ? [] : ['name', 'name_key'];
  }

  /** What is computed is computed from the whole fact, also from columns that this file lacks. */
  #rejudged(statement: Statement, existing: Existing): Statement {
    const { values } = statement;
    const standing = [...this.#needed].map(([column, field]) => [
      field,
      asValue(existing.standing?.[column]),
    ]);
    const whole: Row = { ...values, ...(Object.fromEntries(standing) as Row) };
    const { derived } = this.source.judge(whole);
    const fresh = Object.entries(derived).filter(
      ([field, value]) =>
        this.#fields.includes(field) && JSON.stringify(value) !== JSON.stringify(values[field]),
    );
    return fresh.length ? { ...statement, values: { ...values, ...Object.fromEntries(fresh) } } : statement;
  }

  /** Writes the new and the corrected; each compared statement comes with the row it was entered as. */
  async write(batch: readonly Placed[], statedOn: Day | null): Promise<void> {
    const { query, parts } = this.#run;
    const added = batch.filter(({ compared }) => !compared.existing);
    const changed = batch.filter(({ compared }) => compared.existing?.differs && !compared.older);
    if (added.length)
      await insertFacts(query, this.table, this.#written(added, this.#allColumns), parts.known);
    if (changed.length) {
      const ids = changed.map(({ compared }) => compared.existing?.id);
      const columns = [{ name: 'id', type: 'bigint', values: ids }, ...this.#written(changed, this.#columns)];
      await updateFacts(query, this.table, columns, parts.known);
    }
    await noteStatedOn(query, this.table, daysToNote(batch.map(({ compared }) => compared), statedOn)); // prettier-ignore
  }

  #written(batch: readonly Placed[], names: readonly string[]): SqlColumn[] {
    const statements = batch.map(({ compared }) => compared.statement);
    const rows = batch.map(({ importRowId }) => importRowId);
    return [{ name: 'import_row_id', type: 'bigint', values: rows }, ...this.#sqlColumns(statements, names)];
  }
}

/** A value as it came out of the database's JSON: numbers with a fraction are decimal strings to a judge. */
function asValue(value: unknown): Value {
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value);
  return (value ?? null) as Value;
}
