import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvSplitter, type CsvFault } from '../../server/src/ingest/file/csv-split.ts';
import { csvOf } from './reading.ts';

/** The records of a text that comes in as these pieces. */
function split(pieces: readonly string[], delimiter = ',', recordCharacters = 10_000): string[][] {
  const splitter = new CsvSplitter(delimiter, { recordCharacters });
  return [...pieces.flatMap(piece => splitter.push(piece)), ...splitter.end()];
}

test.each([
  ['a,b\nc,d', [['a', 'b'], ['c', 'd']]],
  ['a\r\nb\rc\n', [['a'], ['b'], ['c']]],
  ['"a,b",c', [['a,b', 'c']]],
  ['"a\r\nb",c\r\nd', [['a\r\nb', 'c'], ['d']]],
  ['"say ""yes""",x', [['say "yes"', 'x']]],
  // Not closed where its field ends: a letter like any other.
  ['"ab"cd,e', [['"ab"cd', 'e']]],
  ['6" pipe,e', [['6" pipe', 'e']]],
  // Blanks between the closing quote and the end of its field mean nothing.
  ['"a,b"  ,c', [['a,b', 'c']]],
  ['"a,b" \nc', [['a,b'], ['c']]],
  [',,\n', [['', '', '']]],
  ['', []],
])('%j', (text, records) => expect(split([text])).toEqual(records)); // prettier-ignore

const fault = (code: CsvFault['code'], row: number, line: number, column: number): unknown =>
  expect.objectContaining({ code, row, line, column });

test.each([
  ['never closed', 'a,b\nc,"d\ne,f\n', fault('QUOTE_NOT_CLOSED', 2, 2, 2)],
  ['never closed, in the first field', '"a,b\nc,d', fault('QUOTE_NOT_CLOSED', 1, 1, 1)],
  ['never closed, behind a field of three lines', 'a\n"b\nb\nb"\nc,"d', fault('QUOTE_NOT_CLOSED', 3, 5, 2)],
  // Read on, the second row would vanish in a cell of the first.
  ['closed by the quote that opens another', '1,"甲,雒容\n2,"乙",洛埠\n', fault('QUOTE_NOT_CLOSED', 1, 1, 2)],
  ['closed rows below', 'a,b\r\n"1","甲\r\n"2","乙"\r\n', fault('QUOTE_NOT_CLOSED', 2, 2, 2)],
  ['a record without end', `a\nb\n${'x'.repeat(101)}`, fault('RECORD_TOO_LONG', 3, 3, 1)],
])('%s is a fault that says where it begins', (_, text, expected) => {
  for (const size of [1, 3, 1000]) {
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
    const found = ((): unknown => {
      try {
        return split(pieces, ',', 100);
      } catch (error) {
        return error;
      }
    })();
    expect(found).toEqual(expected);
  }
});

const word = fc.string({ unit: fc.constantFrom('a', '字', ',', '"', ' ', '\n', '\r', ';'), maxLength: 6 });

test('what is written is read, whatever the pieces it comes in', () => {
  const table = fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 9 }),
      (rows, sign, size) => {
        const text = csvOf(rows, sign);
        const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        expect(split(pieces, sign)).toEqual(rows);
      },
    ),
    { numRuns: 2000 },
  );
});
