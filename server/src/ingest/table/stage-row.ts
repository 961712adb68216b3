import { cellText } from '../cells/cell-text.ts';
import { readCell, type CellContext, type ReadCell } from '../cells/read-cell.ts';
import type { Column, Row, Source, StagedIssue, Value } from '../define-source.ts';
import type { RawRow } from '../file/cell.ts';
import { issue } from '../issue-texts.ts';
import type { FoundHeader, SheetColumn } from './header.ts';
import { rawKeys, type UnitOfColumn } from './layout.ts';
import type { ReadRow } from './seal-batch.ts';

/** Where in the sheet each column of the form stands; more than one place where two headers mean the same. */
type Places = ReadonlyMap<string, readonly SheetColumn[]>;

/** Turns the data rows of one sheet into typed, judged rows ready to be sealed. */
export class RowStager {
  readonly #source: Source;
  readonly #places: Places;
  readonly #keys: ReadonlyMap<number, string>;
  readonly #remarks: ReadonlySet<number>;
  readonly #unitOf: UnitOfColumn;
  readonly #context: CellContext;

  constructor(header: FoundHeader, unitOf: UnitOfColumn, context: CellContext) {
    this.#source = header.source;
    this.#unitOf = unitOf;
    this.#context = context;
    this.#keys = rawKeys(header.columns, unitOf);
    this.#remarks = new Set(header.columns.filter(column => column.remark).map(column => column.index));
    this.#places = Map.groupBy(
      header.columns
        .filter(column => column.field !== null)
        .sort((a, b) => a.rank - b.rank || a.index - b.index),
      column => column.field ?? '',
    );
  }

  stage(row: RawRow): ReadRow {
    const values: Record<string, Value> = {};
    const issues: StagedIssue[] = [];
    const empty = new Set<string>();
    let repaired = false;
    for (const column of this.#source.columns) {
      const cell = this.#read(column, row);
      // A cell that could not be read is left empty, and means what an empty one means.
      values[column.field] = cell.value ?? column.whenEmpty;
      Object.assign(values, cell.also);
      issues.push(...cell.issues);
      repaired ||= cell.repaired;
      if (cell.empty) empty.add(column.field);
    }
    issues.push(...this.#requirements(empty));
    this.#judge(values, issues);
    const rejected = issues.some(found => found.severity === 'ERROR');
    return {
      row: row.number,
      values,
      issues,
      rejected,
      repaired: repaired && !rejected,
      raw: this.#raw(row),
    };
  }

  #read(column: Column, row: RawRow): ReadCell {
    const places = this.#places.get(column.field) ?? [];
    const cells = places.map(place =>
      readCell(column, row.cells[place.index], this.#unitOf(place), this.#context),
    );
    const used = cells.find(cell => !cell.empty) ?? cells[0];
    if (used === undefined) return { value: null, also: null, issues: [], repaired: false, empty: true };
    const other = cells.find(cell => cell !== used && cell.value !== null && cell.value !== used.value);
    if (other === undefined || column.personal) return used;
    const params = { kept: String(used.value) };
    return {
      ...used,
      issues: [...used.issues, issue('COLUMNS_DIFFER', column.header, params, String(other.value))],
    };
  }

  /** Starred cells must be filled; the employer's code alone may be empty where the row names the employer. */
  #requirements(empty: ReadonlySet<string>): StagedIssue[] {
    const { employer, columns } = this.#source;
    return columns
      .filter(column => column.required && empty.has(column.field))
      .flatMap(column => {
        if (column.field !== employer?.code) return [issue('REQUIRED_EMPTY', column.header)];
        return empty.has(employer.name) ? [issue('EMPLOYER_UNNAMED', column.header)] : [];
      });
  }

  #judge(values: Record<string, Value>, issues: StagedIssue[]): void {
    for (const field of Object.keys(this.#source.derived)) values[field] ??= null;
    const row: Row = values;
    const judgement = this.#source.judge(row);
    // A cell already found unreadable is not also reported as missing.
    const faulty = new Set(issues.filter(found => found.severity === 'ERROR').map(found => found.column));
    issues.push(...judgement.issues.filter(found => !faulty.has(found.column)));
    Object.assign(values, judgement.derived);
  }

  #raw(row: RawRow): Readonly<Record<string, string>> {
    // A header may be any word, __proto__ too.
    const texts = Object.create(null) as Record<string, string>;
    row.cells.forEach((cell, index) => {
      if (cell !== undefined && !this.#remarks.has(index))
        texts[this.#keys.get(index) ?? `#${index + 1}`] = cellText(cell, this.#context.epoch1904);
    });
    return texts;
  }
}
