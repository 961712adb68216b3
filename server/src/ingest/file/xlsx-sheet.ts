import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Cell, RawRow } from './cell.ts';
import { columnIndex, type MergeFiller } from './merges.ts';
import type { NumberFormat } from './number-format.ts';
import { decodeXml, xmlParser, type Attributes } from './xml.ts';
import { unescapeText } from './xlsx-parts.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sheet: string;
  readonly part: string;
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly merges: MergeFiller;
  readonly limits: Limits;
}

/** Reads the rows of a sheet part as it is unpacked; rows and cells without content are passed over. */
export async function* readSheetRows(
  chunks: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<RawRow[]> {
  const rows = new RowBuilder(context);
  const parser = xmlParser(context.part, {
    open: (tag, attributes) => rows.open(tag, attributes),
    text: text => rows.text(text),
    close: tag => rows.close(tag),
    tooLong: () => rows.tooLong(),
  });
  for await (const chunk of decodeXml(chunks)) {
    parser.write(chunk);
    const done = rows.take();
    if (done.length > 0) yield done;
  }
  parser.end();
  const rest = rows.take();
  if (rest.length > 0) yield rest;
}

class RowBuilder {
  readonly #context: SheetContext;
  #done: RawRow[] = [];
  #number = 0;
  #hidden = false;
  #cells: (Cell | undefined)[] = [];
  #own = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #formula = false;
  #text = '';
  #inRow = false;
  #listening = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): RawRow[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'v' || tag === 't') this.#listening = this.#inRow && !this.#phonetic;
    else if (tag === 'f') this.#formula = true;
    else if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'rPh') this.#phonetic = true;
  }

  #openRow(attributes: Attributes): void {
    const stated = Number(attributes['r'] ?? this.#number + 1);
    // Rows run downwards; a file in which they do not was made to confuse.
    if (!Number.isInteger(stated) || stated <= this.#number) {
      throw new IngestRefusal('DAMAGED_FILE', { part: this.#context.part });
    }
    this.#number = stated;
    this.#hidden = attributes['hidden'] === '1' || attributes['hidden'] === 'true';
    this.#cells = [];
    this.#own = 0;
    this.#column = -1;
    this.#inRow = true;
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnIndex(reference);
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#formula = false;
    this.#text = '';
  }

  text(text: string): void {
    if (this.#listening) this.#text += text;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#listening = false;
    else if (tag === 'rPh') this.#phonetic = false;
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'row') this.#closeRow();
  }

  #closeCell(): void {
    const cell = this.#inRow ? this.#cell() : undefined;
    if (cell === undefined || this.#column < 0) return;
    const { sheet, limits } = this.#context;
    if (this.#column >= limits.columns) {
      throw new IngestRefusal('TOO_MANY_COLUMNS', { sheet, row: this.#number, limit: limits.columns });
    }
    if (this.#number > limits.rows) throw new IngestRefusal('TOO_MANY_ROWS', { sheet, limit: limits.rows });
    if (this.#cells[this.#column] === undefined) this.#own++;
    this.#cells[this.#column] = cell;
  }

  #closeRow(): void {
    this.#inRow = false;
    if (this.#own === 0) return;
    const inherited = this.#context.merges.fill(this.#number, this.#cells);
    this.#done.push({ number: this.#number, hidden: this.#hidden, cells: this.#cells, inherited });
  }

  #cell(): Cell | undefined {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return this.#textCell(text === '' ? '' : this.#shared(Number(text)));
      case 'str':
      case 'inlineStr':
      case 'd':
        return this.#textCell(unescapeText(text));
      case 'b':
        return text === '' ? undefined : { kind: 'BOOLEAN', value: text === '1' || text === 'true' };
      case 'e':
        return { kind: 'ERROR', text: text || '#ERROR' };
      default:
        return this.#numberCell(text.trim());
    }
  }

  tooLong(): IngestRefusal {
    return new IngestRefusal('CELL_TOO_LONG', {
      sheet: this.#context.sheet,
      row: this.#number,
      limit: this.#context.limits.cellCharacters,
    });
  }

  #shared(index: number): string {
    const [column, row] = [this.#column + 1, this.#number];
    const text = this.#context.strings[index];
    if (text === undefined)
      throw new IngestRefusal('DAMAGED_CELL', { sheet: this.#context.sheet, row, column });
    return text;
  }

  #textCell(text: string): Cell | undefined {
    if (text.length > this.#context.limits.cellCharacters) throw this.tooLong();
    return text.trim() === '' ? undefined : { kind: 'TEXT', text };
  }

  #numberCell(text: string): Cell | undefined {
    if (text === '') return this.#formula ? { kind: 'UNSOLVED' } : undefined;
    const value = Number(text);
    if (Number.isNaN(value)) return { kind: 'TEXT', text };
    const format = this.#context.styles[this.#style];
    return {
      kind: 'NUMBER',
      value,
      text,
      shows: format?.shows ?? 'NUMBER',
      decimals: format?.decimals ?? null,
    };
  }
}
