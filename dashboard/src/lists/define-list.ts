import type { EnterpriseFilter } from '@hexie/schema/generated/documents.ts';
import type { TypedDocumentNode } from '@urql/core';
import type { RouteLocationRaw } from 'vue-router';
import type { Ending } from './ending.ts';

/** What a cell may call to say its value in the reader's language. */
export interface Words {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  /** The word of a code: `code('stage', row.stage)`; a dash where there is none. */
  readonly code: (list: string, key: string | null | undefined) => string;
  readonly count: (n: number | null | undefined) => string;
  readonly decimal: (amount: string | null | undefined) => string;
  readonly moment: (at: string | null | undefined) => string;
  readonly yes: (value: boolean | null | undefined) => string;
}

/** One column of a list; the first stands always, and opens the record. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly order?: string;
  readonly number?: boolean;
  readonly wrap?: boolean;
  /** Shown only when the reader asks for it. */
  readonly rare?: boolean;
  readonly text: (row: Row, words: Words) => string | null | undefined;
  readonly tone?: (row: Row) => string;
  /** The personal field of the row that the cell shows as a mask. */
  readonly personal?: string;
  /** What a file shows in its place: paths of fields; the field of the key's own name unless said otherwise. */
  readonly fields?: readonly string[];
  /** Another page that the cell leads to. */
  readonly to?: (row: Row) => RouteLocationRaw | undefined;
}

/** One word of the sentence that filters: its name in the address, the codes to choose from. */
export interface ListChoice {
  readonly name: string;
  readonly values: readonly string[];
  /** Where the codes' words stand: `code.<words>.<value>`. */
  readonly words: string;
}

/** What the sentence says now. */
export interface Asked {
  readonly choice: (name: string) => string | undefined;
  readonly yes: (name: string) => boolean | undefined;
  readonly text: string;
  /** A group that the address narrows the list to. */
  readonly group: (name: string) => string | undefined;
  /** Town, industry, size and employer, as a condition on the employer; undefined asks nothing. */
  readonly employer: EnterpriseFilter | undefined;
  /** First day of the chosen period. */
  readonly since: string | undefined;
  /** In force on a day and ending between two, where the address asks for it. */
  readonly ending: Ending | undefined;
  readonly today: string;
}

/** A page of rows as every list of the hub answers. */
export interface ListAnswer<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
}

/** The variables every list operation takes. */
export interface ListVariables {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  filter?: unknown;
  orderBy?: unknown;
  asKnownAt?: string;
}

/** A list as a page shows it: operation, columns, and what its sentence may ask. */
export interface ListSpec<Row> {
  /** Its name in the contract, by which it can be taken away as a file. */
  readonly list: string;
  /** Where its texts stand, such as `contract.filings`; also under this name in the browser's memory. */
  readonly texts: string;
  readonly query: TypedDocumentNode<unknown, ListVariables>;
  readonly rows: (data: unknown) => ListAnswer<Row>;
  readonly columns: readonly ListColumn<Row>[];
  readonly choices: readonly ListChoice[];
  /** Groups that only an address narrows the list to, and what the rows call the group. */
  readonly narrowed?: readonly {
    readonly name: string;
    readonly label: (rows: readonly Row[]) => string | undefined;
  }[];
  /** Whether employers are chosen by town, industry and size, and whether a period is asked for. */
  readonly scope: boolean;
  readonly period: boolean;
  readonly order: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  readonly filter: (asked: Asked) => unknown;
  /** What `open=` in the address names: the row's id unless said otherwise. */
  readonly openKey: (row: Row) => string;
  /** The record's own page, where it has one. */
  readonly page?: (row: Row) => RouteLocationRaw;
}

/** A list checked against the types of its operation; what leaves here is the same for every list. */
export function defineList<Row extends { id: string }, Data, Variables>(
  spec: Omit<ListSpec<Row>, 'query' | 'rows' | 'filter' | 'scope' | 'period' | 'openKey'> & {
    readonly query: TypedDocumentNode<Data, Variables>;
    readonly rows: (data: Data) => ListAnswer<Row>;
    readonly filter: (asked: Asked) => Variables extends { filter?: infer Filter } ? Filter : never;
    readonly scope?: boolean;
    readonly period?: boolean;
    readonly openKey?: (row: Row) => string;
  },
): ListSpec<Row> {
  return {
    scope: true,
    period: false,
    openKey: row => row.id,
    ...spec,
    // The page knows only what all lists have in common; the types above have checked the rest.
    query: spec.query as unknown as ListSpec<Row>['query'],
    rows: spec.rows as ListSpec<Row>['rows'],
  };
}

/** The employer's name, leading to its file. */
export const employerColumn = <
  Row extends { enterprise?: { uscc: string; name: string } | null },
>(): ListColumn<Row> => ({
  key: 'EMPLOYER',
  fields: ['enterprise.name', 'enterprise.uscc'],
  text: row => row.enterprise?.name,
  to: row => (row.enterprise ? { name: 'enterprise', params: { uscc: row.enterprise.uscc } } : undefined),
});

/** The condition on the employer as a part of a filter. */
export const ofEmployer = ({ employer }: Asked): { enterprise?: EnterpriseFilter } =>
  employer ? { enterprise: employer } : {};
