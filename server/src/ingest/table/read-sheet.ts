import { hideNumbers } from '../../kernel/personal-numbers.ts';
import type { Day } from '../../kernel/days.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { RawRow, RawSheet } from '../file/cell.ts';
import { chunkRows } from '../chunks.ts';
import type { SheetEvent } from '../reader-events.ts';
import type { SentEvent } from '../reader-messages.ts';
import { sheetIssue, type SheetIssue } from '../sheet-issue-texts.ts';
import { IngestRefusal } from '../refusal.ts';
import { findHeader, headerRows, likelyHeaders, type FoundHeader, type NearestForm } from './header.ts';
import type { FormHeaders } from './header-words.ts';
import { presentFields, rawKeys, unitsOf, type UnitOfColumn } from './layout.ts';
import { findStatedOn, findUnit, type StatedOn } from './preamble.ts';
import { isOwnSheet } from './own-sheets.ts';
import { RowSieve } from './row-sieve.ts';
import { sealBatch, type ReadRow } from './seal-batch.ts';
import { RowStager } from './stage-row.ts';

/** Characters of one row, and of the rows that are kept together. */
const longestRow = 500_000;
const longestBatch = 4_000_000;

/** Reads one sheet: recognises its form, then turns its data rows into staged rows. */
export async function* readSheet(
  sheet: RawSheet,
  position: number,
  forms: readonly FormHeaders[],
  vault: Vault,
  last = false,
): AsyncGenerator<SentEvent> {
  const rows = sheet.rows()[Symbol.asyncIterator]();
  const first: RawRow[] = [];
  let ended = false;
  while (!ended && (first.at(-1)?.number ?? 0) < headerRows) {
    const step = await rows.next();
    if (step.done) ended = true;
    else first.push(...step.value);
    for (const row of first) charactersIn(row, sheet.name);
  }
  const found = findHeader(first, forms);
  if (!found || !('source' in found)) {
    await rows.return?.();
    // A template's notes and lists come back with it.
    if (isOwnSheet(sheet.name)) return;
    yield unrecognised(sheet, position, found, found?.headers ?? likelyHeaders(first));
    yield { type: 'sheetEnd', position, statedOn: null, issues: [] };
    return;
  }
  const reading = new SheetReading(sheet, position, found, first, vault);
  yield await reading.start(last);
  yield* reading.take(first.filter(row => row.number > found.lastRow));
  while (!ended) {
    const step = await rows.next();
    if (step.done) ended = true;
    else yield* reading.take(step.value);
  }
  yield* reading.end();
}

function unrecognised(
  sheet: RawSheet,
  position: number,
  nearest: NearestForm | undefined,
  headers: readonly string[],
): SheetEvent {
  const issues = nearest
    ? [sheetIssue('FORM_UNKNOWN', { form: nearest.form, columns: nearest.columns.join('、') })]
    : [sheetIssue('NO_TABLE')];
  return {
    type: 'sheet', position, name: hideNumbers(sheet.name), hidden: sheet.hidden, form: null, statedOn: null, settled: false,
    columns: [], headers, unknownColumns: [], issues, ...(nearest && { missing: nearest }),
  }; // prettier-ignore
}

/** A recognised sheet being read. */
class SheetReading {
  readonly #sheet: RawSheet;
  readonly #position: number;
  readonly #header: FoundHeader;
  readonly #sieve: RowSieve;
  readonly #stager: RowStager;
  readonly #unitOf: UnitOfColumn;
  readonly #startIssues: SheetIssue[] = [];
  #stated: StatedOn | undefined;
  readonly #vault: Vault;
  readonly #fields: readonly string[];
  #rows: ReadRow[] = [];
  #characters = 0;
  #hidden = { count: 0, first: 0 };
  #outside = { count: 0, first: 0 };

