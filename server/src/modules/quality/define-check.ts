import type { QualityKindName } from './quality.codes.ts';

/**
 * One comparison of two libraries. `sql` yields `enterprise_id, left_id, right_id, params text[], left_row, right_row`
 * (ids of the two facts and the spreadsheet rows they came from) for the employers in `touched(id)`.
 */
export interface Check {
  readonly kind: QualityKindName;
  /** Tables whose change may change the outcome. */
  readonly reads: readonly string[];
  /** Libraries that must hold something before their silence means anything. */
  readonly needs: readonly string[];
  /** Further employers whose outcome hangs on facts of the touched ones: SQL that yields their ids. */
  readonly also?: string;
  readonly sql: string;
}

/** Declares a comparison of two libraries. */
export const defineCheck = (check: Check): Check => Object.freeze(check);
