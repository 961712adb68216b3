/** A filled cell as the file holds it; an empty cell is undefined. */
export type Cell =
  | { readonly kind: 'TEXT'; readonly text: string }
  | {
      readonly kind: 'NUMBER';
      readonly value: number;
      /** The digits as the file writes them: long codes lose digits in a number. */
      readonly text: string;
      /** What the cell's number format shows: a date, a percentage, so many decimals. */
      readonly shows: 'NUMBER' | 'DATE' | 'PERCENT';
      readonly decimals: number | null;
    }
  | { readonly kind: 'BOOLEAN'; readonly value: boolean }
  | { readonly kind: 'ERROR'; readonly text: string }
  /** A formula that was saved without its result. */
  | { readonly kind: 'UNSOLVED' };

/** A row of a sheet with at least one filled cell. */
export interface RawRow {
  /** The spreadsheet's own row number, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column from 0; merged cells hold the value of their range. */
  readonly cells: readonly (Cell | undefined)[];
  /** Columns filled through a merged range that began elsewhere; at least one other cell is filled in its own right. */
  readonly inherited: readonly number[];
}

/** A sheet of a workbook; its rows can be walked once. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether date serials count from 1904. */
  readonly epoch1904: boolean;
  readonly rows: () => AsyncIterable<readonly RawRow[]>;
  /** The last rows, where they can be read without all before them (undefined where that is in doubt); their numbers mean nothing. */
  readonly lastRows?: () => Promise<readonly RawRow[] | undefined>;
}

/** A file opened for reading: one implementation for each kind of file. */
export interface Workbook {
  readonly sheets: readonly RawSheet[];
  /** How much of its rows has been read, from 0 to 1, where the kind of file can tell. */
  readonly share?: () => number;
  readonly close: () => Promise<void>;
}
