import type { Viewer } from '../../access/viewer.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import { connectionOf, windowOf, type ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
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
}

/** A page of rows in the order of a file's sheets, and of the rows of each; `order` names the list in its cursors. */
export async function pageOfSheets<Sheet extends ChangedSheet, Found, Told, Node>(
  { viewer, cursors, order }: { viewer: Viewer; cursors: Cursors; order: string },
  args: Pick<ListArgs, 'first' | 'after'>,
  { sheets, count, rows, tell, placeOf, publish }: SheetRows<Sheet, Found, Told, Node>,
): Promise<Connection<Node>> {
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
  return connectionOf([...(await tell(found))], window, totalCount, one => {
    const { sheet, row } = placeOf(one);
    return { cursor: cursors.encode(order, [String(sheet.position)], row), node: publish(one, viewer) };
  });
}
