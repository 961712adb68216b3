/** How much of a file the hub is willing to read; beyond a limit the file is refused. */
export interface Limits {
  readonly csvBytes: number;
  readonly xlsxBytes: number;
  readonly odsBytes: number;
  readonly xlsBytes: number;
  /** Everything inside a ZIP-based workbook together, unpacked. */
  readonly inflatedBytes: number;
  /** How many times its packed size a large part of a workbook may unpack to. */
  readonly ratio: number;
  readonly zipEntries: number;
  readonly sheets: number;
  readonly columns: number;
  readonly rows: number;
  /** How often one filled row may be repeated: a few bytes of an OpenDocument sheet say it of any number. */
  readonly repeatedRows: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
  /** Merged ranges of one sheet. */
  readonly merges: number;
  /** Heap of the reading process, and everything it holds together; at either limit the file is refused. */
  readonly readerHeapMegabytes: number;
  readonly readerMegabytes: number;
}

const mega = 1024 * 1024;

/** The caps of the form specification. */
export const defaultLimits: Limits = {
  csvBytes: 512 * mega,
  xlsxBytes: 64 * mega,
  odsBytes: 32 * mega,
  xlsBytes: 8 * mega,
  inflatedBytes: 1024 * mega,
  ratio: 100,
  zipEntries: 200,
  sheets: 200,
  columns: 200,
  rows: 2_000_000,
  repeatedRows: 10_000,
  cellCharacters: 32_767,
  merges: 200_000,
  readerHeapMegabytes: 384,
  readerMegabytes: 512,
};
