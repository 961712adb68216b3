/** Where a command writes: answers to stdout, everything a person reads on the way to stderr. */
export interface Output {
  readonly json: boolean;
  /** The command's one answer: a JSON value with --json, else what `text` makes of it. */
  answer<Value>(value: Value, text: (value: Value) => string): Promise<void>;
  say(line: string): void;
  /** A line that the next one takes the place of, on a terminal only; null takes it away. */
  readonly status: ((line: string | null) => void) | null;
}

/** The output of one run of the command line. */
export function openOutput(json: boolean): Output {
  const { stderr } = process;
  let standing = false;
  const status = (line: string | null): void => {
    if (standing || line !== null) stderr.write(`\r\u001b[K${line ?? ''}`);
    standing = line !== null;
  };
  return {
    json,
    answer: (value, text) => write(json ? `${JSON.stringify(value, null, 2)}\n` : ensureNewline(text(value))),
    say(line) {
      status(null);
      stderr.write(`${line}\n`);
    },
    status: stderr.isTTY ? status : null,
  };
}

/** Waits until the reader has taken it: a pipe may be slower than the process lives. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, error =>
      error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? reject(error) : resolve(),
    );
  });
}

const ensureNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Columns of equal width; a Chinese character is two wide. */
export function table(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const cells = [header, ...rows].map(row =>
    row.map(cell => (cell === null || cell === undefined ? '' : String(cell))),
  );
  const widths = header.map((_, i) => Math.max(...cells.map(row => displayWidth(row[i] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - displayWidth(cell)))
      .join('  ')
      .trimEnd();
  return cells.map(line).join('\n');
}

/** How many columns of a terminal a text takes. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
