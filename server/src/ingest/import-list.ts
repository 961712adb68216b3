import { can, importsOf } from '../access/policy.ts';
import { forBook } from '../access/scope-of.ts';
import type { Viewer } from '../access/viewer.ts';
import { Cursors } from '../kernel/cursor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import { connectionOf, windowOf } from '../kernel/page.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { Vault } from '../kernel/personal.ts';
import { seesAll } from '../kernel/sight.ts';
import { filterCondition, Params } from './import-filter.ts';
import type { ImportListArgs, ImportOrderKey } from './import.input.ts';
import { importVersion } from './import-files.ts';
import type { ImportSheetType } from './import-sheet.type.ts';
import type { ImportType } from './import.type.ts';
import { IssueList, type IssueParts } from './issue-list.ts';
import { isKept } from './rejects/kept-for.ts';
import { beyond, isUuid, orderSql, type Key } from './keyset.ts';

/** An import as it stands in the book. */
interface ImportRow extends Omit<ImportType, 'refusal' | 'sheets' | 'rejectsUrl' | 'version'> {
  readonly actor: string;
  readonly origin: string;
  readonly refusal: {
    readonly code: string;
    readonly message: Message;
    readonly missingColumns: string[];
  } | null;
  readonly sheets: ImportSheetType[];
  readonly received: string;
}

const sortKeys: Readonly<Record<ImportOrderKey, Omit<Key, 'down'>>> = {
  RECEIVED_AT: { sql: 'f.received_at', type: 'timestamptz' },
  FILE_NAME: { sql: 'f.file_name', type: 'text' },
};
const newestFirst = [{ field: 'RECEIVED_AT', direction: 'DESC' }] as const;

const columns = `f.id, f.actor, f.origin, f.file_name as "fileName", f.sha256, f.size_bytes as "sizeBytes", f.status, f.dry_run as "dryRun",
  f.sent_by as "sentBy", f.received_at as "receivedAt", f.received_at::text as received, f.finished_at as "finishedAt",
  f.refusal, (select json_build_object('at', c.known_at, 'by', f.withdrawn_by, 'reason', c.reason) from change c
    where c.id = f.withdrawn_change) as withdrawn, coalesce((select json_agg(json_build_object('id', s.id::text, 'sheet', s.sheet, 'hidden', s.hidden,
    'form', s.form, 'statedOn', s.stated_on, 'status', s.status, 'rowsRead', s.rows_read, 'inserted', s.inserted,
    'updated', s.updated, 'unchanged', s.unchanged, 'rejected', s.rejected, 'parked', s.parked,
    'duplicates', s.duplicates, 'repaired', s.repaired, 'attached', s.attached, 'headers', s.headers,
    'unknownColumns', s.unknown_columns, 'nearestForm', s.nearest_form, 'missingColumns', s.missing_columns) order by s.position)
    from import_sheet s where s.file_id = f.id), '[]') as sheets,
  case when f.status in ('RECEIVED', 'RUNNING') then (select json_build_object('phase', r.phase, 'sheet', r.sheet,
    'rows', r.rows, 'share', r.share) from import_run r where r.file_id = f.id) end as progress`;

/** What the book of imports is read with. */
export interface ImportListParts extends Omit<IssueParts, 'cursors'> {
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Reads the book of imports, for those who may see an entry. */
export class ImportList {
  /** The findings of the sheets. */
  readonly issues: IssueList;
  readonly #database: Database;

  readonly #cursors: Cursors;
  readonly #clock: Clock;

