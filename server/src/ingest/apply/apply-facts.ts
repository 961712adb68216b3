import type { Day } from '../../kernel/days.ts';
import type { Row, Source, Value } from '../define-source.ts';
import {
  compare,
  insertFacts,
  updateFacts,
  type Existing,
  type FactRecord,
  type FactTable,
} from './fact-table.ts';
import { noteStatedOn } from './precedence.ts';
import { columnName, recordColumns, toRecord } from './record.ts';
import type { Run } from './run.ts';
import type { Statement } from './statement.ts';

/** A statement compared with what is known. */
export interface Compared {
  readonly statement: Statement;
  readonly existing: Existing | undefined;
  readonly record: FactRecord;
  /** A file of a later day of report says otherwise: the row is kept as history and corrects nothing. */
  readonly older?: boolean;
}

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
    if (!statements.length) return [];
    const records = statements.map(({ values, employer }, ord) => ({
      ...toRecord(this.table, values, this.source.employer ? (employer?.id ?? null) : null),
      ord,
    }));
    const found = await compare(this.#run.query, this.table, records, this.#columns, [
      ...this.#needed.keys(),
      ...this.#extra(),
    ]);
    const byOrd = new Map(found.map(existing => [existing.ord, existing]));
    return statements.map((statement, ord) => ({
      statement,
      existing: byOrd.get(ord),
      record: records[ord] ?? {},
    }));
  }

  /** A name is asked back, so that a change of name is noticed. */
  #extra(): string[] {
    return this.source.employer ? [] : ['name', 'name_key'];
  }

  /** What is computed is computed from the whole fact, also from columns that this file lacks. */
  #rejudged(statement: Statement, existing: Existing): Statement {
    const { values } = statement;
    const standing = [...this.#needed].map(([column, field]) => [field, asValue(existing.standing[column])]);
    const whole: Row = { ...values, ...(Object.fromEntries(standing) as Row) };
    const { derived } = this.source.judge(whole);
    const fresh = Object.entries(derived).filter(
      ([field, value]) =>
        this.#fields.includes(field) && JSON.stringify(value) !== JSON.stringify(values[field]),
    );
    return fresh.length ? { ...statement, values: { ...values, ...Object.fromEntries(fresh) } } : statement;
  }

  /** Writes the new and the corrected; each compared statement comes with the row it was entered as. */
  async write(
    batch: readonly { readonly compared: Compared; readonly importRowId: number }[],
    statedOn: Day | null,
  ): Promise<void> {
    const { query, parts } = this.#run;
    const record = ({ compared, importRowId }: (typeof batch)[number]): FactRecord => ({
      ...compared.record,
      id: compared.existing?.id,
      import_row_id: importRowId,
    });
    const added = batch.filter(({ compared }) => !compared.existing).map(record);
    const changed = batch.filter(({ compared }) => compared.existing?.differs && !compared.older).map(record);
    await insertFacts(query, this.table, added, this.#allColumns, parts.known);
    await updateFacts(query, this.table, changed, this.#columns, parts.known);
    const timely = batch.filter(({ compared }) => !compared.older).map(record);
    await noteStatedOn(query, this.table, timely, statedOn);
  }
}

/** A value as it came out of the database's JSON: numbers with a fraction are decimal strings to a judge. */
function asValue(value: unknown): Value {
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value);
  return (value ?? null) as Value;
}
