import { fold } from '../../kernel/text.ts';
import { cellText } from '../cells/cell-text.ts';
import type { RawRow } from '../file/cell.ts';
import type { FoundHeader } from './header.ts';
import { headerWord } from './header-words.ts';

/** What a row below the header is; only DATA rows count. */
export type RowRole = 'DATA' | 'BLANK' | 'TOTAL' | 'FOOTER' | 'EXAMPLE' | 'HEADER' | 'OUTSIDE';

const total = /^.{0,12}?(?:合计|小计|总计|累计|共计)(?:[:(].*)?$/;
const footer =
  /^(?:填表人|填报人|制表人?|审核人?|复核人?|审批人?|(?:单位|部门|统计)?负责人|分管领导|经办人|备注|附?注\d*|说明|填表说明|填报说明|(?:填报|报送|制表|上报)(?:单位|日期|时间)|填表日期|盖章|单位\(?盖章\)?|联系电话|联系人)(?:[:(.、].*)?$/;
const wholeCode = /^[0-9A-Z]{18}$/;
const plainStart = /^(?![填示样例举])[0-9A-Z\u4e00-\u9fff]/;
const example = /^(?:填写)?(?:示例|样例|例如?|举例)[\d:)]*$/;

/** Tells the data rows of a sheet from everything else that stands among them. */
export class RowSieve {
  readonly #words: ReadonlyMap<number, readonly string[]>;
  readonly #known: readonly number[];
  readonly #serial: ReadonlySet<number>;
  readonly #remarks: ReadonlySet<number>;
  readonly #codes: readonly number[];
  #afterFooter = false;

  constructor(header: FoundHeader) {
    const kinds = new Map(header.source.columns.map(column => [column.field, column.kind]));
    this.#words = new Map(header.columns.map(column => [column.index, column.words]));
    this.#known = header.columns.filter(column => column.field !== null).map(column => column.index);
    this.#serial = new Set(header.columns.filter(column => column.serial).map(column => column.index));
    this.#remarks = new Set(header.columns.filter(column => column.remark).map(column => column.index));
    this.#codes = header.columns
      .filter(column => kinds.get(column.field ?? '') === 'USCC')
      .map(column => column.index);
  }

  /** Cells that only a merged range has filled make no row. */
  roleOf(row: RawRow): RowRole {
    if (this.#isPlainData(row)) return 'DATA';
    const own: number[] = [];
    row.cells.forEach((cell, index) => {
      if (cell === undefined || this.#serial.has(index) || this.#remarks.has(index)) return;
      if (!row.inherited.includes(index)) own.push(index);
    });
    const serial = [...this.#serial].map(index => fold(cellText(row.cells[index], false)));
    const texts = own.slice(0, 3).map(index => fold(cellText(row.cells[index], false)));
    const leading = [...serial.filter(text => text !== ''), ...texts];
    if (own.length === 0 && !leading.some(text => footer.test(text))) return 'BLANK';
    if (leading[0] !== undefined && example.test(leading[0])) return 'EXAMPLE';
    if (this.#isHeader(row, own)) return 'HEADER';
    const coded = this.#codes.some(index => fold(cellText(row.cells[index], false)).length >= 15);
    if (!coded && leading.slice(0, 3).some(text => total.test(text))) return 'TOTAL';
    if (!coded && leading[0] !== undefined && footer.test(leading[0])) {
      this.#afterFooter = true;
      return 'FOOTER';
    }
    if (this.#afterFooter && !coded && own.length <= 2) return 'FOOTER';
    return this.#known.some(index => own.includes(index)) ? 'DATA' : 'OUTSIDE';
  }

  /** A row with a written-out code that does not begin like an example is data, whatever else stands in it. */
  #isPlainData(row: RawRow): boolean {
    if (row.inherited.length) return false;
    const code = this.#codes[0] === undefined ? undefined : row.cells[this.#codes[0]];
    if (code?.kind !== 'TEXT' || !wholeCode.test(code.text)) return false;
    for (const index of this.#serial) if (row.cells[index] !== undefined) return false;
    const first = row.cells.find((cell, index) => cell !== undefined && !this.#remarks.has(index));
    return first?.kind === 'TEXT' && plainStart.test(first.text);
  }

  #isHeader(row: RawRow, own: readonly number[]): boolean {
    const isLabel = (index: number): boolean =>
      this.#words.get(index)?.includes(headerWord(cellText(row.cells[index], false)).key) ?? false;
    if (own.length < 2 || !isLabel(own[0] ?? -1)) return false;
    const same = own.filter(isLabel);
    return same.length >= 2 && same.length >= own.length * 0.8;
  }
}
