import type { Cell } from './cells.ts';

/** Says that what follows is UTF-8; without it Excel and WPS read Chinese as something else. */
export const byteOrderMark = '\uFEFF';

/** Begins, after whatever cannot be seen, as a formula does, in half or full width; or with what splits a cell in two. */
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠−]|^[\t\r\n]/u;

/** A text that no spreadsheet takes for a formula: an apostrophe stands in front of one that would be. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** One line of the file (RFC 4180); numbers and days are ours and stand as they are. */
export const csvLine = (cells: readonly (Cell | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell | null): string {
  if (!cell) return '';
  if (cell.kind !== 'text') return cell.text;
  const text = harmless(cell.text);
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
