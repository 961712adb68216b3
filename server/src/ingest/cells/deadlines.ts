import type { Day } from '../../kernel/days.ts';
import { fold } from '../../kernel/text.ts';
import type { Cell } from '../file/cell.ts';
import { readDay } from './dates.ts';
import { fail, type Reading } from './reading.ts';

const digits = '零一二三四五六七八九';
const longest = 1000;

/** 十五 → 15, 三十 → 30; undefined for anything that is no number below a hundred. */
function spelt(text: string): number | undefined {
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens === undefined || text === '') return undefined;
  if (!ten) return ones ? undefined : digits.indexOf(tens);
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** So many days, as a clerk writes a term: 15日, 15天内, 十五日, or the bare number of a column in days. */
function termOf(cell: Cell): number | undefined {
  if (cell.kind === 'NUMBER') return cell.shows === 'DATE' || !Number.isInteger(cell.value) ? undefined : cell.value;
  if (cell.kind !== 'TEXT') return undefined;
  const text = fold(cell.text);
  const [, count = ''] = /^限?期?(\d{1,4}|[一二三四五六七八九十]{1,3})个?(?:自然|日历)?[日天]?(?:以?内|之内)?$/.exec(text) ?? [];
  return /^\d+$/.test(count) ? Number(count) : spelt(count);
} // prettier-ignore

/**
 * Reads a deadline: a day, or a number of days that the form counts from another of its columns; these come
 * beside the value as `<field>Days`. Working days need a calendar of the year and are not guessed.
 */
export function readDeadline(cell: Cell, field: string, epoch1904: boolean): Reading<Day> {
  const days = termOf(cell);
  if (days !== undefined && days > 0 && days <= longest)
    return { ok: true, value: null, also: { [`${field}Days`]: days } };
  const day = readDay(cell, epoch1904);
  if (day.ok || day.failure.code === 'DATE_IMPOSSIBLE') return day;
  return fail('DEADLINE_UNREADABLE');
}
