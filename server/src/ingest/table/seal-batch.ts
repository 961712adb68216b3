import type { OpenPersonalValue, Vault } from '../../kernel/personal.ts';
import { sealContent, type ChunkContent, type KeptValue } from '../chunks.ts';
import type { StagedIssue, Value } from '../define-source.ts';
import type { PackedPersonal, PackedRows } from '../row-batch.ts';

/** A row as the stager makes it: personal values still carry what was written. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly issues: readonly StagedIssue[];
  readonly rejected: boolean;
  readonly repaired: boolean;
  /** Text of the filled cells, by column of the sheet. */
  readonly texts: readonly (string | undefined)[];
}

/** What all rows of a sheet have in common. */
export interface BatchShape {
  readonly position: number;
  /** Fields that the sheet has a column for, computed ones included. */
  readonly fields: readonly string[];
  /** Fields that its rows carry, and those of them that are personal. */
  readonly carried: ReadonlySet<string>;
  readonly personal: ReadonlySet<string>;
  /** Column of the sheet → the header under which its cells are kept. */
  readonly headers: ReadonlyMap<number, string>;
  /** Field → the column of the sheet that it is read from, if one alone. */
  readonly columns: ReadonlyMap<string, number>;
}

const isOpen = (value: Value | undefined): value is OpenPersonalValue =>
  typeof value === 'object' && value !== null && 'plain' in value;

/** Seals a batch: its columns as they are applied, without anything in plain, and the chunk in which they are kept. */
export function sealBatch(vault: Vault, shape: BatchShape, rows: readonly ReadRow[]): PackedRows {
  const raw = rawColumns(shape, rows);
  const values: Record<string, readonly Value[]> = {};
  const personal: Record<string, PackedPersonal> = {};
  const kept: Record<string, readonly KeptValue[] | string> = {};
  for (const field of shape.carried) {
    const column = rows.map(row => row.values[field] ?? null);
    const isPersonal = shape.personal.has(field);
    if (isPersonal) personal[field] = sealColumn(vault, column);
    else values[field] = column;
    const said = (
      isPersonal ? column.map(value => (isOpen(value) ? value.plain : null)) : column
    ) as KeptValue[];
    const header = shape.headers.get(shape.columns.get(field) ?? -1);
    const cells = header === undefined ? undefined : raw[header];
    kept[field] = header !== undefined && said.every((value, at) => value === cells?.[at]) ? header : said;
  }
  const numbers = rows.map(({ row }) => row);
  return {
    type: 'packed', position: shape.position, values, personal,
    rows: Int32Array.from(numbers),
    flags: Uint8Array.from(rows, row => (row.rejected ? 1 : 0) + (row.repaired ? 2 : 0)),
    issues: rows.flatMap((row, index) => (row.issues.length ? [[index, row.issues] as const] : [])),
    chunk: sealContent(vault, { fields: shape.fields, rows: numbers, raw, values: kept, issues: issuesOf(rows) }),
  }; // prettier-ignore
}

function rawColumns({ headers }: BatchShape, rows: readonly ReadRow[]): ChunkContent['raw'] {
  const width = rows.reduce((widest, { texts }) => Math.max(widest, texts.length), 0);
  // A header may be any word, __proto__ too.
  const raw = Object.create(null) as Record<string, (string | null)[]>;
  for (let index = 0; index < width; index++) {
    const column = rows.map(({ texts }) => texts[index] ?? null);
    if (column.some(text => text !== null)) raw[headers.get(index) ?? `#${index + 1}`] = column;
  }
  return raw;
}

const issuesOf = (rows: readonly ReadRow[]): ChunkContent['issues'] =>
  rows.flatMap(({ row, issues }) => issues.map(({ code, column }) => [row, code, column] as const));

function sealColumn(vault: Vault, column: readonly Value[]): PackedPersonal {
  const ciphers = column.filter(isOpen).map(({ plain }) => vault.encrypt(plain));
  let [next, end] = [0, 0];
  return {
    hashes: column.map(value => (isOpen(value) ? value.hash : null)),
    masks: column.map(value => (isOpen(value) ? value.mask : null)),
    ends: Int32Array.from(column, value => (end += isOpen(value) ? (ciphers[next++]?.length ?? 0) : 0)),
    ciphers: Buffer.concat(ciphers),
  };
}
