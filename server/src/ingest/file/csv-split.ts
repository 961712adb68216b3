/** What a text table may hold before it is refused. */
export interface CsvLimits {
  readonly recordCharacters: number;
}

/** Where in the text something stands: rows as a spreadsheet counts them, lines as an editor of text does. */
export interface CsvPlace {
  readonly row: number;
  readonly line: number;
  readonly column: number;
}

/** Why a text table cannot be taken apart, and where the record or the quote began that has no end. */
export class CsvFault extends Error {
  readonly code: 'RECORD_TOO_LONG' | 'QUOTE_NOT_CLOSED';
  readonly row: number;
  readonly line: number;
  readonly column: number;

  constructor(code: CsvFault['code'], { row, line, column }: CsvPlace) {
    super(code);
    [this.code, this.row, this.line, this.column] = [code, row, line, column];
  }
}

/** A field and where the sign behind it stands. */
interface Field {
  readonly text: string;
  readonly next: number;
  /** Line ends inside its quotes. */
  readonly breaks: number;
}

const quote = 34;
const lineEnd = /\r\n|\n|\r/g;

/**
 * Takes text apart into records as it comes in. Nearly every record has no quote in it and is one split; a quote opens a
 * field only at its beginning, and one that is not followed by the end of its field is a letter like any other — unless
 * a line has ended since it opened: then it is not known where the row ends, and reading on would lose the rows between.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #limits: CsvLimits;
  #rest = '';
  /** Records told before this piece, and the line ends inside their fields. */
  #told = 0;
  #breaks = 0;

  constructor(delimiter: string, limits: CsvLimits) {
    [this.#delimiter, this.#limits] = [delimiter, limits];
  }

  /** The records that are complete now. */
  push(piece: string): string[][] {
    return this.#split(this.#rest + piece, false);
  }

  /** The last record, which no line end need close. */
  end(): string[][] {
    return this.#split(this.#rest, true);
  }

  #split(text: string, last: boolean): string[][] {
    const records: string[][] = [];
    let at = 0;
    let [lineFeed, carriage, mark] = [-1, -1, -1];
    while (at < text.length) {
      lineFeed = nextOf('\n', text, at, lineFeed);
      carriage = nextOf('\r', text, at, carriage);
      mark = nextOf('"', text, at, mark);
      const end = Math.min(lineFeed, carriage);
      if (mark < end) {
        const found = this.#quoted(text, at, last, records.length);
        if (!found) break;
        records.push(found.fields);
        at = found.next;
        continue;
      }
      // A carriage return at the very end may be half of a line end.
      if (end === text.length ? !last : end === text.length - 1 && text[end] === '\r' && !last) break;
      records.push(text.slice(at, end).split(this.#delimiter));
      at = afterLine(text, end);
    }
    this.#rest = text.slice(at);
    this.#told += records.length;
    if (this.#rest.length > this.#limits.recordCharacters) throw this.#fault('RECORD_TOO_LONG', 0, 1);
    return records;
  }

  #fault(code: CsvFault['code'], since: number, column: number): CsvFault {
    const row = this.#told + since + 1;
    return new CsvFault(code, { row, line: row + this.#breaks, column });
  }

  /** A record with a quote in it, sign by sign; undefined where its end has not come in yet. */
  #quoted(
    text: string,
    start: number,
    last: boolean,
    since: number,
  ): { fields: string[]; next: number } | undefined {
    const fields: string[] = [];
    let breaks = 0;
    for (let at = start; ;) {
      const field = text.charCodeAt(at) === quote ? this.#closed(text, at, last) : this.#open(text, at);
      if (field === 'NOT_CLOSED') throw this.#fault('QUOTE_NOT_CLOSED', since, fields.length + 1);
      if (!field) return undefined;
      fields.push(field.text);
      breaks += field.breaks;
      at = field.next;
      if (text.startsWith(this.#delimiter, at)) {
        at += this.#delimiter.length;
        continue;
      }
      if (at >= text.length && !last) return undefined;
      if (text[at] === '\r' && at + 1 >= text.length && !last) return undefined;
      this.#breaks += breaks;
      return { fields, next: afterLine(text, at) };
    }
  }

  #open(text: string, start: number): Field {
    let at = start;
    while (at < text.length && !this.#ends(text, at)) at++;
    return { text: text.slice(start, at), next: at, breaks: 0 };
  }

  #closed(text: string, start: number, last: boolean): Field | 'NOT_CLOSED' | undefined {
    let said = '';
    for (let at = start + 1; ;) {
      const close = text.indexOf('"', at);
      if (close < 0) return last ? 'NOT_CLOSED' : undefined;
      if (close + 1 >= text.length && !last) return undefined;
      said += text.slice(at, close);
      if (text.charCodeAt(close + 1) === quote) {
        said += '"';
        at = close + 2;
        continue;
      }
      const end = this.#pastBlanks(text, close + 1);
      if (end >= text.length && !last) return undefined;
      const breaks = said.match(lineEnd)?.length ?? 0;
      if (end >= text.length || this.#ends(text, end)) return { text: said, next: end, breaks };
      if (breaks > 0) return 'NOT_CLOSED';
      const rest = this.#open(text, close);
      return { text: `"${said}${rest.text}`, next: rest.next, breaks };
    }
  }

  /** Some exporters leave blanks between a closing quote and what ends its field. */
  #pastBlanks(text: string, start: number): number {
    let at = start;
    while (text[at] === ' ' && this.#delimiter !== ' ') at++;
    return at;
  }

  #ends(text: string, at: number): boolean {
    const sign = text[at];
    return sign === '\n' || sign === '\r' || text.startsWith(this.#delimiter, at);
  }
}

/** Where the sign stands next; looked for again only when the place found last lies behind. */
function nextOf(sign: string, text: string, from: number, found: number): number {
  if (found >= from) return found;
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

const afterLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
