import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Query } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import { maskOf, type PersonalValue, type Vault } from '../kernel/personal.ts';
import type { Column, Form, Row, Source, Value } from './define-source.ts';

/** A value as it is kept: a personal one is its plain text. */
export type KeptValue = Exclude<Value, PersonalValue>;

/** A row of an import as it was read. */
export interface KeptRow {
  readonly row: number;
  readonly raw: Readonly<Record<string, string>>;
  /** Personal values are sealed anew: another ciphertext, the same hash. */
  readonly values: Row;
  /** Fields that the row's sheet has a column for, computed ones included. */
  readonly fields: readonly string[];
  readonly statedOn: Day | null;
  readonly form: Form;
}

/** Rows of one chunk at most. */
export const chunkRows = 500;

/** By column, not by row: equal things stand together, and a value that its cell spells alike is not written twice. */
export interface ChunkContent {
  readonly fields: readonly string[];
  readonly rows: readonly number[];
  readonly raw: Readonly<Record<string, readonly (string | null)[]>>;
  /** Field → the values, or the header whose cells spell every one of them. */
  readonly values: Readonly<Record<string, readonly KeptValue[] | string>>;
  readonly issues: readonly (readonly [row: number, code: string, column: string | null])[];
}

/** Seals up to 500 rows into one piece; runs in the reading process, where personal values are still plain. */
export function sealContent(vault: Vault, content: ChunkContent): Buffer {
  const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
  return vault.encrypt(zstdCompressSync(JSON.stringify(content), level));
}

interface Place {
  readonly id: number;
  readonly row_no: number;
  readonly form: Form;
  readonly stated_on: Day | null;
  readonly sheet_id: number;
  readonly first_row: number;
}

/** Chunks held open at once. */
const chunksAtOnce = 20;

/** Rows of imports as they were read, by the id of their import row; each chunk is opened once, few at a time. */
export async function loadRows(
  query: Query,
  vault: Vault,
  sources: readonly Source[],
  importRowIds: readonly number[],
): Promise<Map<number, KeptRow>> {
  const places = await query<Place>(
    `select r.id, r.row_no, s.form, s.stated_on, s.id as sheet_id, c.first_row
       from import_row r join import_sheet s on s.id = r.sheet_id cross join lateral (
         select first_row, last_row from import_chunk where sheet_id = r.sheet_id and first_row <= r.row_no
          order by first_row desc limit 1) c
      where r.id = any($1::bigint[]) and r.row_no <= c.last_row`,
    [importRowIds],
  );
  const byChunk = [...Map.groupBy(places, place => `${place.sheet_id} ${place.first_row}`).values()];
  const found = new Map<number, KeptRow>();
  for (let from = 0; from < byChunk.length; from += chunksAtOnce) {
    const some = byChunk.slice(from, from + chunksAtOnce);
    const contents = await query<{ sheet_id: number; first_row: number; content: Buffer }>(
      `select sheet_id, first_row, content from import_chunk
        join unnest($1::bigint[], $2::int[]) as wanted(sheet_id, first_row) using (sheet_id, first_row)`,
      [some.map(([place]) => place?.sheet_id), some.map(([place]) => place?.first_row)],
    );
    const sealed = new Map(contents.map(one => [`${one.sheet_id} ${one.first_row}`, one.content]));
    for (const wanted of some) {
      const content = wanted[0] && sealed.get(`${wanted[0].sheet_id} ${wanted[0].first_row}`);
      if (content) openChunk(vault, sources, content, wanted, found);
    }
  }
  return found;
}

/** Opens a chunk: everything its rows said, by column. */
export const openContent = (vault: Vault, sealed: Buffer): ChunkContent =>
  JSON.parse(zstdDecompressSync(vault.decryptBytes(sealed)).toString('utf8')) as ChunkContent;

/** The cells of one row of an opened chunk, by header. */
export function rawOf(content: ChunkContent, index: number): Record<string, string> {
  const filled = Object.entries(content.raw).flatMap(([header, cells]) => {
    const text = cells[index];
    return text === null || text === undefined ? [] : [[header, text] as const];
  });
  return Object.fromEntries(filled);
}

function openChunk(
  vault: Vault,
  sources: readonly Source[],
  sealed: Buffer,
  wanted: readonly Place[],
  found: Map<number, KeptRow>,
): void {
  const content = openContent(vault, sealed);
  const at = new Map(content.rows.map((row, index) => [row, index]));
  for (const { id, row_no: row, form, stated_on: statedOn } of wanted) {
    const index = at.get(row);
    if (index === undefined) continue;
    const columns = sources.find(source => source.form === form)?.columns ?? [];
    const values = Object.entries(content.values).map(([field, kept]) => {
      const value = (typeof kept === 'string' ? content.raw[kept] : kept)?.[index] ?? null;
      return [
        field,
        sealedAgain(
          vault,
          columns.find(column => column.field === field),
          value,
        ),
      ] as const;
    });
    found.set(id, {
      row, raw: rawOf(content, index), values: Object.fromEntries(values), fields: content.fields, statedOn, form,
    }); // prettier-ignore
  }
}

function sealedAgain(vault: Vault, column: Column | undefined, value: KeptValue): Value {
  if (!column?.personal || typeof value !== 'string') return value;
  const open = vault.prepare(value, maskOf(column.kind));
  let cipher: Buffer | undefined;
  return {
    hash: open.hash,
    mask: open.mask,
    // Sealed when it is asked for: most rows are opened to be compared, not to be written.
    get cipher() {
      return (cipher ??= vault.encrypt(open.plain));
    },
  };
}
