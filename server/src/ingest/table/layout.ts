import { isMoneyUnit, unitShift } from '../cells/numbers.ts';
import type { Source } from '../define-source.ts';
import type { SheetColumn } from './header.ts';
import type { StatedUnit } from './preamble.ts';

/** The power of ten that a column's unit means. */
export type UnitOfColumn = (column: SheetColumn) => number;

/** A header's own unit, else for money the unit stated above the header. */
export function unitsOf(source: Source, stated: StatedUnit | undefined): UnitOfColumn {
  const money = new Set(source.columns.filter(column => column.kind === 'MONEY').map(column => column.field));
  return column => {
    if (column.unit !== null) return unitShift(column.unit) ?? 0;
    return stated !== undefined && money.has(column.field ?? '') ? stated.shift : 0;
  };
}

/** The header of each column in the kept row: unique, and with the unit that was stated elsewhere; remarks of ours are not kept. */
export function rawKeys(columns: readonly SheetColumn[], unitOf: UnitOfColumn): ReadonlyMap<number, string> {
  const used = new Set<string>();
  return new Map(
    columns
      .filter(column => !column.remark)
      .map(column => {
        const shift = unitOf(column);
        const unit = column.unit === null && shift !== 0 ? `（${shiftName(shift)}）` : '';
        let key = column.label + unit;
        for (let n = 2; used.has(key); n++) key = `${column.label}${unit} (${n})`;
        used.add(key);
        return [column.index, key];
      }),
  );
}

const shiftName = (shift: number): string =>
  ['元', '千元', '万元', '百万元', '千万元', '亿元'].find(
    unit => isMoneyUnit(unit) && unitShift(unit) === shift,
  ) ?? '元';

/** Fields that the sheet can say something about: its columns and what is computed from them. */
export function presentFields(source: Source, columns: readonly SheetColumn[]): readonly string[] {
  const present = new Set(columns.map(column => column.field).filter(field => field !== null));
  const derived = Object.entries(source.derived).filter(([, from]) => from.some(field => present.has(field)));
  return [...present, ...derived.map(([field]) => field)];
}
