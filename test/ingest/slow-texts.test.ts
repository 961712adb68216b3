import { describe, expect, it } from 'vitest';
import { sources } from '../../server/src/catalogue/sources.ts';
import { readCell } from '../../server/src/ingest/cells/read-cell.ts';
import { readFormatCode } from '../../server/src/ingest/file/number-format.ts';
import { guessDelimiter } from '../../server/src/ingest/file/delimiter.ts';
import { headerWord } from '../../server/src/ingest/table/header-words.ts';
import { findStatedOn, findUnit } from '../../server/src/ingest/table/preamble.ts';
import { vault } from './reading.ts';

const length = 32_767;
const fill = (start: string, piece: string, end: string): string =>
  (start + piece.repeat(Math.ceil(length / piece.length))).slice(0, length - end.length) + end;

/** Texts of a cell's greatest length that make a careless pattern try every way to split them. */
const texts: readonly string[] = [
  fill('x', ' ', 'x'), fill('甲', ' ', 'x'), fill('1', ' ', 'x'), fill('', '1', 'x'), fill('', '1,111', 'x'), fill('', '1 ', 'x'),
  fill('', '-', 'x'), fill('1', '-', 'x'), fill('', '1-', 'x'), fill('', '0', 'e'), fill('2022-', '1', ''), fill('2022-1-1', ' ', 'x'),
  fill('2022年', ' ', 'x'), fill('', '（', '元'), fill('', '(元', ''), fill('', '[', ']'), fill('单位', ' ', 'x'), fill('', '单位：', ''),
  fill('填报日期', ' ', 'x'), fill('', '填报日期', ''), fill('', '"', 'x'), fill('="', '"', ''), fill('', '约', '1'), fill('', '、', 'x'),
  fill('¥', ' ', '1'), fill('', 'A1', '-'), fill('', '\u200b', 'x'), fill('', '\n', 'x'), fill('', '𠀀', ''), fill('', '<', '>'),
]; // prettier-ignore

/** Milliseconds of this process, however busy the machine is. */
function spent(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const context = { epoch1904: false, vault };
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(
    // One column of each kind, and every column with words of its own.
    [
      ...new Map(
        sources.flatMap(({ form, columns }) =>
          columns.map(column => [column.words ? `${form} ${column.header}` : column.kind, column] as const),
        ),
      ),
    ].map(([name, column]) => [name, (text: string) => readCell(column, { kind: 'TEXT', text }, 0, context)]),
  ),
  'a header': headerWord,
  'a line above': text => findStatedOn({ number: 1, hidden: false, cells: [{ kind: 'TEXT', text }], inherited: [] }, false), // prettier-ignore
  'a unit': text => findUnit({ number: 1, hidden: false, cells: [{ kind: 'TEXT', text }], inherited: [] }, false), // prettier-ignore
  'a number format': readFormatCode,
  'a separator': guessDelimiter,
};

describe('no text takes long, whatever it is made of', () => {
  it.each(Object.entries(readers))('%s', (_, read) => {
    for (const [i, text] of texts.entries()) {
      read(text); // once for the compiler
      const took = Math.min(
        spent(() => read(text)),
        spent(() => read(text)),
      );
      expect({ i, start: text.slice(0, 8), slow: took > 50 ? took : 0 }).toEqual({ i, start: text.slice(0, 8), slow: 0 }); // prettier-ignore
    }
  });
});
