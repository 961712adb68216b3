/** One column of a table. */
export interface TableColumn {
  readonly key: string;
  readonly name: string;
  /** Figures stand at the right, digit under digit. */
  readonly number?: boolean | undefined;
  /** What the list is ordered by when the heading is pressed. */
  readonly order?: string | undefined;
  /** Breaks into lines instead of widening the table. */
  readonly wrap?: boolean | undefined;
}

/** How the rows are ordered now. */
export interface TableOrder {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

const focusable = 'a[href], button:not(:disabled), summary';

/** Up and down lead from row to row, at the same place in each; Home and End to the first and the last. */
export function walkRows(event: KeyboardEvent): void {
  const here = (event.target as HTMLElement).closest('tr');
  const body = here?.parentElement;
  if (!here || !body) return;
  const rows = [...body.children].filter(row => row.querySelector(focusable));
  const at = rows.indexOf(here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const next = to === undefined ? undefined : rows[to];
  if (!next) return;
  const place = [...here.querySelectorAll(focusable)].indexOf(event.target as Element);
  const places = next.querySelectorAll<HTMLElement>(focusable);
  (places[place] ?? places[0])?.focus();
  event.preventDefault();
}
