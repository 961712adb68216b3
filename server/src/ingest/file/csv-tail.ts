import { CsvFault, CsvSplitter } from './csv-split.ts';

const unlimited = { recordCharacters: Infinity };

/**
 * The whole records at the end of a text table. The piece may begin inside quotes; wherever that could be, nothing is
 * told: what a quoted cell says below a line end is no line of the table.
 */
export function lastRecords(tail: string, delimiter: string): readonly string[][] | undefined {
  const [cut = ''] = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(tail) ?? [];
  const whole = tail.slice(cut.length);
  const inQuotes = whole.includes('"') && split(`"\n${whole}`, delimiter) !== undefined;
  return inQuotes ? undefined : split(whole, delimiter);
}

/** The records of the text; undefined where its quotes make no sense. */
function split(text: string, delimiter: string): string[][] | undefined {
  const splitter = new CsvSplitter(delimiter, unlimited);
  try {
    return [...splitter.push(text), ...splitter.end()];
  } catch (error) {
    if (error instanceof CsvFault) return undefined;
    throw error;
  }
}
