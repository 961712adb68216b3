import type { Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Source } from '../define-source.ts';
import { keptRows } from '../kept-rows.ts';
import { headerWord, isSerialHeader } from '../table/header-words.ts';
import type { SentColumn } from './sheet-columns.ts';

/** The rejected rows of one sheet, by what is known of its columns. */
export interface SentSheet {
  readonly id: number;
  readonly source: Source;
  readonly columns: readonly SentColumn[];
  readonly numbers: readonly number[];
}

/**
 * Whether rows that go back to their sender carry anything personal: a filled cell of a column that the form seals, or
 * of one that the form does not know, which may hold anything.
 */
export async function holdsPersonal(
  query: Query,
  vault: Vault,
  sheets: readonly SentSheet[],
): Promise<boolean> {
  for (const { id, source, columns, numbers } of sheets) {
    const keys = columns.filter(column => mayBePersonal(source, column)).map(column => column.key);
    if (!keys.length) continue;
    for await (const { cells } of keptRows(query, vault, id, numbers))
      if (keys.some(key => cells[key]?.trim())) return true;
  }
  return false;
}

function mayBePersonal(source: Source, { header, canonical }: SentColumn): boolean {
  if (canonical === null) return !isSerialHeader(headerWord(header).key);
  return source.columns.some(column => column.header === canonical && column.personal);
}
