import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Cell, RawRow, RawSheet, Workbook } from './cell.ts';
import { CsvFault, CsvSplitter } from './csv-split.ts';
import { lastRecords } from './csv-tail.ts';
import { guessDelimiter } from './delimiter.ts';
import { detectEncoding, lastText, readText, type Encoding } from './text-encoding.ts';

const sampleSize = 65_536;
/** Enough for any footer. */
const tailBytes = 16_384;

/** Opens a text table. It has one sheet, named after the file. */
export async function openCsv(path: string, fileName: string, limits: Limits): Promise<Workbook> {
  const encoding = await detectEncoding(path);
  const sample = await firstText(path, encoding);
  const told = /^sep=(.)\r?\n/i.exec(sample);
  const delimiter = told?.[1] ?? guessDelimiter(sample);
  const name = basename(fileName, extname(fileName));
  const { size } = await stat(path);
  let read = 0;
  const text = (): AsyncIterable<string> =>
    dropStart(
      readText(path, encoding, count => (read += count)),
      told?.[0].length ?? 0,
    );
  const sheet: RawSheet = {
    name,
    hidden: false,
    epoch1904: false,
    rows: () => readRows(text(), delimiter, name, limits, told ? 1 : 0),
    lastRows: async () =>
      lastRecords(await lastText(path, encoding, tailBytes), delimiter)?.flatMap(
        (record, i) =>
          toRow(record, i + 1, name, { ...limits, columns: Infinity, cellCharacters: Infinity }) ?? [],
      ),
  };
  const share = (): number => (size > 0 ? Math.min(1, read / size) : 1);
  return { sheets: [sheet], share, close: () => Promise.resolve() };
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let sample = '';
  for await (const piece of readText(path, encoding)) {
    sample += piece;
    if (sample.length >= sampleSize) break;
  }
  return sample.slice(0, sampleSize);
}

async function* dropStart(text: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const piece of text) {
    yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

async function* readRows(
  text: AsyncIterable<string>,
  delimiter: string,
  sheet: string,
  limits: Limits,
  linesAbove: number,
): AsyncGenerator<RawRow[]> {
  const splitter = new CsvSplitter(delimiter, {
    recordCharacters: limits.columns * limits.cellCharacters,
  });
  let number = 0;
  let rows: RawRow[] = [];
  const take = (records: readonly string[][]): void => {
    for (const record of records) {
      const row = toRow(record, ++number, sheet, limits);
      if (row) rows.push(row);
    }
  };
  try {
    for await (const piece of text) {
      take(splitter.push(piece));
      if (rows.length) yield rows;
      rows = [];
    }
    take(splitter.end());
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    if (error.code === 'RECORD_TOO_LONG') throw tooLong(sheet, error.row, limits);
    const { row, column } = error;
    throw new IngestRefusal('QUOTE_NOT_CLOSED', { sheet, row, line: error.line + linesAbove, column });
  }
  if (rows.length > 0) yield rows;
}

const tooLong = (sheet: string, row: number, limits: Limits): IngestRefusal =>
  new IngestRefusal('CELL_TOO_LONG', { sheet, row, limit: limits.cellCharacters });

function toRow(record: readonly string[], number: number, sheet: string, limits: Limits): RawRow | undefined {
  const cells: (Cell | undefined)[] = [];
  let own = 0;
  for (const [column, field] of record.entries()) {
    if (field === '') continue;
    // ="0123" guards a code from Excel
    const text = field.startsWith('=') ? (/^="(.*)"$/s.exec(field)?.[1] ?? field) : field;
    if (text.trim() === '') continue;
    if (text.length > limits.cellCharacters) throw tooLong(sheet, number, limits);
    if (column >= limits.columns)
      throw new IngestRefusal('TOO_MANY_COLUMNS', { sheet, row: number, limit: limits.columns });
    cells[column] = { kind: 'TEXT', text };
    own++;
  }
  if (own > 0 && number > limits.rows)
    throw new IngestRefusal('TOO_MANY_ROWS', { sheet, limit: limits.rows });
  return own === 0 ? undefined : { number, hidden: false, cells, inherited: [] };
}
