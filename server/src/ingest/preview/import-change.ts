import type { Form } from '../define-source.ts';

/** What a row of an import does to what is known. */
export const changeOutcomes = ['INSERTED', 'UPDATED', 'UNCHANGED', 'CONFLICT'] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];

/** What has become of a row of a file; every row of a sheet is one of these. */
export const rowFates = [
  'INSERTED',
  'UPDATED',
  'UNCHANGED',
  'REJECTED',
  'PARKED',
  'DUPLICATE',
  'ATTACHED',
  'SUPERSEDED',
] as const;
export type RowFate = (typeof rowFates)[number];

/** Rows that are no record now; an index finds them. */
export const leftOver: readonly RowFate[] = ['REJECTED', 'PARKED', 'DUPLICATE', 'SUPERSEDED'];

/** Where a standing value came from. */
export interface ChangeSource {
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly importId: string;
  readonly knownFrom: Date | null;
}

/** One field before and after, as it is kept; personal values as their mask. */
export interface KeptChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: ChangeSource | null;
}

/** What a row that changes or contradicts something does, field by field. */
export interface ChangeDetail {
  readonly title: string;
  readonly fields: readonly KeptChange[];
}

/** A row of an import with what it does; `importRowId` where it is entered, `detail` where that is kept. */
export interface ChangedRow {
  readonly row: number;
  readonly outcome: ChangeOutcome;
  readonly importRowId?: number;
  readonly detail?: ChangeDetail | undefined;
}

/** A sheet whose rows are looked at. */
export interface ChangedSheet {
  readonly id: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly position: number;
  readonly sheet: string;
  readonly form: Form;
  readonly rowsRead: number;
  /** The channels that the sender saw then; null are all. */
  readonly channels: readonly string[] | null;
}
