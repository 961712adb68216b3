/** One column of a table: its heading, and whether it is words or numbers. */
export type Column = readonly [heading: string, align: 'left' | 'right'];

/** Lines of a table as every part of the bench prints it: two spaces in front, words to the left, numbers to the right. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [columns.map(([heading]) => heading), ...rows.map(row => row.map(String))];
  const widths = columns.map((_, i) => Math.max(...cells.map(row => width(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    columns
      .map(([, align], i) => {
        const cell = row[i] ?? '';
        const blank = ' '.repeat((widths[i] ?? 0) - width(cell));
        return align === 'left' ? cell + blank : blank + cell;
      })
      .join('  ')
      .trimEnd();
  return cells.map(row => `  ${line(row)}`);
}

/** Chinese signs are as wide as two others. */
const width = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/** Milliseconds for people. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
