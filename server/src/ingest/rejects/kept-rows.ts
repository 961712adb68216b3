import type { Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import { openContent, rawOf } from '../chunks.ts';

/** Chunks held open at once. */
const chunksAtOnce = 8;

/** The cells of rows of one sheet as they were sent, by row number; chunks are opened few at a time. */
export async function* keptCells(
  query: Query,
  vault: Vault,
  sheetId: number,
  rows: readonly number[],
): AsyncGenerator<{ readonly row: number; readonly cells: Readonly<Record<string, string>> }> {
  const places = await query<{ first_row: number; last_row: number }>(
    `select distinct c.first_row, c.last_row from unnest($2::int[]) as r(row_no) cross join lateral (
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
        if (wanted.has(row)) yield { row, cells: rawOf(opened, index) };
      }
    }
  }
}
