import type { Day } from '../kernel/days.ts';
import type { Form, Row, StagedIssue } from './define-source.ts';
import type { SheetIssue } from './sheet-issue-texts.ts';

/** One data row: read, judged, personal values sealed. */
export interface StagedRow {
  /** The spreadsheet's own row number. */
  readonly row: number;
  readonly values: Row;
  readonly issues: readonly StagedIssue[];
  /** True where an issue of severity ERROR was found. */
  readonly rejected: boolean;
  readonly repaired: boolean;
}

/** A sheet begins. */
export interface SheetEvent {
  readonly type: 'sheet';
  readonly position: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly form: Form | null;
  readonly statedOn: Day | null;
  /** No sheet stands behind it, and nothing below its table can say another day: its rows need wait for nothing. */
  readonly settled: boolean;
  /** Fields that the sheet has a column for, computed ones included. */
  readonly columns: readonly string[];
  /** Headers as they stand, group headers joined, in the order of the columns: the keys of the kept rows. */
  readonly headers: readonly string[];
  readonly unknownColumns: readonly string[];
  /** Of an unrecognised sheet: the nearest form and the required columns it lacks. */
  readonly missing?: { readonly form: Form; readonly columns: readonly string[] };
  readonly issues: readonly SheetIssue[];
}

/** A sheet ends: what only its end could tell. `statedOn` repeats the sheet's, or is that of its footer. */
export interface SheetEndEvent {
  readonly type: 'sheetEnd';
  readonly position: number;
  readonly statedOn: Day | null;
  readonly issues: readonly SheetIssue[];
}

/** Rows of a sheet, and the sealed chunk in which they are kept as they were written. */
export interface RowsEvent {
  readonly type: 'rows';
  readonly position: number;
  /** How much of the file had been read, from 0 to 1. */
  readonly share: number;
  readonly rows: readonly StagedRow[];
  readonly chunk: Uint8Array;
}

/** What a file turns into, in order: sheet, rows …, sheetEnd, sheet …, end. */
export type ReaderEvent = SheetEvent | RowsEvent | SheetEndEvent | { readonly type: 'end' };

/** How far the reader has come. */
export interface ReaderProgress {
  readonly sheet: string;
  readonly rows: number;
  /** Of the file's bytes, from 0 to 1. */
  readonly share: number;
}
