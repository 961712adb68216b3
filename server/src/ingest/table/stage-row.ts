import { cellText } from '../cells/cell-text.ts';
import { readCell, showValue, type CellContext, type ReadCell } from '../cells/read-cell.ts';
import type { Column, ColumnKind, Source, StagedIssue, Value } from '../define-source.ts';
import type { Cell, RawRow } from '../file/cell.ts';
import { issue } from '../issue-texts.ts';
import type { FoundHeader, SheetColumn } from './header.ts';
import { rawKeys, type UnitOfColumn } from './layout.ts';
import type { BatchShape, ReadRow } from './seal-batch.ts';

/** Where in the sheet a column of the form stands; more than one place where two headers mean the same. */
interface Plan {
  readonly column: Column;
  readonly places: readonly SheetColumn[];
  /** Cells of this column that were read already: days, words and names come again and again. */
  readonly seen: Map<string, ReadCell> | null;
}

const seenAtMost = 5000;
/** Hardly any two cells of these are alike. */
const unlike = new Set<ColumnKind>(['IDENTIFIER', 'ID_NUMBER', 'DIGEST', 'PHONE', 'MOMENT']);
const absent: ReadCell = { value: null, also: null, issues: [], repaired: false, empty: true };

/** Turns the data rows of one sheet into typed, judged rows ready to be sealed. */
export class RowStager {
  readonly #source: Source;
  readonly #plans: readonly Plan[];
  readonly #keys: ReadonlyMap<number, string>;
  readonly #remarks: ReadonlySet<number>;
  readonly #unitOf: UnitOfColumn;
  readonly #context: CellContext;
  readonly #derived: readonly string[];
  readonly #carried: Set<string>;
  /** Where the header ends; a filled cell behind it belongs to no column. */
  readonly #end: number;

