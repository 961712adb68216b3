import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import { connectionOf, windowOf, type ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Vault } from '../../kernel/personal.ts';
import type { Source } from '../define-source.ts';
import type { ChangedSheet } from './import-change.ts';

/** The rows that a page still wants of a sheet: behind a row number, and how many. */
export interface WantedRows {
  readonly after: number;
  readonly limit: number;
}

/** How the rows of a file's sheets are counted, read and told. */
export interface SheetRows<Sheet extends ChangedSheet, Found, Told, Node> {
  readonly sheets: readonly Sheet[];
  readonly count: (sheet: Sheet) => Promise<number>;
  readonly rows: (sheet: Sheet, wanted: WantedRows) => Promise<readonly Found[]>;
  readonly tell: (found: readonly Found[]) => Promise<readonly Told[]> | readonly Told[];
  /** Where a row stands, for its cursor. */
  readonly placeOf: (one: Told) => { readonly sheet: ChangedSheet; readonly row: number };
  readonly publish: (one: Told, viewer: Viewer) => Node;
  /** Fields of a row that show a personal value, be it masked. */
  readonly personal: (one: Told) => readonly string[];
}

/** What the pages of a file are read with. */
export interface PreviewParts {
  readonly database: Database;
  readonly vault: Vault;
  readonly sources: readonly Source[];
  readonly audit: Pick<AuditTrail, 'note'>;
}

/** Whose page it is, of which file, and who hears whose personal values stand on it. */
export interface SheetReader {
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly audit: Pick<AuditTrail, 'note'>;
  /** Names the list in its cursors. */
  readonly order: string;
  readonly fileId: string;
}

/** A page of rows in the order of a file's sheets, and of the rows of each. */
export async function pageOfSheets<Sheet extends ChangedSheet, Found, Told, Node>(
  reader: SheetReader,
  args: Pick<ListArgs, 'first' | 'after'>,
  { sheets, count, rows, tell, placeOf, publish, personal }: SheetRows<Sheet, Found, Told, Node>,
): Promise<Connection<Node>> {
  const { viewer, cursors, order } = reader;
  const window = windowOf(args);
  const { size, after } = window;
  const place = after === null ? null : cursors.decode('after', order, after);
  const at = { position: Number(place?.keys[0] ?? -1), row: place?.id ?? 0 };
  const found: Found[] = [];
  let totalCount = 0;
  for (const sheet of sheets) {
    totalCount += await count(sheet);
    if (sheet.position < at.position || found.length > size) continue;
    const behind = sheet.position === at.position ? at.row : 0;
    found.push(...(await rows(sheet, { after: behind, limit: size + 1 - found.length })));
  }
  const told = await tell(found);
  await remember(reader, told.slice(0, size).map(personal));
  return connectionOf([...told], window, totalCount, one => {
    const { sheet, row } = placeOf(one);
    return { cursor: cursors.encode(order, [String(sheet.position)], row), node: publish(one, viewer) };
  });
}

/** Enters in the trail that rows of a file were shown with personal values, before they are. */
async function remember(
  { viewer, audit, order, fileId }: SheetReader,
  shown: readonly (readonly string[])[],
): Promise<void> {
  const rows = shown.filter(fields => fields.length > 0);
  if (!rows.length || (viewer.kind !== 'PERSON' && viewer.kind !== 'TOKEN')) return;
  await audit.note(actorOf(viewer), {
    act: 'readPersonal',
    object: order,
    subjects: [`Import:${fileId}`],
    detail: { count: rows.length, fields: [...new Set(rows.flat())].sort().join(' ') },
  });
}
