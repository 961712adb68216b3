import type { Cursors } from '../../kernel/cursor.ts';
import { connectionOf, windowOf, type ListArgs, type Window } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Thing } from '../define-read-model.ts';

/** What the rows of a page share: how they are told apart from rows of another answer, and which they name. */
export interface RowPage {
  readonly asKnownAt: Date | null;
  readonly ids: (thing: Thing) => number[];
}

/** Where a row stands in its list; places may be equal, ids are not. */
export interface Place {
  readonly place: number;
  readonly id: number;
}

/** A page of a list; the order is one that a cursor of another list does not fit. */
export interface PageAsked {
  readonly order: string;
  readonly window: Window;
  readonly after: Place | null;
}

/** Where a page begins and how many rows it has. */
export function pageAsked(
  cursors: Cursors,
  order: string,
  { first = null, after = null }: Pick<ListArgs, 'first' | 'after'>,
): PageAsked {
  const window = windowOf({ first, after });
  if (window.after === null) return { order, window, after: null };
  const { keys, id } = cursors.decode('after', order, window.after);
  return { order, window, after: { place: Number(keys[0]), id } };
}

/** The page made of the rows found, one more than it may show telling that others follow. */
export function pageOf<Row extends Place, Node>(
  cursors: Cursors,
  { order, window }: PageAsked,
  found: readonly Row[],
  totalCount: number,
  nodesOf: (shown: readonly Row[]) => (row: Row) => Node,
): Connection<Node> {
  const node = nodesOf(found.slice(0, window.size));
  return connectionOf(found, window, totalCount, row => ({
    cursor: cursors.encode(order, [String(row.place)], row.id),
    node: node(row),
  }));
}