  constructor(
    sheet: RawSheet,
    position: number,
    header: FoundHeader,
    first: readonly RawRow[],
    vault: Vault,
  ) {
    const { epoch1904 } = sheet;
    this.#sheet = sheet;
    this.#vault = vault;
    this.#fields = presentFields(header.source, header.columns);
    this.#position = position;
    this.#header = header;
    this.#sieve = new RowSieve(header);
    const above = first.filter(row => row.number < header.firstRow);
    const units = above.map(row => findUnit(row, epoch1904)).find(unit => unit !== undefined);
    this.#stated = above.map(row => findStatedOn(row, epoch1904)).find(stated => stated !== undefined);
    this.#unitOf = unitsOf(header.source, units);
    this.#stager = new RowStager(header, this.#unitOf, { epoch1904, vault });
    if (units && units.shift !== 0)
      this.#startIssues.push(sheetIssue('UNIT_LINE_APPLIED', { unit: units.unit }));
  }

  get #statedOn(): Day | null {
    return this.#stated?.day ?? null;
  }

  async start(last: boolean): Promise<SheetEvent> {
    const looked = this.#stated?.day ? true : await this.#lookBelow();
    const { columns, source } = this.#header;
    const unknownColumns = columns
      .filter(column => column.field === null && !column.serial && !column.remark)
      .map(column => column.label);
    const issues = this.#startIssues;
    if (this.#sheet.hidden) issues.push(sheetIssue('SHEET_HIDDEN'));
    if (unknownColumns.length > 0)
      issues.push(sheetIssue('COLUMNS_UNKNOWN', { columns: unknownColumns.join('、') }));
    return {
      type: 'sheet', position: this.#position, name: hideNumbers(this.#sheet.name), hidden: this.#sheet.hidden, form: source.form,
      statedOn: this.#statedOn, settled: last && looked, columns: this.#fields, headers: [...rawKeys(columns, this.#unitOf).values()],
      unknownColumns, issues,
    }; // prettier-ignore
  }

  /** Looks for the day of the report below the table, where that can be done before the table is read. */
  async #lookBelow(): Promise<boolean> {
    const rows = await this.#sheet.lastRows?.();
    const sieve = new RowSieve(this.#header);
    const footers = rows?.filter(row => sieve.roleOf(row) === 'FOOTER') ?? [];
    const found = footers.map(row => findStatedOn(row, this.#sheet.epoch1904)).find(stated => stated?.day);
    if (found) this.#stated = found;
    return rows !== undefined;
  }

  *take(rows: readonly RawRow[]): Generator<SentEvent> {
    for (const row of rows) {
      this.#characters += charactersIn(row, this.#sheet.name);
      const role = this.#sieve.roleOf(row);
      if (role === 'FOOTER' && !this.#stated?.day)
        this.#stated = findStatedOn(row, this.#sheet.epoch1904) ?? this.#stated;
      if (role === 'OUTSIDE') count(this.#outside, row);
      if (role !== 'DATA') continue;
      if (row.hidden) count(this.#hidden, row);
      this.#rows.push(this.#stager.stage(row));
      if (this.#rows.length === chunkRows || this.#characters > longestBatch) yield this.#flush();
    }
  }

  *end(): Generator<SentEvent> {
    if (this.#rows.length > 0) yield this.#flush();
    const issues: SheetIssue[] = [];
    if (this.#hidden.count > 0) issues.push(sheetIssue('ROWS_HIDDEN', this.#hidden));
    if (this.#outside.count > 0) issues.push(sheetIssue('ROWS_OUTSIDE', this.#outside));
    if (this.#stated && this.#stated.day === null)
      issues.push(sheetIssue('STATED_ON_UNREADABLE', { text: this.#stated.text }));
    yield { type: 'sheetEnd', position: this.#position, statedOn: this.#statedOn, issues };
  }

  #flush(): SentEvent {
    const packed = sealBatch(this.#vault, this.#stager.shape(this.#position, this.#fields), this.#rows);
    this.#rows = [];
    this.#characters = 0;
    return packed;
  }
}

/** The text of a row; no row of a form is anywhere near the limit, one of shared strings may be far beyond it. */
function charactersIn(row: RawRow, sheet: string): number {
  let characters = 0;
  for (const cell of row.cells) if (cell?.kind === 'TEXT') characters += cell.text.length;
  if (characters > longestRow)
    throw new IngestRefusal('CELL_TOO_LONG', {
      sheet: hideNumbers(sheet),
      row: row.number,
      limit: longestRow,
    });
  return characters;
}

function count(tally: { count: number; first: number }, row: RawRow): void {
  if (tally.count === 0) tally.first = row.number;
  tally.count++;
}
