import type { Viewer } from '../../access/viewer.ts';
import { Cursors } from '../../kernel/cursor.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Database, Query } from '../../kernel/database.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Source } from '../define-source.ts';
import { changeDetails } from './change-details.ts';
import { changedRows, countRows } from './change-rows.ts';
import {
  changeOutcomes, type ChangedRow, type ChangedSheet, type ChangeDetail, type ChangeOutcome,
} from './import-change.ts'; // prettier-ignore
import type { ImportChangeType } from './import-change.type.ts';
import { countPreviewed, previewedRows } from './preview-pages.ts';
import { pageOfSheets, type PreviewParts, type SheetReader } from './sheet-pages.ts';
import { cameToSomething, sheetsInSight, type LookedAt } from './sheets-in-sight.ts';
import { shown } from './show-value.ts';

/** Which page of an import's rows. */
export interface ChangesArgs extends Pick<ListArgs, 'first' | 'after'> {
  readonly outcome?: readonly ChangeOutcome[] | null;
}

interface Placed {
  readonly sheet: ChangedSheet;
  readonly source: Source;
  readonly row: ChangedRow;
  readonly detail: ChangeDetail | undefined;
}

const order = 'ImportChange';

/** What an import did, or a preview would do, row by row and field by field. */
export class ImportChanges {
  readonly #database: Database;
  readonly #vault: PreviewParts['vault'];
  readonly #sources: readonly Source[];
  readonly #cursors: Cursors;
  readonly #audit: Pick<AuditTrail, 'note'>;

  constructor({ database, vault, sources, audit }: PreviewParts) {
    [this.#database, this.#vault, this.#sources, this.#audit] = [database, vault, sources, audit];
    this.#cursors = new Cursors(vault.derive('list cursors'));
  }

  /** A page of rows in the order of the sheets, told in the reader's language. */
  async page(viewer: Viewer, looked: LookedAt, args: ChangesArgs): Promise<Connection<ImportChangeType>> {
    const outcomes = args.outcome ?? changeOutcomes;
    const query: Query = (sql, values) => this.#database.read(viewer.scope, sql, values);
    const { sheets, changeId } = await sheetsOf(query, viewer, looked);
    const known = sheets.flatMap(sheet => {
      const source = this.#sources.find(one => one.form === sheet.form);
      return source ? [{ ...sheet, source }] : [];
    });
    return pageOfSheets(this.#reader(viewer, looked.id), args, {
      sheets: known,
      count: sheet =>
        looked.dryRun
          ? countPreviewed(query, sheet.id, outcomes)
          : countRows(query, { sheet, source: sheet.source, changeId, outcomes }),
      rows: async (sheet, page): Promise<Placed[]> => {
        const { source } = sheet;
        const wanted = { ...page, outcomes };
        const rows = looked.dryRun
          ? await previewedRows(query, this.#vault, sheet.id, wanted)
          : await changedRows(query, { ...wanted, sheet, source, changeId });
        const untold = rows.filter(row => row.detail === undefined);
        const details = await changeDetails({ query, vault: this.#vault, sheet, source, changeId }, untold);
        return rows.map(row => ({ sheet, source, row, detail: row.detail ?? details.get(row.row) }));
      },
      tell: found => found,
      placeOf: ({ sheet, row }) => ({ sheet, row: row.row }),
      publish: published,
      personal: shownPersonal,
    });
  }

  #reader(viewer: Viewer, fileId: string): SheetReader {
    return { viewer, cursors: this.#cursors, audit: this.#audit, order, fileId };
  }
}

/** The sheets that may be looked at, and the number of the import's change; of one that came to nothing there are none. */
async function sheetsOf(
  query: Query,
  viewer: Viewer,
  { id, dryRun, status }: LookedAt,
): Promise<{ sheets: ChangedSheet[]; changeId: number }> {
  const [change] = dryRun ? [{ id: 0 }] : await query<{ id: number }>(
    `select id from change where file_id = $1 and kind = 'IMPORT' order by id limit 1`, [id],
  ); // prettier-ignore
  if (!change || !cameToSomething(status)) return { sheets: [], changeId: 0 };
  return { sheets: await sheetsInSight(query, viewer, id), changeId: change.id };
}

function published({ sheet, source, row, detail }: Placed, { language }: Viewer): ImportChangeType {
  const fields = (detail?.fields ?? []).map(({ field, before, after, source: from }) => {
    const column = source.columns.find(one => one.field === field);
    const words = { before: shown(column, before, language), after: shown(column, after, language) };
    const known = from && { ...from, knownFrom: from.knownFrom && new Date(from.knownFrom) };
    return { field, label: column?.header ?? field, ...words, source: known };
  });
  return { row: row.row, sheet: sheet.sheet, outcome: row.outcome, title: detail?.title ?? '', fields };
}

/** The personal fields of which the row shows what stood there or what stands now. */
const shownPersonal = ({ source, detail }: Placed): string[] =>
  (detail?.fields ?? [])
    .filter(({ before, after }) => (before ?? after ?? null) !== null)
    .map(({ field }) => field)
    .filter(field => source.columns.some(column => column.field === field && column.personal));
