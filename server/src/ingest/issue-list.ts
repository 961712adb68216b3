import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { Database } from '../kernel/database.ts';
import { connectionOf, windowOf, type ListArgs } from '../kernel/page.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { Source, StagedIssue } from './define-source.ts';
import type { ImportIssueType } from './import-issue.type.ts';
import { allIssueTexts } from './import-report.ts';
import { issueMessage } from './issue-texts.ts';

/** A finding as it is kept, at its row. */
export interface KeptIssue extends StagedIssue {
  readonly row: number | null;
}

interface IssueRow extends KeptIssue {
  readonly id: number;
  readonly fileId: string;
  readonly form: string | null;
  readonly sheetId: number;
  readonly rank: number;
}

/** Errors first, for they keep rows out; each kind in the order in which it was entered. */
const order = 'ImportIssue by severity';
const rank = `case i.severity when 'ERROR' then 0 when 'WARNING' then 1 else 2 end`;

/** What findings are read with. */
export interface IssueParts {
  readonly database: Database;
  readonly cursors: Cursors;
  readonly audit: Pick<AuditTrail, 'note'>;
  readonly sources: readonly Source[];
}

/** Pages of the findings of sheets, all sheets of a request in one statement. */
export class IssueList {
  readonly #database: Database;
  readonly #cursors: Cursors;
  readonly #audit: Pick<AuditTrail, 'note'>;
  readonly #personal: ReadonlySet<string>;

  constructor({ database, cursors, audit, sources }: IssueParts) {
    [this.#database, this.#cursors, this.#audit] = [database, cursors, audit];
    this.#personal = new Set(
      sources.flatMap(({ form, columns }) =>
        columns.filter(column => column.personal).map(column => `${form} ${column.header}`),
      ),
    );
  }

  /** The page of each sheet, in the order of the ids. Whoever holds a sheet has been let in already. */
  async pages(
    viewer: Viewer,
    sheetIds: readonly string[],
    args: Pick<ListArgs, 'first' | 'after'>,
  ): Promise<Connection<ImportIssueType>[]> {
    const window = windowOf(args);
    const { size, after } = window;
    const place = after === null ? null : this.#cursors.decode('after', order, after);
    const rows = await this.#database.read<IssueRow>(
      viewer.scope,
      `select i.id, f.file_id as "fileId", f.form, i.sheet_id as "sheetId", i.row_no as row, i.column_name as column, i.severity, i.code, i.params, i.value, i.rank
         from unnest($1::bigint[]) s(id) cross join lateral (select i.*, ${rank} as rank from import_issue i
           where i.sheet_id = s.id and (${rank}, i.id) > ($2::int, $3::bigint) order by rank, i.id limit $4) i
         join import_sheet f on f.id = i.sheet_id order by i.rank, i.id`,
      [sheetIds, Number(place?.keys[0] ?? 0), place?.id ?? 0, size + 1],
    );
    const totals = await this.#database.read<{ id: number; total: number }>(
      viewer.scope,
      `select sheet_id as id, count(*)::int as total from import_issue where sheet_id = any($1::bigint[]) group by 1`,
      [sheetIds],
    );
    const shown = sheetIds.flatMap(id => rows.filter(row => String(row.sheetId) === id).slice(0, size));
    await this.#remember(viewer, shown);
    const total = new Map(totals.map(row => [String(row.id), row.total]));
    return sheetIds.map(id => {
      const found = rows.filter(row => String(row.sheetId) === id);
      return connectionOf(found, window, total.get(id) ?? 0, row => ({
        cursor: this.#cursors.encode(order, [String(row.rank)], row.id),
        node: tellIssue(row, viewer),
      }));
    });
  }

  /** Enters in the trail that findings were shown with what stands in a personal cell, be it as its mask. */
  async #remember(viewer: Viewer, rows: readonly IssueRow[]): Promise<void> {
    const masks = rows.filter(({ form, column, value }) => value && this.#personal.has(`${form} ${column}`));
    if (!masks.length || (viewer.kind !== 'PERSON' && viewer.kind !== 'TOKEN')) return;
    await this.#audit.note(actorOf(viewer), {
      act: 'readPersonal',
      object: 'ImportIssue',
      subjects: [...new Set(masks.map(({ fileId }) => `Import:${fileId}`))],
      detail: { count: masks.length, fields: [...new Set(masks.map(({ column }) => column))].join(' ') },
    });
  }
}

/** A finding in the reader's language. */
export function tellIssue(
  { row, column, severity, code, params, value }: KeptIssue,
  viewer: Viewer,
): ImportIssueType {
  const message = issueMessage({ column, code, params, value }, allIssueTexts)[viewer.language];
  return { row, column, severity, code, message, value };
}
