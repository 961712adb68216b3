import type { Clock } from '../../kernel/clock.ts';
import { systemScope, type Database, type Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import { openContent, sealContent, type ChunkContent } from '../chunks.ts';
import { keptSince } from './kept-for.ts';

/** What the purge works with. */
export interface PurgeParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
}

/**
 * Takes rejected rows out of what is kept once their thirty days are over, and all that was kept of a preview: they are
 * no facts, and nothing else needs them. Returns how many sheets were gone through.
 */
export async function purgeRejects({ database, vault, clock }: PurgeParts): Promise<number> {
  const scope = systemScope('hub');
  const due = await database.read<{ id: number; preview: boolean }>(
    scope,
    `select s.id, f.dry_run as preview from import_sheet s join import_file f on f.id = s.file_id
      where s.purged_at is null and s.form is not null and f.finished_at < $1
        and (f.dry_run or s.rejected > 0) order by s.id limit 500`,
    [keptSince(clock.now())],
  );
  for (const { id, preview } of due) {
    await database.transaction(scope, async query => {
      if (preview) {
        await query(`delete from import_chunk where sheet_id = $1`, [id]);
        await query(`delete from preview_page where sheet_id = $1`, [id]);
      } else await dropRejected(query, vault, id);
      await query(`update import_sheet set purged_at = $2 where id = $1`, [id, clock.now()]);
    });
  }
  return due.length;
}

async function dropRejected(query: Query, vault: Vault, sheetId: number): Promise<void> {
  // Until now it might have been heard, had an earlier row of its file turned out to speak of another; it is final now.
  await query(
    `update import_row set fact_key = null where sheet_id = $1 and outcome = 'REJECTED' and fact_key is not null`,
    [sheetId],
  );
  const rejected = await query<{ row_no: number; first_row: number }>(
    `select r.row_no, c.first_row from import_row r cross join lateral (
        select first_row from import_chunk where sheet_id = r.sheet_id and first_row <= r.row_no
         order by first_row desc limit 1) c
      where r.sheet_id = $1 and r.outcome = 'REJECTED'`,
    [sheetId],
  );
  for (const [first, rows] of Map.groupBy(rejected, row => row.first_row)) {
    const [chunk] = await query<{ content: Buffer }>(
      `select content from import_chunk where sheet_id = $1 and first_row = $2`,
      [sheetId, first],
    );
    if (!chunk) continue;
    const left = without(openContent(vault, chunk.content), new Set(rows.map(row => row.row_no)));
    await query(`update import_chunk set content = $3 where sheet_id = $1 and first_row = $2`, [
      sheetId,
      first,
      sealContent(vault, left),
    ]);
  }
}

/** The chunk without these rows. */
function without(content: ChunkContent, gone: ReadonlySet<number>): ChunkContent {
  const stays = content.rows.map(row => !gone.has(row));
  const kept = <Cell>(cells: readonly Cell[]): Cell[] => cells.filter((_, at) => stays[at]);
  const raw = Object.entries(content.raw).map(([header, cells]) => [header, kept(cells)] as const);
  const values = Object.entries(content.values).map(
    ([field, cells]) => [field, typeof cells === 'string' ? cells : kept(cells)] as const,
  );
  return {
    fields: content.fields,
    rows: kept(content.rows),
    raw: Object.fromEntries(raw),
    values: Object.fromEntries(values),
    issues: content.issues.filter(([row]) => !gone.has(row)),
  };
}
