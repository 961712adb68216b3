import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Query } from '../../kernel/database.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Source } from '../define-source.ts';
import { changeDetails } from './change-details.ts';
import { changedRows } from './change-rows.ts';
import { everyCorrection } from './fact-revisions.ts';
import {
  changeOutcomes, leftOver, rowFates, type ChangedRow, type ChangedSheet, type ChangeDetail, type ChangeOutcome, type RowFate,
} from './import-change.ts'; // prettier-ignore

/** Rows of one page. */
const pageRows = 1_000;

/** A page as it is sealed: new and unchanged rows are told by the rows themselves, which are kept anyway. */
interface Content {
  readonly rows: readonly number[];
  /** −1 for a row that would change nothing and contradict nothing. */
  readonly outcomes: readonly number[];
  readonly fates: readonly number[];
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
    const wanted = {
      sheet,
      source,
      changeId: parts.changeId,
      limit: pageRows,
      outcomes: [...changeOutcomes, ...leftOver],
    };
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
  rows: readonly (ChangedRow & { readonly fate: RowFate })[],
): Promise<void> {
  const changed = rows.filter(row => row.outcome === 'UPDATED' || row.outcome === 'CONFLICT');
  const details = await changeDetails({ query, vault, sheet, source, changeId, corrected }, changed);
  const content: Content = {
    rows: rows.map(row => row.row),
    outcomes: rows.map(row => changeOutcomes.indexOf(row.outcome)),
    fates: rows.map(row => rowFates.indexOf(row.fate)),
    details: Object.fromEntries(details),
  };
  const count = (outcome: ChangeOutcome): number => rows.filter(row => row.outcome === outcome).length;
  await outside(
    `insert into preview_page (sheet_id, first_row, last_row, inserted, updated, unchanged, conflict, left_over, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      sheet.id, rows[0]?.row, rows.at(-1)?.row, ...changeOutcomes.map(count), rows.filter(row => leftOver.includes(row.fate)).length,
      vault.encrypt(zstdCompressSync(JSON.stringify(content))),
    ], // prettier-ignore
  );
}

const counted = (outcomes: readonly ChangeOutcome[]): string =>
  outcomes.map(outcome => outcome.toLowerCase()).join(' + ') || '0';

interface Wanted<Outcome> {
  readonly after: number;
  readonly limit: number;
  readonly outcomes: readonly Outcome[];
}

/** The next rows of a previewed sheet, in their order. */
export const previewedRows = (
  query: Query,
  vault: Vault,
  sheetId: number,
  wanted: Wanted<ChangeOutcome>,
): Promise<ChangedRow[]> =>
  pagesOf(query, vault, { ...wanted, sheetId, holding: counted(wanted.outcomes) }, (content, row, at) => {
    const outcome = changeOutcomes[content.outcomes[at] ?? -1];
    if (!outcome || !wanted.outcomes.includes(outcome)) return undefined;
    return { row, outcome, detail: content.details[row] };
  });

/** The next rows of a previewed sheet with what would have become of them. */
export function previewedFates(
  query: Query,
  vault: Vault,
  sheetId: number,
  wanted: Wanted<RowFate>,
): Promise<{ row: number; fate: RowFate }[]> {
  const holding = wanted.outcomes.every(fate => leftOver.includes(fate)) ? 'left_over' : '1';
  return pagesOf(query, vault, { ...wanted, sheetId, holding }, (content, row, at) => {
    const fate = rowFates[content.fates[at] ?? -1];
    return fate && wanted.outcomes.includes(fate) ? { row, fate } : undefined;
  });
}

/** Opens page after page of those that hold something wanted, until there is enough. */
async function pagesOf<Found extends object>(
  query: Query,
  vault: Vault,
  { sheetId, holding, ...wanted }: Omit<Wanted<never>, 'outcomes'> & { sheetId: number; holding: string },
  pick: (content: Content, row: number, at: number) => Found | undefined,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let after = wanted.after; found.length < wanted.limit;) {
    const [page] = await query<{ last_row: number; content: Buffer }>(
      `select last_row, content from preview_page where sheet_id = $1 and last_row > $2
         and ${holding} > 0 order by first_row limit 1`,
      [sheetId, after],
    );
    if (!page) break;
    const text = zstdDecompressSync(vault.decryptBytes(page.content)).toString('utf8');
    const content = JSON.parse(text) as Content;
    const behind = after;
    found.push(...content.rows.flatMap((row, at) => (row > behind ? (pick(content, row, at) ?? []) : [])));
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
