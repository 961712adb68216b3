import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvSplitter } from '../../server/src/ingest/file/csv-split.ts';
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
  [',,\n', [['', '', '']]],
  ['', []],
])('%j', (text, records) => expect(split([text])).toEqual(records)); // prettier-ignore

test('a quote that is never closed, and a record without end, are faults', () => {
  expect(() => split(['a,"b\nc'])).toThrow('QUOTE_NOT_CLOSED');
  expect(() => split(['x'.repeat(60), 'x'.repeat(60)], ',', 100)).toThrow('RECORD_TOO_LONG');
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
