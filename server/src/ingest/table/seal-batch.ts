import type { OpenPersonalValue, Vault } from '../../kernel/personal.ts';
import { sealChunk, type ChunkRow } from '../chunks.ts';
import type { StagedIssue, Value } from '../define-source.ts';
import type { StagedRow } from '../reader-events.ts';

/** A row as the stager makes it: personal values still carry what was written. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly issues: readonly StagedIssue[];
  readonly rejected: boolean;
  readonly repaired: boolean;
  /** Text of the filled cells by header. */
  readonly raw: Readonly<Record<string, string>>;
}

const isOpen = (value: Value): value is OpenPersonalValue =>
  typeof value === 'object' && value !== null && 'plain' in value;

/** Seals a batch: the rows as they are applied, without anything in plain, and the chunk in which they are kept. */
export function sealBatch(
  vault: Vault,
  fields: readonly string[],
  rows: readonly ReadRow[],
): { rows: StagedRow[]; chunk: Buffer } {
  const personal = Object.keys(rows[0]?.values ?? {}).filter(field =>
    rows.some(row => isOpen(row.values[field] ?? null)),
  );
  const kept: ChunkRow[] = rows.map(({ row, values, issues, raw }) => {
    const plain = { ...values } as Record<string, ChunkRow['values'][string]>;
    for (const field of personal) plain[field] = plainOf(values[field] ?? null);
    return { row, raw, values: plain, issues };
  });
  const open = personal.flatMap(field => rows.flatMap(row => openOf(row.values[field] ?? null)));
  const ciphers = vault.sealAll(open);
  const sealed = rows.map(({ raw: _raw, values, ...row }) => ({ ...row, values: { ...values } }));
  let next = 0;
  for (const field of personal) {
    for (const row of sealed) {
      const value = row.values[field] ?? null;
      if (!isOpen(value)) continue;
      row.values[field] = { cipher: ciphers[next++] ?? value.cipher, hash: value.hash, mask: value.mask };
    }
  }
  return { rows: sealed, chunk: sealChunk(vault, fields, kept) };
}

const plainOf = (value: Value): ChunkRow['values'][string] =>
  isOpen(value) ? value.plain : (value as ChunkRow['values'][string]);
const openOf = (value: Value): OpenPersonalValue[] => (isOpen(value) ? [value] : []);
