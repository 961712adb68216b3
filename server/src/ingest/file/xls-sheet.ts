import { IngestRefusal } from '../refusal.ts';
import { record, recordsFrom, type BiffRecord } from './biff.ts';
import type { Cell, RawRow } from './cell.ts';
import { MergeFiller, type Range } from './merges.ts';
import { within } from './ole.ts';
import { holdsCells, readCells, type XlsContext } from './xls-cells.ts';

/** A record of cells and the row it belongs to. */
interface CellRecord {
  readonly row: number;
  readonly found: BiffRecord;
}

interface SheetIndex {
  readonly cells: readonly CellRecord[];
  readonly hidden: ReadonlySet<number>;
  readonly merges: MergeFiller;
}

const batch = 500;

/** Reads the rows of one sheet: one pass finds where its cells lie, then each row is built from its records. */
export async function* readXlsSheet(context: XlsContext, at: number): AsyncGenerator<RawRow[]> {
  const { cells, hidden, merges } = within(() => indexSheet(context, at));
  let rows: RawRow[] = [];
  for (let i = 0; i < cells.length;) {
    const number = cells[i]?.row ?? 0;
    const built: (Cell | undefined)[] = [];
    for (; cells[i]?.row === number; i++) {
      const found = cells[i]?.found;
      if (found) within(() => readCells(found, context, (column, cell) => put(column, number, cell, built)));
    }
    if (built.length === 0) continue;
    const inherited = merges.fill(number, built);
    rows.push({ number, hidden: hidden.has(number), cells: built, inherited });
    if (rows.length < batch) continue;
    yield await Promise.resolve(rows);
    rows = [];
  }
  if (rows.length > 0) yield rows;

  function put(column: number, row: number, cell: Cell, built: (Cell | undefined)[]): void {
    const { sheet, limits } = context;
    const { columns, rows: most } = limits;
    if (column >= columns) throw new IngestRefusal('TOO_MANY_COLUMNS', { sheet, row, limit: columns });
    if (row > most) throw new IngestRefusal('TOO_MANY_ROWS', { sheet, limit: most });
    built[column] = cell;
  }
}

function indexSheet({ sheet, stream, limits }: XlsContext, at: number): SheetIndex {
  if (stream.readUInt16LE(at) !== record.BOF) throw new IngestRefusal('DAMAGED_FILE', { part: sheet });
  const cells: CellRecord[] = [];
  const hidden = new Set<number>();
  const ranges: Range[] = [];
  let sorted = true;
  for (const found of recordsFrom(stream, at)) {
    const { type, start } = found;
    if (holdsCells(type)) {
      const row = stream.readUInt16LE(start) + 1;
      sorted &&= row >= (cells.at(-1)?.row ?? 0);
      cells.push({ row, found });
    } else if (type === record.ROW) {
      if ((stream.readUInt16LE(start + 12) & 0x20) !== 0) hidden.add(stream.readUInt16LE(start) + 1);
    } else if (type === record.MERGES) ranges.push(...mergesIn(stream, found, limits.columns));
    if (ranges.length > limits.merges)
      throw new IngestRefusal('TOO_MANY_MERGES', { sheet, limit: limits.merges });
  }
  if (!sorted) cells.sort((a, b) => a.row - b.row);
  return { cells, hidden, merges: new MergeFiller(ranges) };
}

function mergesIn(stream: Buffer, { start, end }: BiffRecord, columns: number): Range[] {
  const ranges: Range[] = [];
  for (let at = start + 2; at + 8 <= end; at += 8) {
    ranges.push({
      top: stream.readUInt16LE(at) + 1,
      bottom: stream.readUInt16LE(at + 2) + 1,
      left: stream.readUInt16LE(at + 4),
      right: Math.min(stream.readUInt16LE(at + 6), columns - 1),
    });
  }
  return ranges;
}
