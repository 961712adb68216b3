import { readFile } from 'node:fs/promises';
import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import { BiffCursor, record, recordsFrom } from './biff.ts';
import type { RawSheet, Workbook } from './cell.ts';
import { formatOf, type NumberFormat } from './number-format.ts';
import { openOle, within } from './ole.ts';
import type { XlsContext } from './xls-cells.ts';
import { readXlsSheet } from './xls-sheet.ts';

/** Opens an .xls workbook of Excel 97–2003 (BIFF8). At most 8 MB large, it is held in memory; its rows are built as they are asked. */
export async function openXls(path: string, limits: Limits): Promise<Workbook> {
  const ole = openOle(await readFile(path));
  if (!ole.has('Workbook')) throw new IngestRefusal(ole.has('Book') ? 'XLS_TOO_OLD' : 'NOT_A_WORKBOOK');
  const stream = ole.read('Workbook');
  const { context, epoch1904, sheets } = within(() => readGlobals(stream, limits));
  return {
    sheets: sheets.map(({ name, hidden, at }): RawSheet => ({
      name, hidden, epoch1904, rows: () => readXlsSheet({ ...context, sheet: name }, at),
    })), // prettier-ignore
    close: () => Promise.resolve(),
  };
}

interface SheetPlace {
  readonly name: string;
  readonly hidden: boolean;
  readonly at: number;
}

interface Globals {
  readonly context: Omit<XlsContext, 'sheet'>;
  readonly epoch1904: boolean;
  readonly sheets: readonly SheetPlace[];
}

/** What stands before the sheets: their list, the number formats, the shared strings. */
function readGlobals(stream: Buffer, limits: Limits): Globals {
  if (stream.readUInt16LE(0) !== record.BOF || stream.readUInt16LE(4) !== 0x0600)
    throw new IngestRefusal('XLS_TOO_OLD');
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const sheets: SheetPlace[] = [];
  let strings: readonly string[] = [];
  let epoch1904 = false;
  for (const found of recordsFrom(stream, 0)) {
    const cursor = new BiffCursor(stream, found);
    if (found.type === record.FILEPASS) throw new IngestRefusal('ENCRYPTED');
    else if (found.type === record.DATEMODE) epoch1904 = cursor.short() === 1;
    else if (found.type === record.FORMAT) codes.set(cursor.short(), cursor.string(cursor.short()));
    else if (found.type === record.XF) formats.push(stream.readUInt16LE(found.start + 2));
    else if (found.type === record.SST) strings = sharedStrings(cursor);
    else if (found.type === record.BOUNDSHEET) {
      const at = cursor.long();
      const hidden = (cursor.byte() & 3) !== 0;
      const isSheet = cursor.byte() === 0; // charts and macros have no rows
      if (isSheet) sheets.push({ name: cursor.string(cursor.byte()), hidden, at });
      if (sheets.length > limits.sheets) throw new IngestRefusal('TOO_MANY_SHEETS', { limit: limits.sheets });
    }
  }
  const styles = formats.map((id): NumberFormat => formatOf(id, codes));
  return { context: { stream, strings, styles, limits }, epoch1904, sheets };
}

function sharedStrings(cursor: BiffCursor): string[] {
  cursor.skip(4);
  const count = cursor.long();
  const strings: string[] = [];
  for (let i = 0; i < count; i++) strings.push(cursor.string(cursor.short()));
  return strings;
}
