import type { Query } from '../kernel/database.ts';
import type { Vault } from '../kernel/personal.ts';
import { openContent, rawOf, type ChunkContent } from './chunks.ts';

/** A row of a sheet as it was sent and read; personal values in plain. */
export interface KeptSheetRow {
  readonly row: number;
  /** Cells by header. */
  readonly cells: Readonly<Record<string, string>>;
  /** What was read from them, by field. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that the sheet has a column for. */
  readonly fields: readonly string[];
}

/** Chunks held open at once. */
const chunksAtOnce = 8;

/** Rows of one sheet by their numbers, also of a preview; chunks are opened few at a time. */
export async function* keptRows(
  query: Query,
  vault: Vault,
  sheetId: number,
  rows: readonly number[],
): AsyncGenerator<KeptSheetRow, void, undefined> {
  if (!rows.length) return;
  const places = await query<{ first_row: number }>(
    `select distinct c.first_row from unnest($2::int[]) as r(row_no) cross join lateral (
        select first_row, last_row from import_chunk where sheet_id = $1 and first_row <= r.row_no
         order by first_row desc limit 1) c
      where r.row_no <= c.last_row order by c.first_row`,
    [sheetId, rows],
  );
  const wanted = new Set(rows);
  for (let from = 0; from < places.length; from += chunksAtOnce) {
    const some = places.slice(from, from + chunksAtOnce).map(place => place.first_row);
    const chunks = await query<{ content: Buffer }>(
      `select content from import_chunk where sheet_id = $1 and first_row = any($2::int[]) order by first_row`,
      [sheetId, some],
    );
    for (const { content } of chunks) {
      const opened = openContent(vault, content);
      for (const [index, row] of opened.rows.entries()) {
        if (!wanted.has(row)) continue;
        yield { row, cells: rawOf(opened, index), values: valuesOf(opened, index), fields: opened.fields };
      }
    }
  }
}

function valuesOf(content: ChunkContent, index: number): Record<string, unknown> {
  const values = Object.entries(content.values).map(
    ([field, kept]) =>
      [field, (typeof kept === 'string' ? content.raw[kept] : kept)?.[index] ?? null] as const,
  );
  return Object.fromEntries(values);
}
