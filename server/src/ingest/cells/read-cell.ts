import type { Column, StagedIssue, Value } from '../define-source.ts';
import { hideNumbers } from '../../kernel/personal-numbers.ts';
import { maskIdNumber, maskName, maskPhone, type Vault } from '../../kernel/personal.ts';
import type { Cell } from '../file/cell.ts';
import { issue } from '../issue-texts.ts';
import { cellText, clean, closeUp, isErrorText, meansEmpty, tidy } from './cell-text.ts';
import { readDigest, readIdentifier, readIdNumber, readUscc, damage } from './codes.ts';
import { readDay, readMoment } from './dates.ts';
import { readDeadline } from './deadlines.ts';
import { readFlag } from './flags.ts';
import { readNumber } from './numbers.ts';
import { fail, read, type Reading } from './reading.ts';

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly epoch1904: boolean;
  readonly vault: Vault;
}

/** A cell after reading: its value, null where empty or unreadable, and what was found. */
export interface ReadCell {
  readonly value: Value;
  readonly also: Readonly<Record<string, Value>> | null;
  readonly issues: readonly StagedIssue[];
  readonly repaired: boolean;
  /** Nothing was given, as opposed to something unreadable. */
  readonly empty: boolean;
}

const nothing: ReadCell = { value: null, also: null, issues: [], repaired: false, empty: true };
const noneSays = [
  'DAY',
  'MOMENT',
  'DEADLINE',
  'INTEGER',
  'DECIMAL',
  'MONEY',
  'USCC',
  'PERSON',
  'PHONE',
  'ID_NUMBER',
  'IDENTIFIER',
];

/** Whether the cell gives nothing: empty, a dash, a slash, or 无 where 无 can only mean none. */
function isBlank(column: Column, cell: Cell | undefined): boolean {
  if (cell === undefined) return true;
  if (cell.kind !== 'TEXT') return false;
  return meansEmpty(cell.text) || (noneSays.includes(column.kind) && clean(cell.text) === '无');
}

/** Reads a cell as its column says; `shift` is the power of ten of the header's unit. */
export function readCell(
  column: Column,
  cell: Cell | undefined,
  shift: number,
  context: CellContext,
): ReadCell {
  if (cell === undefined || isBlank(column, cell)) return nothing;
  const reading = readAs(column, cell, shift, context);
  const shown = (): string => showValue(column, cell, context.epoch1904);
  if (!reading.ok) {
    const { code, params = {} } = reading.failure;
    const severity = column.critical ? 'ERROR' : 'WARNING';
    return { ...nothing, empty: false, issues: [issue(code, column.header, params, shown(), severity)] };
  }
  const remark = reading.remark;
  return {
    value: reading.value,
    also: reading.also ?? null,
    issues: remark ? [issue(remark.code, column.header, remark.params ?? {}, shown())] : [],
    repaired: reading.repaired ?? false,
    empty: reading.value === null,
  };
}

function readAs(column: Column, cell: Cell, shift: number, context: CellContext): Reading {
  if (cell.kind === 'ERROR' || (cell.kind === 'TEXT' && isErrorText(cell.text))) return fail('ERROR_CELL');
  if (cell.kind === 'UNSOLVED') return fail('FORMULA_WITHOUT_VALUE');
  switch (column.kind) {
    case 'TEXT':
      // The rest of what was written is kept sealed with its row.
      return read(hideNumbers(closeUp(cellText(cell, context.epoch1904))));
    case 'IDENTIFIER':
      return readIdentifier(cell);
    case 'USCC':
      return readUscc(cell);
    case 'DAY':
      return readDay(cell, context.epoch1904);
    case 'MOMENT':
      return readMoment(cell, context.epoch1904);
    case 'DEADLINE':
      return readDeadline(cell, column.field, context.epoch1904);
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
      return readNumber(cell, column.kind, shift);
    case 'FLAG':
      return readFlag(cell);
    case 'DIGEST':
      return readDigest(cell);
    case 'WORD':
      return readWord(column, hideNumbers(cellText(cell, context.epoch1904)));
    default:
      return readPersonal(column, cell, context);
  }
}

function readWord(column: Column, text: string): Reading {
  const meaning = column.words?.read(text);
  if (!meaning) return fail('WORD_UNKNOWN', { choices: column.words?.choices ?? '' });
  const also = meaning.also ?? {};
  if (meaning.remark === undefined) return { ok: true, value: meaning.value, also };
  return { ok: true, value: meaning.value, also, remark: { code: meaning.remark } };
}

function readPersonal(column: Column, cell: Cell, context: CellContext): Reading {
  const { vault } = context;
  if (column.kind === 'ID_NUMBER') {
    const id = readIdNumber(cell);
    return id.ok && typeof id.value === 'string' ? read(vault.prepare(id.value, maskIdNumber)) : id;
  }
  const damaged = damage(cell);
  if (damaged) return { ok: false, failure: damaged };
  const text = tidy(cellText(cell, context.epoch1904)).replace(/^['‘’]/, '');
  if (column.kind === 'PHONE') return read(vault.prepare(text.replace(/\s/g, ''), maskPhone));
  // 张　三 and 张三 are one person; a name in Latin letters keeps its blanks.
  return read(vault.prepare(text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''), maskName));
}

/** The cell for an issue: as it stands, shortened, and masked where the column is personal. */
export function showValue(column: Column, cell: Cell, epoch1904: boolean): string {
  const text = hideNumbers(cellText(cell, epoch1904));
  if (column.personal) return '*'.repeat(Math.min(6, Math.max(2, [...text].length)));
  return [...text].length > 80 ? `${[...text].slice(0, 80).join('')}…` : text;
}
