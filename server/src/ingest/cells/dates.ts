import { dayOf, shanghaiDay, type Day } from '../../kernel/days.ts';
import type { Cell } from '../file/cell.ts';
import { plainDashes, tidy } from './cell-text.ts';
import { fail, read, type Reading } from './reading.ts';
import { serialDay } from './serials.ts';

type NumberCell = Extract<Cell, { kind: 'NUMBER' }>;

const separator = String.raw`(?:\s*[-/.年月]\s*|\s+)`;
const time = String.raw`(?:(?:\s|T)*(?:(上午|下午|中午|AM|PM)\s*)?(\d{1,2})[:时点](?:(\d{1,2})分?)?(?::?(\d{1,2})(?:\.\d+)?秒?)?\s*(AM|PM)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const fullDate = new RegExp(
  String.raw`^(\d{4}|\d{2})${separator}(\d{1,2})${separator}(\d{1,2})\s*[日号]?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?${time}\.?$`,
  'i',
);
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
/** No date is longer, and the pattern of one would be long over a text made to be slow. */
const longest = 60;
const monthOnly = /^(?:(\d{4})\s*[-/.]\s*(\d{1,2})|(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月份?)$/;

/** What a date text says; date 0 where only a month is given, time null where none is. */
interface Said {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly seconds: number | null;
  readonly zone: string | null;
}

/** A day that is written as 0 is none of the calendar; it is not a day left out. */
const never = 99;
/** Seconds of a day; more than a day has where there is no such time. A second 60 is that of a leap. */
const clockOf = (hour: number, minute: number, second: number): number =>
  minute > 59 || second > 60 ? Infinity : hour * 3600 + minute * 60 + second;
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Takes a date text apart without judging whether such a day exists. */
function take(text: string): Said | undefined {
  if (text.length > longest) return undefined;
  const shown = plainDashes(text).replace(/^['‘’]/, '');
  const full = fullDate.exec(shown);
  if (full) {
    const [, year = '', month, date, before, hour, minute, second, after, zone] = full;
    const half = (before ?? after ?? '').toUpperCase();
    const clock =
      hour === undefined
        ? null
        : clockOf(hours(Number(hour), half), Number(minute ?? 0), Number(second ?? 0));
    return { year: fullYear(year), month: Number(month), date: Number(date) || never, seconds: clock, zone: zone ?? null }; // prettier-ignore
  }
  const compact = compactDate.exec(shown);
  if (compact) {
    const [, year, month, date, hour, minute, second] = compact.map(Number);
    const clock = compact[4] === undefined ? null : clockOf(hour ?? 0, minute ?? 0, second || 0);
    return { year: year ?? 0, month: month ?? 0, date: date || never, seconds: clock, zone: null };
  }
  const only = monthOnly.exec(shown);
  if (!only) return undefined;
  return { year: fullYear(only[1] ?? only[3] ?? ''), month: Number(only[2] ?? only[4]), date: 0, seconds: null, zone: null }; // prettier-ignore
}

function hours(hour: number, half: string): number {
  if (half === 'PM' || half === '下午') return hour < 12 ? hour + 12 : hour;
  return half === 'AM' || half === '上午' ? hour % 12 : hour;
}

/** Reads a day however it is written; a month without a day becomes its first day and says so. */
export function readDay(cell: Cell, epoch1904: boolean): Reading<Day> {
  if (cell.kind === 'NUMBER') return dayOfNumber(cell, epoch1904);
  if (cell.kind !== 'TEXT') return fail('DATE_UNREADABLE');
  return dayOfText(tidy(cell.text), epoch1904);
}

function dayOfText(text: string, epoch1904: boolean): Reading<Day> {
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text), epoch1904);
  const said = take(text);
  if (!said) return fail('DATE_UNREADABLE');
  const day = said.year < 1900 ? undefined : dayOf(said.year, said.month, said.date || 1);
  if (day === undefined) return fail('DATE_IMPOSSIBLE');
  if ((said.seconds ?? 0) >= 86_401) return fail('DATE_IMPOSSIBLE');
  if (said.zone !== null) return read(shanghaiDay(momentOf(day, said.seconds ?? 0, said.zone)));
  return read(day, said.date === 0 ? { code: 'DATE_MONTH_ONLY' } : undefined);
}

/** A number without the format of a date: 2022 would be a day in 1905, 202206 one in 2453. */
const isBareSerial = (value: number): boolean => value >= 10_000 && value < 100_000;

function dayOfNumber(cell: NumberCell, epoch1904: boolean): Reading<Day> {
  if (cell.shows === 'DATE') return dayOfSerial(cell.value, epoch1904);
  const text = cell.text;
  if (/^\d{8}(\d{6})?$/.test(text)) return dayOfText(text, epoch1904);
  const month = /^(19[4-9]\d|20\d\d|2100)\.(\d{1,2})$/.exec(String(cell.value));
  if (month) {
    // As a number, 2022.1 may once have been 2022.10: only a format with two decimals tells.
    if (month[2] === '1' && cell.decimals !== 2) return fail('DATE_AMBIGUOUS');
    return dayOfText(`${month[1]}.${month[2] === '1' ? '10' : month[2]}`, epoch1904);
  }
  if (!isBareSerial(cell.value)) return fail('DATE_UNREADABLE');
  return dayOfSerial(cell.value, epoch1904);
}

function dayOfSerial(serial: number, epoch1904: boolean): Reading<Day> {
  const day = serialDay(serial, epoch1904);
  return day === undefined ? fail('DATE_IMPOSSIBLE') : read(day);
}

function momentOf(day: Day, seconds: number, zone: string): Date {
  const offset = zone.toUpperCase() === 'Z' ? '+00:00' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return new Date(Date.parse(`${day}T00:00:00${offset}`) + seconds * 1000);
}

/** Reads a moment to the second; without a zone it is Shanghai time. Given as RFC 3339 in UTC. */
export function readMoment(cell: Cell, epoch1904: boolean): Reading<string> {
  const day = readDay(cell, epoch1904);
  if (!day.ok || day.value === null) return day;
  const text = cell.kind === 'TEXT' ? tidy(cell.text) : cell.kind === 'NUMBER' ? cell.text : '';
  const serial = cell.kind === 'NUMBER' && cell.shows === 'DATE' ? cell.value : Number(text);
  if ((cell.kind === 'NUMBER' && cell.shows === 'DATE') || isBareSerial(serial)) {
    const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
    return read(momentOf(day.value, seconds, '+08:00').toISOString());
  }
  const said = take(text);
  if (said?.zone && said.seconds !== null) {
    const local = dayOf(said.year, said.month, said.date) ?? day.value;
    return read(momentOf(local, said.seconds, said.zone).toISOString());
  }
  return read(momentOf(day.value, said?.seconds ?? 0, '+08:00').toISOString(), day.remark);
}
