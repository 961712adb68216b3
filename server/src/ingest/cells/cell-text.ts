import type { Cell } from '../file/cell.ts';
import { serialMoment } from './serials.ts';

// Nearly every cell is this plain; normalising and searching it for what it lacks is what would take the time.
const plain = /^[\x21-\x7e\u4e00-\u9fff]*$/;
const beginsWithWord = /^[0-9A-Za-z\u4e00-\u9fff]/;

/**
 * Half-width, without control characters and zero-width marks, outer blanks gone; inner blanks stay. The number of a
 * footnote, such as ① or ², stays what it is: made a plain digit it would lengthen the number before it.
 */
export function tidy(text: string): string {
  if (plain.test(text)) return text;
  return clean(text.replace(/\P{No}+/gu, part => part.normalize('NFKC')));
}

// PostgreSQL cannot store NUL, and no clerk meant any other control character.
/** Outer blanks, control characters and zero-width marks gone; the writing itself untouched. */
export function clean(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g,
      '',
    )
    .trim();
}

/** Blanks beside Chinese characters mean nothing and go; between other words one stays. */
export const closeUp = (text: string): string =>
  plain.test(text)
    ? text
    : text.replace(/\s+/gu, ' ').replace(/ (?=[\p{Script=Han}（）])|(?<=[\p{Script=Han}（）]) /gu, '');

const dashes = /[‐‑‒–—―−﹣－─━]/g;

/** Every kind of dash as a hyphen. */
export const plainDashes = (text: string): string => text.replace(dashes, '-');

/** Whether the text stands for an empty cell: nothing, a dash or a slash. */
export function meansEmpty(text: string): boolean {
  if (beginsWithWord.test(text)) return text.length === 4 && /^null$/i.test(text);
  return /^[-/\\\s]*$/.test(plainDashes(tidy(text))) || /^null$/i.test(text);
}

/** An error value written as text, as CSV exports do. */
export const isErrorText = (text: string): boolean =>
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(text.trim());

/** The cell as a clerk sees it: dates as ISO days, numbers as written, booleans as 是 or 否. */
export function cellText(cell: Cell | undefined, epoch1904: boolean): string {
  switch (cell?.kind) {
    case 'TEXT':
      return clean(cell.text);
    case 'NUMBER':
      return numberText(cell, epoch1904);
    case 'BOOLEAN':
      return cell.value ? '是' : '否';
    case 'ERROR':
      return cell.text;
    default:
      return '';
  }
}

function numberText(cell: Extract<Cell, { kind: 'NUMBER' }>, epoch1904: boolean): string {
  if (cell.shows === 'DATE') return serialMoment(cell.value, epoch1904) ?? cell.text;
  if (cell.shows === 'PERCENT') return `${Number((cell.value * 100).toPrecision(12))}%`;
  if (/^-?\d+(\.\d{1,8})?$/.test(cell.text)) return cell.text;
  // 0.1 + 0.2 and the like: fifteen digits are what a spreadsheet shows.
  const shown = Number(cell.value.toPrecision(15)).toString();
  return shown.includes('e') ? cell.text : shown;
}
