import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Form, Source } from '../define-source.ts';
import { Employers } from './employers.ts';
import { loadFactTable, type FactTable } from './fact-table.ts';
import type { ImportLog } from './import-log.ts';
import { KeyMap } from './key-map.ts';

/** What a run is made of; all of one file, all in one transaction. */
export interface RunParts {
  readonly query: Query;
  /** Sheets and issues: in the run's own transaction, or outside it for a preview. */
  readonly log: ImportLog;
  /** Rows: always in the run's transaction. */
  readonly rows: ImportLog;
  readonly sources: readonly Source[];
  readonly vault: Vault;
  /** The moment from which the facts of this file are known. */
  readonly known: Date;
  readonly importDay: Day;
  readonly preview: boolean;
  /** The channels that the sender sees; null are all. */
  readonly channels: readonly string[] | null;
}

/** One file being applied: what its sheets share. */
export class Run {
  readonly parts: RunParts;
  /** Keys claimed by the rows of this file, whatever their sheet. */
  readonly keys = new KeyMap();
  /** Keys of records that some row of this file was the first to tell by its employer's name. */
  readonly named = new KeyMap();
  readonly sheetNames = new Map<number, string>();
  readonly #tables = new Map<string, FactTable>();
  #employers: Employers | undefined;
  #anyVoided: boolean | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  get query(): Query {
    return this.parts.query;
  }

  source(form: Form | string): Source {
    const source = this.parts.sources.find(one => one.form === form);
    if (!source) throw new Error(`no source is declared for form ${form}`);
    return source;
  }

  async table(source: Source): Promise<FactTable> {
    const table = this.#tables.get(source.table) ?? (await loadFactTable(this.query, source.table));
    this.#tables.set(source.table, table);
    return table;
  }

  /** Begins to write when what was begun before is written; its failure is that of the next call. */
  async write(work: () => Promise<void>): Promise<void> {
    await this.#writing;
    this.#writing = work();
    this.#writing.catch(() => undefined);
  }

  /** Everything that was begun is written. */
  written(): Promise<void> {
    return this.#writing;
  }

  /** The roster, loaded when first asked for. */
  async employers(): Promise<Employers> {
    return (this.#employers ??= await Employers.load(this.query));
  }

  /** A roster that is about to be: some employers are leaving it. */
  employ(employers: Employers): void {
    this.#employers = employers;
  }

  /** Whether any record is voided: asked once, for no record is voided while others are told anew. */
  async someVoided(): Promise<boolean> {
    const sql = 'select from voided_record where restored_change is null limit 1';
    return (this.#anyVoided ??= (await this.query(sql)).length > 0);
  }

  /** After a roster sheet, the roster in memory is no longer the one in the database. */
  forgetEmployers(): void {
    this.#employers = undefined;
  }
}
