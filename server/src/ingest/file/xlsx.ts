import type { Limits } from '../limits.ts';
import type { RawSheet, Workbook } from './cell.ts';
import { findMerges } from './merges.ts';
import { readSharedStrings, readStyles, readWorkbookPart } from './xlsx-parts.ts';
import { readSheetRows } from './xlsx-sheet.ts';
import type { Zip } from './zip.ts';

/** Opens an .xlsx workbook; its sheets are streamed one after another and never held whole. */
export async function openXlsx(zip: Zip, limits: Limits): Promise<Workbook> {
  const workbook = await readWorkbookPart(zip, limits);
  const styles = await readStyles(zip, workbook.styles);
  const strings = await readSharedStrings(zip, workbook.sharedStrings);
  const total = workbook.sheets.reduce((sum, { part }) => sum + zip.size(part), 0);
  let read = 0;
  async function* counted(part: string) {
    for await (const chunk of zip.stream(part)) {
      read += chunk.length;
      yield chunk;
    }
  }
  const sheets = workbook.sheets.map(({ name, hidden, part }): RawSheet => {
    async function* rows() {
      const merges = await findMerges(zip, part, name, limits);
      yield* readSheetRows(counted(part), { sheet: name, part, strings, styles, merges, limits });
    }
    return { name, hidden, epoch1904: workbook.epoch1904, rows };
  });
  return { sheets, share: () => (total > 0 ? Math.min(1, read / total) : 1), close: zip.close };
}