  constructor({ database, vault, clock, audit, sources }: ImportListParts) {
    [this.#database, this.#clock] = [database, clock];
    this.#cursors = new Cursors(vault.derive('list cursors'));
    this.issues = new IssueList({ database, cursors: this.#cursors, audit, sources });
  }

  async list(viewer: Viewer, args: ImportListArgs): Promise<Connection<ImportType>> {
    const window = windowOf(args);
    const orders = args.orderBy?.length ? args.orderBy : newestFirst;
    const order = `Import ${orders.map(({ field, direction }) => `${direction} ${field}`).join(' ')}`;
    const keys: Key[] = orders.map(({ field, direction }) => ({
      ...sortKeys[field],
      down: direction === 'DESC',
    }));
    keys.push({ sql: 'f.id', type: 'uuid', down: keys.at(-1)?.down ?? false });
    const params = new Params();
    const where = `${visible(viewer, params)} and (${filterCondition(args.filter, params)})`;
    const total = `(select count(*)::int from import_file f where ${where})`;
    const sides = (['after', 'before'] as const).map(side => {
      const cursor = window[side];
      if (cursor === null) return 'true';
      return beyond(keys, this.#cursors.decode(side, order, cursor).keys, side, params);
    });
    const sql = `select ${columns}, ${total} as total from import_file f where ${[where, ...sides].join(' and ')}
      order by ${orderSql(keys, window)} limit ${window.size + 1}`;
    const rows = await this.#database.read<ImportRow & { total: number }>(
      forBook(viewer.scope),
      sql,
      params.values,
    );
    const within = window.after ?? window.before;
    const totalCount = rows[0]?.total ?? (within === null ? 0 : await this.#count(viewer, args));
    const place = (row: ImportRow): string[] => [
      ...orders.map(({ field }) => (field === 'FILE_NAME' ? row.fileName : row.received)),
      row.id,
    ];
    return connectionOf(rows, window, totalCount, row => ({
      cursor: this.#cursors.encode(order, place(row), 0),
      node: published(row, viewer, this.#clock.now()),
    }));
  }

  /** One import; what the viewer may not see does not exist. */
  async one(viewer: Viewer, id: string): Promise<ImportType> {
    if (!isUuid(id)) throw DomainError.notFound();
    const params = new Params();
    const sql = `select ${columns} from import_file f where f.id = ${params.add(id, 'uuid')} and ${visible(viewer, params)}`;
    const [row] = await this.#database.read<ImportRow>(forBook(viewer.scope), sql, params.values);
    if (!row) throw DomainError.notFound();
    return published(row, viewer, this.#clock.now());
  }

  async #count(viewer: Viewer, args: ImportListArgs): Promise<number> {
    const params = new Params();
    const where = `${visible(viewer, params)} and (${filterCondition(args.filter, params)})`;
    const sql = `select count(*)::int as total from import_file f where ${where}`;
    const [row] = await this.#database.read<{ total: number }>(forBook(viewer.scope), sql, params.values);
    return row?.total ?? 0;
  }
}

/** One's own files; and those of one's own forms, unless one sees only some of their rows. */
function visible(viewer: Viewer, params: Params): string {
  const own = `f.actor = ${params.add(viewer.scope.actor, 'text')}`;
  if (viewer.kind === 'SYSTEM') return `(true or ${own})`;
  if (!seesAll(viewer.scope)) return own;
  const forms = params.add(importsOf(viewer), 'text[]');
  const sheets = 'select from import_sheet s where s.file_id = f.id and s.form is not null';
  return `(${own} or (exists (${sheets}) and not exists (${sheets} and s.form <> all(${forms}))))`;
}

/** Nobody sent the demo's workbooks: the hub wrote them itself. */
const demo = { zh: '演示数据', en: 'Demo data' } as const;

function published({ refusal, actor, origin, ...row }: ImportRow, viewer: Viewer, now: Date): ImportType {
  const told = refusal && { ...refusal, message: refusal.message[viewer.language] };
  const own = actor === viewer.scope.actor || viewer.kind === 'SYSTEM';
  const rejected = row.sheets.some(sheet => sheet.rejected > 0);
  const kept = own && rejected && row.finishedAt !== null && isKept(row.finishedAt, now);
  const forms = row.sheets.flatMap(sheet => sheet.form ?? []);
  const mine = forms.length > 0 && forms.every(form => importsOf(viewer).includes(form));
  const canWithdraw = row.status === 'DONE' && !row.dryRun && mine && can(viewer, 'import.withdraw');
  const withdrawn = row.withdrawn && { ...row.withdrawn, at: new Date(row.withdrawn.at) };
  return {
    ...row,
    sentBy: origin === 'DEMO' ? demo[viewer.language] : row.sentBy,
    withdrawn,
    version: importVersion(row.status),
    canWithdraw,
    refusal: told,
    rejectsUrl: kept ? `/api/imports/${row.id}/rejects.xlsx` : null,
  };
}
