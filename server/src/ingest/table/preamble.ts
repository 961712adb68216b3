import type { Day } from '../../kernel/days.ts';
import { cellText, tidy } from '../cells/cell-text.ts';
import { readDay } from '../cells/dates.ts';
import { isMoneyUnit, unitShift } from '../cells/numbers.ts';
import type { RawRow } from '../file/cell.ts';

/** What a line of the sheet says about its day; `text` where it says something unreadable. */
export interface StatedOn {
  readonly day: Day | null;
  readonly text: string;
}

const dayLabel = /(?:填报|填表|报送|上报|制表)(?:日期|时间)\s*[:：]?\s*(.*)$/;
const dayText = /^[\d年月日./\-\s]+(?:\d|日)/;

/** Finds the day of the report in a row: behind its label, or in the next filled cell. */
export function findStatedOn(row: RawRow, epoch1904: boolean): StatedOn | undefined {
  for (const [i, cell] of row.cells.entries()) {
    const match = dayLabel.exec(tidy(cellText(cell, epoch1904)));
    if (!match) continue;
    const rest = match[1]?.trim() ?? '';
    const beside = row.cells.slice(i + 1).find(other => other !== undefined && other !== cell);
    if (rest === '' && beside === undefined) continue;
    const said = dayText.exec(rest)?.[0] ?? rest;
    const reading =
      rest === '' && beside ? readDay(beside, epoch1904) : readDay({ kind: 'TEXT', text: said }, epoch1904);
    const text = rest === '' ? cellText(beside, epoch1904) : rest;
    return { day: reading.ok ? reading.value : null, text: text.slice(0, 40) };
  }
  return undefined;
}

/** A unit of money given once for the whole sheet: 单位：万元. */
export interface StatedUnit {
  readonly unit: string;
  readonly shift: number;
}

/** Finds the unit of money in a line above the header; the name of a reporting unit is none. */
export function findUnit(row: RawRow, epoch1904: boolean): StatedUnit | undefined {
  for (const cell of row.cells) {
    const text = tidy(cellText(cell, epoch1904));
    const said = /(?:^|[^填报送制表\s])?(?:金额|计量|货币)?单位\s*[:：]\s*(\S+)/.exec(text)?.[1] ?? '';
    const unit = said.replace(/[)）】\]]+$/, '').split(/[、,，/]/).find(isMoneyUnit); // prettier-ignore
    if (unit !== undefined) return { unit, shift: unitShift(unit) ?? 0 };
  }
  return undefined;
}
