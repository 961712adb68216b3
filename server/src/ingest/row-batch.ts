import type { StagedIssue, Value } from './define-source.ts';
import type { RowsEvent, StagedRow } from './reader-events.ts';

/** A personal column: ciphertexts end to end, and where each ends. */
export interface PackedPersonal {
  readonly hashes: readonly (string | null)[];
  readonly masks: readonly (string | null)[];
  readonly ciphers: Uint8Array;
  readonly ends: Int32Array;
}

/** A batch of rows by column: what crosses from the reading process in a tenth of the time that rows take. */
export interface PackedRows {
  readonly type: 'packed';
  readonly position: number;
  /** How much of the file has been read. */
  readonly share?: number;
  readonly rows: Int32Array;
  /** 1 rejected, 2 repaired. */
  readonly flags: Uint8Array;
  readonly values: Readonly<Record<string, readonly Value[]>>;
  readonly personal: Readonly<Record<string, PackedPersonal>>;
  readonly issues: readonly (readonly [index: number, issues: readonly StagedIssue[]])[];
  readonly chunk: Uint8Array;
}

/** The rows again. */
export function unpackRows(packed: PackedRows): RowsEvent {
  const { position, share = 0, chunk, flags } = packed;
  const issues = new Map(packed.issues);
  const columns = [
    ...Object.entries(packed.values),
    ...Object.entries(packed.personal).map(([field, column]) => [field, unpackPersonal(column)] as const),
  ];
  const rows = Array.from(packed.rows, (row, index): StagedRow => {
    const values: Record<string, Value> = {};
    for (const [field, column] of columns) values[field] = column[index] ?? null;
    const flag = flags[index] ?? 0;
    return { row, values, issues: issues.get(index) ?? none, rejected: flag % 2 === 1, repaired: flag > 1 };
  });
  return { type: 'rows', position, share, rows, chunk };
}

const none: readonly StagedIssue[] = [];

function unpackPersonal({ hashes, masks, ciphers, ends }: PackedPersonal): Value[] {
  const bytes = Buffer.from(ciphers.buffer, ciphers.byteOffset, ciphers.byteLength);
  return hashes.map((hash, index) => {
    if (hash === null) return null;
    const cipher = bytes.subarray(ends[index - 1] ?? 0, ends[index]);
    return { cipher, hash, mask: masks[index] ?? '' };
  });
}
