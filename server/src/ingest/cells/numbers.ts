import type { Cell } from '../file/cell.ts';
import { plainDashes, tidy } from './cell-text.ts';
import { scaleDecimal } from './decimals.ts';
import { fail, read, type Reading } from './reading.ts';

type NumericKind = 'INTEGER' | 'DECIMAL' | 'MONEY';

/** Words after a number, by what they may follow, and the power of ten they mean. */
const units: Readonly<Record<NumericKind, Readonly<Record<string, number>>>> = {
  INTEGER: { 人: 0, 名: 0, 位: 0, 个: 0, 人次: 0, 件: 0, 份: 0, 次: 0, 条: 0, 项: 0, 户: 0, 家: 0, 起: 0, 万: 4, 万人: 4, 千人: 3, 百人: 2 },
  DECIMAL: { 分: 0 },
  MONEY: { 元: 0, 圆: 0, 块: 0, 元整: 0, 圆整: 0, '元/月': 0, 人民币: 0, RMB: 0, CNY: 0, 千元: 3, 万元: 4, 万元整: 4, 万: 4, 百万元: 6, 千万元: 7, 亿元: 8, 亿: 8 },
}; // prettier-ignore

const largest: Readonly<Record<NumericKind, number>> = {
  INTEGER: 2_147_483_647,
  DECIMAL: 99_999,
  MONEY: 99_999_999_999_999,
};
const approximate =
  /[约近余多来几许~≈≥≤<>]|\d\+$|左右|上下|以上|以下|以内|大概|不到|超过|不足|\d[^\d.,]{0,2}[-至到]+\s*\d/;
const number =
  /^[¥￥]?\s*([+-]?)\s*((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+|\d+)(?:\.\d+)?|\.\d+)([^\d]*)$/;

/** No number is longer. */
const longest = 100;

/** The power of ten of a unit, as it stands in brackets after a header or in a 单位： line; undefined if unknown. */
export const unitShift = (unit: string): number | undefined =>
  units.MONEY[unit] ?? units.INTEGER[unit] ?? (unit === '分' ? 0 : undefined);

/** Whether the unit is one of money, which alone a 单位： line can give to columns that name none. */
export const isMoneyUnit = (unit: string): boolean => unit in units.MONEY;

/** Reads a number of the kind; `shift` is the power of ten of the column's unit, used where the cell names none. */
export function readNumber(cell: Cell, kind: NumericKind, shift: number): Reading<number | string> {
  if (cell.kind === 'TEXT') return fromText(cell.text, kind, shift);
  if (cell.kind !== 'NUMBER' || cell.shows === 'DATE' || !Number.isFinite(cell.value))
    return fail('NUMBER_UNREADABLE');
  if (Math.abs(cell.value) >= 1e15) return fail('NUMBER_TOO_LARGE');
  return cell.shows === 'PERCENT'
    ? ofHundred(plain(cell.value), kind, 0)
    : finish(plain(cell.value), kind, shift);
}

/** A percentage says how many of a hundred: no count of people and no amount of money, however it came to be there. */
function ofHundred(decimal: string, kind: NumericKind, shift: number): Reading<number | string> {
  if (kind !== 'DECIMAL') return fail('NUMBER_PERCENT');
  const reading = finish(decimal, kind, shift);
  if (!reading.ok) return reading;
  return read(reading.value, { code: 'PERCENT_AS_NUMBER', params: { number: String(reading.value) } });
}

/** The number without an exponent, float noise rounded away at fifteen digits. */
function plain(value: number): string {
  const shown = String(Number(value.toPrecision(15)));
  return shown.includes('e') ? value.toFixed(12) : shown;
}

function fromText(text: string, kind: NumericKind, shift: number): Reading<number | string> {
  const shown = plainDashes(tidy(text)).replace(/^['‘’]/, '').replace(/^(?:人民币|RMB|CNY)\s*/i, ''); // prettier-ignore
  if (shown.length > longest) return fail('NUMBER_UNREADABLE');
  const match = number.exec(shown);
  if (!match) return fail(approximate.test(shown) ? 'NUMBER_APPROXIMATE' : 'NUMBER_UNREADABLE');
  const [, sign = '', digits = '', behind = ''] = match;
  const decimal = sign + digits.replace(/[,\s]/g, '');
  const unit = behind.replace(/\s/g, '').toUpperCase();
  if (unit === '%') return ofHundred(decimal, kind, -2);
  const own = unit === '' ? shift : units[kind][unit];
  if (own === undefined) return fail(approximate.test(shown) ? 'NUMBER_APPROXIMATE' : 'NUMBER_UNREADABLE');
  return finish(decimal, kind, own);
}

function finish(decimal: string, kind: NumericKind, shift: number): Reading<number | string> {
  if (kind === 'INTEGER' && shift === 0 && /^\d{1,9}$/.test(decimal)) return read(Number(decimal));
  const value = Number(decimal) * 10 ** shift;
  if (value < 0) return fail('NUMBER_NEGATIVE');
  if (value > largest[kind]) return fail('NUMBER_TOO_LARGE');
  if (kind !== 'INTEGER') return read(scaleDecimal(decimal, shift, 2));
  const rounded = scaleDecimal(decimal, shift, 0);
  const exact = scaleDecimal(decimal, shift, 9);
  return exact === `${rounded}.000000000` ? read(Number(rounded)) : fail('NUMBER_NOT_WHOLE');
}
