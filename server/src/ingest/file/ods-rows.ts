import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Cell, RawRow } from './cell.ts';
import { MergeFiller } from './merges.ts';
import { cellOf } from './ods-cell.ts';
import type { Attributes } from './xml.ts';

/** A filled row, and how often it stands there: equal neighbours are written once. */
interface RepeatedRow {
  readonly row: RawRow;
  readonly times: number;
}

const batch = 500;
const noAttributes: Attributes = {};
/** Inside a paragraph, what is no part of the cell's text. */
const asides = new Set(['annotation', 'note', 'ruby-text', 'frame', 'custom-shape', 'g']);

/** A count such as number-columns-repeated; anything but a whole number is one. */
export function repeated(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 1;
}

/** Builds the rows of one table from its tags; empty rows and cells, however often repeated, only move the counters. */
export class OdsRows {
  readonly #sheet: string;
  readonly #epoch1904: boolean;
  readonly #limits: Limits;
  readonly #merges = new MergeFiller();
  #merged = 0;
  #done: RepeatedRow[] = [];
  #next = 1;
  #times = 1;
  #hidden = false;
  #cells: (Cell | undefined)[] = [];
  #own = 0;
  #column = 0;
  #inCell = false;
  #attributes = noAttributes;
  #text = '';
  #paragraphs = 0;
  #inText = false;
  /** Depth below something that is not the cell's own text: a comment, a drawing. */
  #aside = 0;

  constructor(sheet: string, epoch1904: boolean, limits: Limits) {
    this.#sheet = sheet;
    this.#epoch1904 = epoch1904;
    this.#limits = limits;
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#aside > 0) this.#aside++;
    else if (this.#inCell) this.#openInCell(tag, attributes);
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#openCell(attributes);
    else if (tag === 'table-row') this.#openRow(attributes);
  }

  #openRow(attributes: Attributes): void {
    this.#times = repeated(attributes['number-rows-repeated']);
    this.#hidden = attributes['visibility'] === 'collapse' || attributes['visibility'] === 'filter';
    this.#cells = [];
    this.#own = 0;
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    this.#inCell = true;
    this.#attributes = attributes;
    this.#text = '';
    this.#paragraphs = 0;
  }

  #openInCell(tag: string, attributes: Attributes): void {
    if (!this.#inText) {
      this.#inText = tag === 'p';
      if (!this.#inText) this.#aside = 1;
      else if (this.#paragraphs++ > 0) this.#text += '\n';
    } else if (asides.has(tag)) this.#aside = 1;
    else if (tag === 's') this.#text += ' '.repeat(Math.min(repeated(attributes['c']), 1000));
    else if (tag === 'tab') this.#text += '\t';
    else if (tag === 'line-break') this.#text += '\n';
    this.#measure(this.#text);
  }

  text(text: string): void {
    if (!this.#inText || this.#aside > 0) return;
    this.#text += text.replace(/[\r\n]+[ \t]*/g, ' '); // a line break of the XML, not of the cell
    this.#measure(this.#text);
  }

  #measure(text: string): void {
    if (text.length > this.#limits.cellCharacters) throw this.tooLong();
  }

  tooLong(): IngestRefusal {
    const { cellCharacters: limit } = this.#limits;
    return new IngestRefusal('CELL_TOO_LONG', { sheet: this.#sheet, row: this.#next, limit });
  }

  close(tag: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (this.#inText) this.#inText = tag !== 'p';
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else if (tag === 'table-row') this.#closeRow();
  }

  #closeCell(): void {
    this.#inCell = false;
    const attributes = this.#attributes;
    const cell = cellOf({ attributes, shown: this.#text, epoch1904: this.#epoch1904 });
    const first = this.#column;
    this.#column += repeated(attributes['number-columns-repeated']);
    this.#merge(attributes, first);
    if (cell === undefined) return;
    if (cell.kind === 'TEXT') this.#measure(cell.text);
    const limit = this.#limits.columns;
    if (this.#column > limit)
      throw new IngestRefusal('TOO_MANY_COLUMNS', { sheet: this.#sheet, row: this.#next, limit });
    for (let column = first; column < this.#column; column++) this.#cells[column] = cell;
    this.#own += this.#column - first;
  }

  #merge(attributes: Attributes, left: number): void {
    const rows = repeated(attributes['number-rows-spanned']);
    const columns = repeated(attributes['number-columns-spanned']);
    if ((rows === 1 && columns === 1) || left >= this.#limits.columns) return;
    const limit = this.#limits.merges;
    if (++this.#merged > limit) throw new IngestRefusal('TOO_MANY_MERGES', { sheet: this.#sheet, limit });
    const right = Math.min(left + columns, this.#limits.columns) - 1;
    this.#merges.add({ top: this.#next, bottom: this.#next + rows - 1, left, right });
  }

  #closeRow(): void {
    const number = this.#next;
    this.#next += this.#times;
    if (this.#own === 0) return;
    const limit = this.#limits.rows;
    if (this.#next - 1 > limit) throw new IngestRefusal('TOO_MANY_ROWS', { sheet: this.#sheet, limit });
    if (this.#times > this.#limits.repeatedRows) {
      throw new IngestRefusal('ROW_REPEATED', { sheet: this.#sheet, row: number, times: this.#times });
    }
    const inherited = this.#merges.fill(number, this.#cells);
    this.#done.push({
      row: { number, hidden: this.#hidden, cells: this.#cells, inherited },
      times: this.#times,
    });
  }

  /** The rows finished since the last call, repeated ones one by one. */
  *take(): Generator<RawRow[]> {
    const done = this.#done;
    this.#done = [];
    let rows: RawRow[] = [];
    for (const { row, times } of done) {
      for (let i = 0; i < times; i++) {
        rows.push(i === 0 ? row : { ...row, number: row.number + i });
        if (rows.length < batch) continue;
        yield rows;
        rows = [];
      }
    }
    if (rows.length > 0) yield rows;
  }
}
