/** What a text table may hold before it is refused. */
export interface CsvLimits {
  readonly recordCharacters: number;
}

/** Why a text table cannot be taken apart. */
export class CsvFault extends Error {
  readonly code: 'RECORD_TOO_LONG' | 'QUOTE_NOT_CLOSED';

  constructor(code: CsvFault['code']) {
    super(code);
    this.code = code;
  }
}

const quote = 34;

/**
 * Takes text apart into records as it comes in. Nearly every record has no quote in it and is one split; a quote opens a
 * field only at its beginning, and one that is not followed by the end of its field is a letter like any other.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #limits: CsvLimits;
  #rest = '';

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
        const found = this.#quoted(text, at, last);
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
    if (this.#rest.length > this.#limits.recordCharacters) throw new CsvFault('RECORD_TOO_LONG');
    return records;
  }

  /** A record with a quote in it, sign by sign; undefined where its end has not come in yet. */
  #quoted(text: string, start: number, last: boolean): { fields: string[]; next: number } | undefined {
    const fields: string[] = [];
    for (let at = start; ;) {
      const field = text.charCodeAt(at) === quote ? this.#closed(text, at, last) : this.#open(text, at);
      if (!field) return undefined;
      fields.push(field.text);
      at = field.next;
      if (at >= text.length) return last ? { fields, next: at } : undefined;
      if (text.startsWith(this.#delimiter, at)) {
        at += this.#delimiter.length;
        continue;
      }
      if (text[at] === '\r' && at + 1 >= text.length && !last) return undefined;
      return { fields, next: afterLine(text, at) };
    }
  }

  #open(text: string, start: number): { text: string; next: number } {
    let at = start;
    while (at < text.length && !this.#ends(text, at)) at++;
    return { text: text.slice(start, at), next: at };
  }

  #closed(text: string, start: number, last: boolean): { text: string; next: number } | undefined {
    let said = '';
    for (let at = start + 1; ;) {
      const close = text.indexOf('"', at);
      if (close < 0) {
        if (last) throw new CsvFault('QUOTE_NOT_CLOSED');
        return undefined;
      }
      if (close + 1 >= text.length && !last) return undefined;
      said += text.slice(at, close);
      if (text.charCodeAt(close + 1) === quote) {
        said += '"';
        at = close + 2;
      } else if (close + 1 >= text.length || this.#ends(text, close + 1)) {
        return { text: said, next: close + 1 };
      } else {
        const rest = this.#open(text, close);
        return { text: `"${said}${rest.text}`, next: rest.next };
      }
    }
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
