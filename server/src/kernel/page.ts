import { DomainError } from './errors.ts';
import type { Connection, Edge } from './page.type.ts';

/** Most rows of one page, and how many come when nothing is said. */
export const pageLimit = 200;
export const pageDefault = 20;

/** The list arguments as GraphQL has read them. */
export interface ListArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: unknown;
  readonly orderBy?: unknown;
  readonly asKnownAt?: Date | null;
}

/** Which end of the list is read and how many rows. */
export interface Window {
  readonly size: number;
  readonly backwards: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

const wrong = (field: string, zh: string, en: string): never => {
  throw DomainError.badInput(field, { zh, en });
};

/** Checks the paging arguments; `before` alone pages backwards, since it is how one goes back a page. */
export function windowOf(args: ListArgs): Window {
  const { first = null, last = null, after = null, before = null } = args;
  if (first !== null && last !== null) {
    wrong('last', 'first 与 last 不能同时使用。', 'Give first or last, not both.');
  }
  for (const [name, value] of Object.entries({ first, last })) {
    if (value === null || (Number.isInteger(value) && value >= 0 && value <= pageLimit)) continue;
    wrong(name, `${name} 应在 0 至 ${pageLimit} 之间。`, `${name} must lie between 0 and ${pageLimit}.`);
  }
  const backwards = last !== null || (first === null && before !== null && after === null);
  return { size: first ?? last ?? pageDefault, backwards, after, before };
}

/** A page made of the rows found, in the order in which they were read: one more than it may show tells of others. */
export function connectionOf<Row, Node>(
  found: readonly Row[],
  { size, backwards, after, before }: Window,
  totalCount: number,
  edgeOf: (row: Row) => Edge<Node>,
): Connection<Node> {
  const more = found.length > size;
  const edges = found.slice(0, size).map(edgeOf);
  if (backwards) edges.reverse();
  return {
    edges,
    nodes: edges.map(edge => edge.node),
    totalCount,
    pageInfo: {
      hasNextPage: backwards ? before !== null : more,
      hasPreviousPage: backwards ? more : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