  constructor(header: FoundHeader, unitOf: UnitOfColumn, context: CellContext) {
    this.#source = header.source;
    this.#unitOf = unitOf;
    this.#context = context;
    this.#keys = rawKeys(header.columns, unitOf);
    this.#remarks = new Set(header.columns.filter(column => column.remark).map(column => column.index));
    const places = Map.groupBy(
      header.columns
        .filter(column => column.field !== null)
        .sort((a, b) => a.rank - b.rank || a.index - b.index),
      column => column.field ?? '',
    );
    this.#plans = header.source.columns.map(column => {
      const seen = unlike.has(column.kind) ? null : new Map<string, ReadCell>();
      return { column, places: places.get(column.field) ?? [], seen };
    });
    this.#end = Math.max(...header.columns.map(column => column.index)) + 1;
    this.#derived = Object.keys(header.source.derived);
    this.#carried = new Set([...header.source.columns.map(column => column.field), ...this.#derived]);
  }

  /** What the rows staged so far have in common. */
  shape(position: number, fields: readonly string[]): BatchShape {
    const personal = this.#plans.filter(({ column }) => column.personal).map(({ column }) => column.field);
    const alone = this.#plans.flatMap(({ column, places }) =>
      places.length === 1 && places[0] ? [[column.field, places[0].index] as const] : [],
    );
    return {
      position, fields, carried: this.#carried, personal: new Set(personal), headers: this.#keys, columns: new Map(alone),
    }; // prettier-ignore
  }

  stage(row: RawRow): ReadRow {
    const values: Record<string, Value> = {};
    const issues: StagedIssue[] = [];
    const missing: Column[] = [];
    let repaired = false;
    for (const plan of this.#plans) {
      const { column } = plan;
      const cell = this.#read(plan, row);
      // A cell that could not be read is left empty, and means what an empty one means.
      values[column.field] = cell.value ?? column.whenEmpty;
      if (cell.also) this.#add(values, cell.also);
      if (cell.issues.length) issues.push(...cell.issues);
      repaired ||= cell.repaired;
      if (cell.empty && column.required) missing.push(column);
    }
    if (missing.length) issues.push(...this.#requirements(missing, row));
    this.#judge(values, issues);
    if (row.cells.length > this.#end) issues.push(...this.#surplus(row));
    const rejected = issues.some(found => found.severity === 'ERROR');
    const texts = this.#texts(row);
    return { row: row.number, values, issues, rejected, repaired: repaired && !rejected, texts };
  }

  #add(values: Record<string, Value>, also: Readonly<Record<string, Value>>): void {
    for (const field in also) {
      values[field] = also[field] ?? null;
      this.#carried.add(field);
    }
  }

  #read(plan: Plan, row: RawRow): ReadCell {
    const { column, places } = plan;
    const [place] = places;
    if (place === undefined) return absent;
    if (places.length === 1) return this.#cell(plan, place, row.cells[place.index]);
    const read = places.map(one => ({
      label: one.label,
      cell: row.cells[one.index],
      ...this.#cell(plan, one, row.cells[one.index]),
    }));
    const used = read.find(cell => !cell.empty) ?? read[0] ?? { ...absent, label: '', cell: undefined };
    const other = read.find(
      cell => cell !== used && cell.value !== null && !sameValue(cell.value, used.value),
    );
    if (other === undefined) return used;
    const shown = (cell: Cell | undefined): string =>
      cell ? showValue(column, cell, this.#context.epoch1904) : '';
    const params = { first: used.label, kept: shown(used.cell), second: other.label };
    return {
      ...used,
      issues: [...used.issues, issue('COLUMNS_DIFFER', column.header, params, shown(other.cell))],
    };
  }

  #cell({ column, places, seen }: Plan, place: SheetColumn, cell: Cell | undefined): ReadCell {
    if (cell === undefined) return absent;
    const shift = this.#unitOf(place);
    const same = seen !== null && places.length === 1 && cell.kind === 'TEXT' && cell.text.length <= 60;
    if (!same) return readCell(column, cell, shift, this.#context);
    const before = seen.get(cell.text);
    if (before) return before;
    const read = readCell(column, cell, shift, this.#context);
    if (seen.size >= seenAtMost) seen.clear();
    seen.set(cell.text, read);
    return read;
  }

  /** Starred cells must be filled; the employer's code alone may be empty where the row names the employer. */
  #requirements(missing: readonly Column[], row: RawRow): StagedIssue[] {
    const { employer } = this.#source;
    return missing.flatMap(column => {
      if (column.field !== employer?.code) return [issue('REQUIRED_EMPTY', column.header)];
      const name = this.#plans.find(plan => plan.column.field === employer.name);
      const unnamed = !name || this.#read(name, row).empty;
      return unnamed ? [issue('EMPLOYER_UNNAMED', column.header)] : [];
    });
  }

  #surplus(row: RawRow): StagedIssue[] {
    const filled = row.cells
      .slice(this.#end)
      .filter(cell => cell !== undefined && cellText(cell, this.#context.epoch1904).trim() !== '');
    return filled.length ? [issue('CELLS_BEYOND_HEADER', null, { count: filled.length })] : [];
  }

  #judge(values: Record<string, Value>, issues: StagedIssue[]): void {
    for (const field of this.#derived) values[field] ??= null;
    const judgement = this.#source.judge(values);
    if (judgement.issues.length) {
      // A cell already found unreadable is not also reported as missing.
      const faulty = new Set(issues.filter(found => found.severity === 'ERROR').map(found => found.column));
      issues.push(...judgement.issues.filter(found => !faulty.has(found.column)));
    }
    this.#add(values, judgement.derived);
  }

  #texts(row: RawRow): (string | undefined)[] {
    return row.cells.map((cell, index) =>
      cell === undefined || this.#remarks.has(index) ? undefined : cellText(cell, this.#context.epoch1904),
    );
  }
}

/** A personal value is sealed anew each time it is read; its hash is what stays. */
function sameValue(one: Value, other: Value): boolean {
  if (one === null || other === null || typeof one !== 'object' || !('hash' in one)) return one === other;
  return typeof other === 'object' && 'hash' in other && one.hash === other.hash;
}
