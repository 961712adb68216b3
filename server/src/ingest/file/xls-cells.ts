import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import { BiffCursor, record, type BiffRecord } from './biff.ts';
import type { Cell } from './cell.ts';
import type { NumberFormat } from './number-format.ts';

/** What the cells of an .xls workbook refer to. */
export interface XlsContext {
  readonly sheet: string;
  readonly stream: Buffer;
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly limits: Limits;
}

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A',
}; // prettier-ignore
const cellTypes: ReadonlySet<number> = new Set([
  record.FORMULA, record.MULRK, record.RSTRING, record.LABELSST, record.NUMBER, record.LABEL, record.BOOLERR, record.RK,
]); // prettier-ignore

/** Whether the record holds cells; all such records begin with their row and first column. */
export const holdsCells = (type: number): boolean => cellTypes.has(type);

/** Gives each filled cell of a record to `put`. */
export function readCells(
  found: BiffRecord,
  { sheet, stream, strings, styles, limits }: XlsContext,
  put: (column: number, cell: Cell) => void,
): void {
  const { type, start, end } = found;
  const row = stream.readUInt16LE(start) + 1;
  const column = stream.readUInt16LE(start + 2);
  const text = (value: string): void => {
    const limit = limits.cellCharacters;
    if (value.length > limit) throw new IngestRefusal('CELL_TOO_LONG', { sheet, row, limit });
    if (value.trim() !== '') put(column, { kind: 'TEXT', text: value });
  };
  const number = (at: number, style: number, value: number): void => {
    const { shows = 'NUMBER', decimals = null } = styles[style] ?? {};
    if (!Number.isFinite(value)) damagedCell(sheet, row, at);
    put(at, { kind: 'NUMBER', value, text: String(value), shows, decimals });
  };
  const style = stream.readUInt16LE(start + 4);
  switch (type) {
    case record.LABELSST:
      return text(strings[stream.readUInt32LE(start + 6)] ?? damagedCell(sheet, row, column));
    case record.NUMBER:
      return number(column, style, stream.readDoubleLE(start + 6));
    case record.RK:
      return number(column, style, rkNumber(stream, start + 6));
    case record.MULRK:
      for (let at = start + 4, i = column; at + 8 <= end; at += 6, i++)
        number(i, stream.readUInt16LE(at), rkNumber(stream, at + 2));
      return;
    case record.BOOLERR: {
      const value = stream.readUInt8(start + 6);
      if (stream.readUInt8(start + 7) === 1) put(column, { kind: 'ERROR', text: errors[value] ?? '#ERROR' });
      else put(column, { kind: 'BOOLEAN', value: value === 1 });
      return;
    }
    case record.FORMULA: {
      if (stream.readUInt16LE(start + 12) !== 0xffff)
        return number(column, style, stream.readDoubleLE(start + 6));
      const kind = stream.readUInt8(start + 6);
      const value = stream.readUInt8(start + 8);
      if (kind === 0) return text(resultText(stream, end));
      if (kind === 1) put(column, { kind: 'BOOLEAN', value: value === 1 });
      if (kind === 2) put(column, { kind: 'ERROR', text: errors[value] ?? '#ERROR' });
      return;
    }
    default: {
      const cursor = new BiffCursor(stream, { type, start: start + 6, end });
      text(cursor.string(cursor.short()));
    }
  }
}

function damagedCell(sheet: string, row: number, column: number): never {
  throw new IngestRefusal('DAMAGED_CELL', { sheet, row, column: column + 1 });
}

const eight = Buffer.alloc(8);

/** A number in 30 bits: a whole one or the front of a floating one, either of them perhaps in hundredths. */
function rkNumber(stream: Buffer, at: number): number {
  const bits = stream.readInt32LE(at);
  eight.writeInt32LE(bits & ~3, 4);
  const value = (bits & 2) !== 0 ? bits >> 2 : eight.readDoubleLE(0);
  return (bits & 1) !== 0 ? value / 100 : value;
}

/** The text that a formula came to stands behind it, past what the formula shares with others. */
function resultText(stream: Buffer, end: number): string {
  for (let at = end, steps = 0; steps < 4; steps++) {
    const found = { type: stream.readUInt16LE(at), start: at + 4, end: at + 4 + stream.readUInt16LE(at + 2) };
    if (found.type === record.STRING) {
      const cursor = new BiffCursor(stream, found);
      return cursor.string(cursor.short());
    }
    if (holdsCells(found.type) || found.type === record.EOF) break;
    at = found.end;
  }
  return '';
}
