import type { Limits } from '../limits.ts';
import { IngestRefusal } from '../refusal.ts';
import type { Cell } from './cell.ts';
import type { Zip } from './zip.ts';

/** A merged range: rows from 1, columns from 0, all inclusive. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The value of its first cell, once that row has been read. */
  value?: Cell | undefined;
}

/** The column number of letters such as AB, from 0; -1 where there are none. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32; // upper case
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

function rangeOf(reference: string, columns: number): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  const last = Math.min(columnIndex(right), columns - 1);
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: last };
}

/**
 * The merged ranges of a sheet. They stand behind the rows in the file, so the part is unpacked once more before its
 * rows are read; only what follows the rows is looked at.
 */
export async function findMerges(
  zip: Zip,
  part: string,
  sheet: string,
  limits: Limits,
): Promise<MergeFiller> {
  let tail = '';
  let after = false;
  for await (const chunk of zip.stream(part)) {
    tail += chunk.toString('latin1');
    if (!after) {
      const end = tail.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/);
      after = end >= 0;
      tail = after ? tail.slice(end) : tail.slice(-40);
    }
  }
  const ranges: Range[] = [];
  if (after) {
    for (const match of tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["']/g)) {
      const range = rangeOf(match[1] ?? '', limits.columns);
      if (range) ranges.push(range);
      if (ranges.length > limits.merges)
        throw new IngestRefusal('TOO_MANY_MERGES', { sheet, limit: limits.merges });
    }
  }
  return new MergeFiller(ranges);
}

const none: readonly number[] = [];

/** Gives every cell of a merged range the range's value, row by row in order. */
export class MergeFiller {
  readonly #waiting: Range[];
  readonly #active = new Map<number, Range>();

  constructor(ranges: Range[] = []) {
    this.#waiting = ranges.sort((a, b) => b.top - a.top); // the next one last
  }

  /** A range that begins in the row being read. */
  add(range: Range): void {
    this.#waiting.push(range);
  }

  /** Fills the row's empty merged cells and says which columns those were. */
  fill(row: number, cells: (Cell | undefined)[]): readonly number[] {
    for (let next = this.#waiting.at(-1); next && next.top <= row; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      if (next.top === row) next.value = cells[next.left];
      for (let column = next.left; column <= next.right; column++) this.#active.set(column, next);
    }
    if (this.#active.size === 0) return none;
    const filled: number[] = [];
    for (const [column, range] of this.#active) {
      if (range.bottom < row) this.#active.delete(column);
      else if (range.value !== undefined && cells[column] === undefined) {
        cells[column] = range.value;
        filled.push(column);
      }
    }
    return filled;
  }
}
