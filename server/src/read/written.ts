import type { Window } from '../kernel/page.ts';
import type { Level } from './level.ts';
import type { ListOrder } from './order.ts';
import type { WrittenProvenance } from './provenance.ts';
import type { Link, PageWish } from './selection.ts';

/** A level with everything that hangs on its rows. */
export interface WrittenRows {
  readonly level: Level;
  readonly links: readonly WrittenLink[];
  readonly provenance: WrittenProvenance | null;
}

/** A relation with the rows that hang on it. */
export interface WrittenLink {
  readonly link: Link;
  readonly rows: WrittenRows;
  /** Only for a connection. */
  readonly page: WrittenPage | null;
}

/** How a page is cut from the rows of its level. */
export interface WrittenPage {
  readonly wish: PageWish;
  readonly window: Window;
  readonly order: ListOrder;
  /** One row more than the page was read, to see whether there is one. */
  readonly lookAhead: boolean;
  /** Place of the counts: parents' ids (of a nested list), then those of `metaParts` that are asked for. */
  readonly meta: number | null;
  readonly metaParts: readonly MetaPart[];
}
/** Counts of a list that its page does not tell. */
export type MetaPart = 'total' | 'previous' | 'next';
