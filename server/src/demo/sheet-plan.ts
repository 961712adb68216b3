/** A cell as a clerk leaves it: text, a number, or a day that the spreadsheet stores as a date. */
export type Cell = string | number | Date | null;

/** One sheet as a department lays it out: titles, a one- or two-row header, rows, and what stands below. */
export interface SheetPlan {
  readonly name: string;
  readonly hidden?: boolean;
  readonly titles: readonly string[];
  /** Group above the column, or '' for none; with any group the header takes two rows. */
  readonly groups?: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Index of a column whose equal neighbours are merged, as clerks do with the town. */
  readonly mergedColumn?: number;
  readonly footer: readonly (readonly Cell[])[];
}

/** A file of the demo: a workbook of sheets, or one sheet as CSV. */
export interface FilePlan {
  readonly fileName: string;
  readonly sheets: readonly SheetPlan[];
  /** How a text table is saved: GBK unless said otherwise; UTF-16 as spreadsheets do, with tabs. */
  readonly text?: 'GBK' | 'UTF-8' | 'UTF-16LE';
}

/** The usual signature line under a departmental table. */
export const signature = (who: string): Cell[][] => [
  [`填表人：${who}`, null, `审核人：王甲`, null, '联系电话：见通讯录'],
];
