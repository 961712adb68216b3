import { expect } from 'vitest';
import { codes, readTable, value } from './reading.ts';

/** A case: what stands in the cell, what it is read as, and the codes of what was found. */
export type Case = readonly [cell: unknown, read: unknown, ...found: string[]];

/** Reads a table with one row for each case, faultless but for the cell in question. */
export async function check(
  form: 'E' | 'U' | 'D' | 'A',
  header: string,
  field: string,
  cases: readonly Case[],
  as?: 'csv',
): Promise<void> {
  const rows = await readTable(form, cases.map(([cell]) => ({ [header]: cell })), as); // prettier-ignore
  const seen = rows.map((row, i) => [cases[i]?.[0], value(row, field), ...codes(row)]);
  expect(seen).toEqual(cases);
}
