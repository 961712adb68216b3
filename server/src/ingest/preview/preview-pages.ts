import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Source } from '../define-source.ts';
import { changeDetails } from './change-details.ts';
import { changedRows } from './change-rows.ts';
import { everyCorrection } from './fact-revisions.ts';
import {
  changeOutcomes, type ChangedRow, type ChangedSheet, type ChangeDetail, type ChangeOutcome,
} from './import-change.ts'; // prettier-ignore

/** Rows of one page. */
const pageRows = 1_000;

/** A page as it is sealed: new and unchanged rows are told by the rows themselves, which are kept anyway. */
interface Content {
  readonly rows: readonly number[];
  readonly outcomes: readonly number[];
  readonly details: Readonly<Record<string, ChangeDetail>>;
}

/** What keeping a preview takes. */
export interface PreviewParts {
  /** In the transaction that will be rolled back. */
  readonly query: Query;
  /** Outside it, where what is kept stays. */
  readonly outside: Query;
  readonly vault: Vault;
  readonly sources: readonly Source[];
  readonly changeId: number;
  readonly signal: AbortSignal;
}

/** Keeps what a preview would have done, page by page, before it is rolled back. */
export async function keepPreview(parts: PreviewParts, sheets: readonly ChangedSheet[]): Promise<void> {
  for (const sheet of sheets) {
    const source = parts.sources.find(one => one.form === sheet.form);
    if (!source) continue;
    const corrected = await everyCorrection(parts.query, source.table, parts.changeId, sheet.id);
    const wanted = { sheet, source, changeId: parts.changeId, limit: pageRows, outcomes: changeOutcomes };
    for (let after = 0; ;) {
      parts.signal.throwIfAborted();
      const rows = await changedRows(parts.query, { ...wanted, after });
      if (!rows.length) break;
      await keepPage({ ...parts, corrected }, sheet, source, rows);
      after = rows.at(-1)?.row ?? after;
      if (rows.length < pageRows) break;
    }
  }
}

async function keepPage(
  {
    query,
    outside,
    vault,
    changeId,
    corrected,
  }: PreviewParts & { readonly corrected: ReadonlyMap<number, number> },
  sheet: ChangedSheet,
  source: Source,
  rows: readonly ChangedRow[],
): Promise<void> {
  const changed = rows.filter(row => row.outcome === 'UPDATED' || row.outcome === 'CONFLICT');
  const details = await changeDetails({ query, vault, sheet, source, changeId, corrected }, changed);
  const content: Content = {
    rows: rows.map(row => row.row),
    outcomes: rows.map(row => changeOutcomes.indexOf(row.outcome)),
    details: Object.fromEntries(details),
  };
  const count = (outcome: ChangeOutcome): number => rows.filter(row => row.outcome === outcome).length;
  await outside(
    `insert into preview_page (sheet_id, first_row, last_row, inserted, updated, unchanged, conflict, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      sheet.id, rows[0]?.row, rows.at(-1)?.row, ...changeOutcomes.map(count),
      vault.encrypt(zstdCompressSync(JSON.stringify(content))),
    ], // prettier-ignore
  );
}

const counted = (outcomes: readonly ChangeOutcome[]): string =>
  outcomes.map(outcome => outcome.toLowerCase()).join(' + ') || '0';

/** The next rows of a previewed sheet, in their order. */
export async function previewedRows(
  query: Query,
  vault: Vault,
  sheetId: number,
  wanted: { readonly after: number; readonly limit: number; readonly outcomes: readonly ChangeOutcome[] },
): Promise<ChangedRow[]> {
  const found: ChangedRow[] = [];
  for (let after = wanted.after; found.length < wanted.limit;) {
    const [page] = await query<{ last_row: number; content: Buffer }>(
      `select last_row, content from preview_page where sheet_id = $1 and last_row > $2
         and ${counted(wanted.outcomes)} > 0 order by first_row limit 1`,
      [sheetId, after],
    );
    if (!page) break;
    const text = zstdDecompressSync(vault.decryptBytes(page.content)).toString('utf8');
    const content = JSON.parse(text) as Content;
    const rows = content.rows.map((row, at): ChangedRow => ({
      row, outcome: changeOutcomes[content.outcomes[at] ?? 0] ?? 'UNCHANGED', detail: content.details[row],
    })); // prettier-ignore
    found.push(...rows.filter(row => row.row > after && wanted.outcomes.includes(row.outcome)));
    after = page.last_row;
  }
  return found.slice(0, wanted.limit);
}

/** How many rows of a previewed sheet would do what. */
export async function countPreviewed(
  query: Query,
  sheetId: number,
  outcomes: readonly ChangeOutcome[],
): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select coalesce(sum(${counted(outcomes)}), 0)::int as count from preview_page where sheet_id = $1`,
    [sheetId],
  );
  return row?.count ?? 0;
}
