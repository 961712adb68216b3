import { setImmediate } from 'node:timers/promises';
import type { Language } from '../access/viewer.ts';
import { cellOf } from './cells.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { valueAt } from './export-columns.ts';
import type { FileContent } from './export.service.ts';
import { notesOf, notesTitle } from './notes.ts';

/** Lines written before others get their turn. */
const stride = 250;

/** A list as CSV, a few hundred lines at a time: headings, rows, and a last line that says what the file is. */
export async function* csvFile(
  { columns, pages, notes }: FileContent,
  language: Language,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns.map(({ heading }) => ({ kind: 'text', text: heading[language] })));
  let count = 0;
  for await (const rows of pages) {
    for (let from = 0; from < rows.length; from += stride) {
      const lines = rows
        .slice(from, from + stride)
        .map(row => csvLine(columns.map(({ field, path }) => cellOf(field, valueAt(row, path), language))));
      yield lines.join('');
      await setImmediate();
    }
    count += rows.length;
  }
  const told = notesOf(notes, count, language).map(([name, value]) => `${name}: ${value}`);
  yield csvLine([{ kind: 'text', text: `${notesTitle(language)} | ${told.join(' | ')}` }]);
}
