import type { ImportSheetType } from './import-sheet.type.ts';
import type { ImportTotalsType } from './row-counts.type.ts';

const fates = ['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected', 'parked', 'duplicates'] as const;

/** What became of the rows of all sheets of a file together. */
export function importTotals(sheets: readonly ImportSheetType[]): ImportTotalsType {
  const sum = Object.fromEntries(
    fates.map(fate => [fate, sheets.reduce((all, sheet) => all + sheet[fate], 0)]),
  ) as Record<(typeof fates)[number], number>;
  const changed = sum.inserted + sum.updated;
  return { ...sum, changed, good: changed + sum.unchanged + sum.parked };
}
