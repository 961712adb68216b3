import { importsOf } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError, type Message } from '../kernel/errors.ts';
import type { Connection } from '../kernel/page.type.ts';
import { filterCondition, Params } from './import-filter.ts';
import type { ImportListArgs, ImportOrderKey } from './import.input.ts';
import type { ImportSheetType, ImportType } from './import.type.ts';
import { IssueList } from './issue-list.ts';
import { isUuid, pageOf, readCursor, writeCursor } from './keyset.ts';

/** An import as it stands in the book. */
interface ImportRow extends Omit<ImportType, 'refusal' | 'sheets'> {
  readonly refusal: {
    readonly code: string;
    readonly message: Message;
    readonly missingColumns: string[];
  } | null;
  readonly sheets: ImportSheetType[];
  readonly received: string;
}

const orderSql: Readonly<Record<ImportOrderKey, string>> = {
  RECEIVED_AT: 'f.received_at',
  FILE_NAME: 'f.file_name',
};
const cast: Readonly<Record<ImportOrderKey, string>> = { RECEIVED_AT: 'timestamptz', FILE_NAME: 'text' };

const columns = `f.id, f.file_name as "fileName", f.sha256, f.size_bytes as "sizeBytes", f.status, f.dry_run as "dryRun",
  f.sent_by as "sentBy", f.received_at as "receivedAt", f.received_at::text as received, f.finished_at as "finishedAt",
  f.refusal, coalesce((select json_agg(json_build_object('id', s.id::text, 'sheet', s.sheet, 'hidden', s.hidden,
    'form', s.form, 'statedOn', s.stated_on, 'status', s.status, 'rowsRead', s.rows_read, 'inserted', s.inserted,
    'updated', s.updated, 'unchanged', s.unchanged, 'rejected', s.rejected, 'parked', s.parked,
    'duplicates', s.duplicates, 'repaired', s.repaired, 'attached', s.attached) order by s.position)
    from import_sheet s where s.file_id = f.id), '[]') as sheets`;

/** Reads the book of imports, for those who may see an entry. */
export class ImportList {
  /** The findings of the sheets. */
  readonly issues: IssueList;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.issues = new IssueList(database);
  }

  async list(viewer: Viewer, args: ImportListArgs): Promise<Connection<ImportType>> {
    const page = pageOf(args);
    const orders = (
      args.orderBy?.length ? args.orderBy : [{ field: 'RECEIVED_AT', direction: 'DESC' } as const]
    ).map(({ field, direction }) => ({ field, down: (direction === 'DESC') !== page.backward }));
    const params = new Params();
    const where = `${visible(viewer, params)} and (${filterCondition(args.filter, params)})`;
    const total = `(select count(*)::int from import_file f where ${where})`;
    const idDown = orders.at(-1)?.down ?? false;
    const keys = [
      ...orders.map(({ field, down }) => ({ sql: orderSql[field], type: cast[field], down })),
      { sql: 'f.id', type: 'uuid', down: idDown },
    ];
    const beyond = page.cursor ? after(keys, readCursor(page.cursor, keys.length), params) : 'true';
    const sql = `select ${columns}, ${total} as total from import_file f where ${where} and (${beyond})
      order by ${keys.map(({ sql: key, down }) => `${key} ${down ? 'desc' : 'asc'}`).join(', ')} limit ${page.size + 1}`;
    const rows = await this.#database.read<ImportRow & { total: number }>(viewer.scope, sql, params.values);
    const total0 = rows[0]?.total ?? (page.cursor ? await this.#count(viewer, args) : 0);
    const shown = rows.slice(0, page.size);
    if (page.backward) shown.reverse();
    const edges = shown.map(row => ({
      cursor: writeCursor([
        ...orders.map(({ field }) => (field === 'FILE_NAME' ? row.fileName : row.received)),
        row.id,
      ]),
      node: published(row, viewer),
    }));
    const more = rows.length > page.size;
    return {
      edges, nodes: edges.map(edge => edge.node), totalCount: total0,
      pageInfo: {
        hasNextPage: page.backward ? page.cursor !== null : more,
        hasPreviousPage: page.backward ? more : page.cursor !== null,
        startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null,
      },
    }; // prettier-ignore
  }

  /** One import; what the viewer may not see does not exist. */
  async one(viewer: Viewer, id: string): Promise<ImportType> {
    if (!isUuid(id)) throw DomainError.notFound();
    const params = new Params();
    const sql = `select ${columns} from import_file f where f.id = ${params.add(id, 'uuid')} and ${visible(viewer, params)}`;
    const [row] = await this.#database.read<ImportRow>(viewer.scope, sql, params.values);
    if (!row) throw DomainError.notFound();
    return published(row, viewer);
  }

  async #count(viewer: Viewer, args: ImportListArgs): Promise<number> {
    const params = new Params();
    const where = `${visible(viewer, params)} and (${filterCondition(args.filter, params)})`;
    const sql = `select count(*)::int as total from import_file f where ${where}`;
    const [row] = await this.#database.read<{ total: number }>(viewer.scope, sql, params.values);
    return row?.total ?? 0;
  }
}

/** One's own files; and those of one's own forms, unless one sees only some of their rows. */
function visible(viewer: Viewer, params: Params): string {
  const { actor, towns, channels } = viewer.scope;
  const own = `f.actor = ${params.add(actor, 'text')}`;
  if (viewer.kind === 'SYSTEM') return `(true or ${own})`;
  if (towns !== '*' || channels !== '*') return own;
  const forms = params.add(importsOf(viewer), 'text[]');
  const sheets = 'select from import_sheet s where s.file_id = f.id and s.form is not null';
  return `(${own} or (exists (${sheets}) and not exists (${sheets} and s.form <> all(${forms}))))`;
}

/** Whatever stands behind the cursor in the order of the keys. */
function after(
  keys: readonly { sql: string; type: string; down: boolean }[],
  values: readonly string[],
  params: Params,
): string {
  const at = keys.map((key, i) => params.add(values[i], key.type));
  const steps = keys.map(({ sql, down }, i) => {
    const equal = keys.slice(0, i).map((key, j) => `${key.sql} = ${at[j]}`);
    return `(${[...equal, `${sql} ${down ? '<' : '>'} ${at[i]}`].join(' and ')})`;
  });
  return steps.join(' or ');
}

function published({ refusal, ...row }: ImportRow, viewer: Viewer): ImportType {
  const told = refusal && { ...refusal, message: refusal.message[viewer.language] };
  return { ...row, refusal: told };
}
