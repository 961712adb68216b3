import type { Language } from '../access/viewer.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { FieldDef } from './define-list.ts';
import type { MetaPart, WrittenLink, WrittenPage, WrittenRows } from './written.ts';
import { MasksShown, speaksOfPeople, type AssembledRows } from './masks-shown.ts';
import { readProvenance } from './provenance.ts';

/** A row as GraphQL reads it: plain fields by name, relations and fields with arguments by place. */
export type Row = Record<string, unknown>;

/** A page of a list; only the parts that were asked for are filled. */
export interface PageOfRows {
  nodes?: Row[];
  edges?: { cursor: string | undefined; node: Row }[];
  pageInfo?: Row;
  totalCount?: number;
}

interface Rows extends AssembledRows {
  readonly rows: Row[];
  readonly columns: readonly unknown[][];
  readonly attached: AssembledRows['attached'][number][];
}

/** Code → `{ code, name }`, one object for all rows that share it. */
export type Codes = (table: string) => ReadonlyMap<string, Row>;

/** Joins the flat sets of one answer into the objects that GraphQL reads. */
export class Assembler {
  /** Whose personal values stand in what was handed out. */
  readonly masks = new MasksShown();
  readonly #sets: readonly unknown[];
  readonly #codes: Codes;
  readonly #cursors: Cursors;
  readonly #language: Language;

  constructor(sets: readonly unknown[], codes: Codes, cursors: Cursors, language: Language) {
    this.#sets = sets;
    this.#codes = codes;
    this.#cursors = cursors;
    this.#language = language;
  }

  /** The page of a root list. */
  page(written: { rows: WrittenRows; page: WrittenPage }): PageOfRows {
    const rows = this.#rows(written.rows);
    const all = rows.rows.map((_, i) => i);
    const set = (this.#sets[written.page.meta ?? -1] ?? []) as unknown[];
    const kept = keptOf(written.page, all);
    this.masks.add(rows, kept);
    return this.#cut(written.page, rows, kept, all.length, metaOf(written.page, set));
  }

  rows(written: WrittenRows): Row[] {
    const rows = this.#rows(written);
    this.masks.add(rows, rows.rows.keys());
    return rows.rows;
  }

  #rows({ level, links, provenance }: WrittenRows): Rows {
    const found = columnsOf(this.#sets[level.set]);
    const ids = found[0] as number[];
    const { selection } = level;
    const rows: Row[] = ids.map(id => (selection.id ? { id: `${selection.type.name}:${id}` } : {}));
    let at = level.keys.length + level.sortKeys;
    for (const { picked, width } of level.picks) {
      this.#fill(rows, picked.key, picked.field, found.slice(at, at + width));
      at += width;
    }
    if (provenance) {
      const sources = readProvenance(provenance, this.#sets, this.#language);
      rows.forEach((row, i) => (row['provenance'] = sources.get(ids[i] ?? 0) ?? []));
    }
    const made: Rows = { rows, ids, columns: found, level, attached: [] };
    for (const link of links) this.#attach(made, link);
    return made;
  }

  #fill(rows: Row[], key: string, field: FieldDef, columns: unknown[][]): void {
    const [column = []] = columns;
    const count = rows.length;
    const { tell, empty = null } = field;
    const read = tell ? (...values: unknown[]) => tell(this.#language, ...values) : field.read;
    if (field.codes) {
      const codes = this.#codes(field.codes);
      for (let i = 0; i < count; i++) (rows[i] as Row)[key] = codes.get(column[i] as string) ?? null;
    } else if (!read) {
      for (let i = 0; i < count; i++) (rows[i] as Row)[key] = column[i];
    } else if (columns.length === 1) {
      for (let i = 0; i < count; i++) (rows[i] as Row)[key] = column[i] === null ? empty : read(column[i]);
    } else {
      for (let i = 0; i < count; i++) (rows[i] as Row)[key] = read(...columns.map(one => one[i]));
    }
  }

  /** Hands every parent its related row, or its page of related rows. */
  #attach(parents: Rows, { link, rows: written, page }: WrittenLink): void {
    const children = this.#rows(written);
    const parentKeys = parents.columns[parents.level.keys.indexOf(link.relation.fromColumn)] as number[];
    const childKeys = children.columns[written.level.keys.indexOf('k')] as number[];
    const byKey = Map.groupBy(childKeys.keys(), i => childKeys[i]);
    const all = (parent: number): number[] => byKey.get(parentKeys[parent]) ?? [];
    // Of rows that share a key the last one stands; of a page those that are on it.
    const shown = page
      ? parents.rows.map((_, i) => keptOf(page, all(i)))
      : link.relation.kind === 'ALL'
        ? parents.rows.map((_, i) => all(i))
        : parents.rows.map((_, i) => all(i).slice(-1));
    if (speaksOfPeople(children)) parents.attached.push({ to: children, of: at => shown[at] ?? [] });
    const meta = page?.meta == null ? null : this.#metaByParent(page, this.#sets[page.meta]);
    parents.rows.forEach((row, i) => {
      const kept = shown[i] ?? [];
      const found = kept.map(at => children.rows[at] as Row);
      if (page)
        row[link.key] = this.#cut(page, children, kept, all(i).length, meta?.get(parents.ids[i]) ?? none);
      else row[link.key] = link.relation.kind === 'ALL' ? found : (found[0] ?? null);
    });
  }

  #metaByParent(page: WrittenPage, set: unknown): Map<unknown, Meta> {
    const [ids = [], ...parts] = columnsOf(set);
    const valuesAt = (i: number): unknown[] => parts.map(part => part[i]);
    return new Map(ids.map((id, i) => [id, metaOf(page, valuesAt(i))]));
  }

  /** The page of the rows that are on it, of so many read for it. */
  #cut(page: WrittenPage, all: Rows, kept: readonly number[], read: number, meta: Meta): PageOfRows {
    const { wish, window } = page;
    const more = read > window.size;
    const nodes = kept.map(i => all.rows[i] as Row);
    if (!wish.edges && !wish.total && !wish.pageInfo) return { nodes };
    const cursors = wish.cursors ? kept.map(i => this.#cursor(page, all, i)) : [];
    const result: PageOfRows = {
      nodes,
      pageInfo: {
        hasNextPage: (!window.backwards && more) || meta.next === true,
        hasPreviousPage: (window.backwards && more) || meta.previous === true,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
    };
    if (wish.edges) result.edges = nodes.map((node, i) => ({ cursor: cursors[i], node }));
    if (wish.total) result.totalCount = meta.total as number;
    return result;
  }

  #cursor(page: WrittenPage, { columns, level, ids }: Rows, i: number): string {
    const first = level.keys.length;
    const keys = columns.slice(first, first + level.sortKeys).map(column => column[i] as string | null);
    return this.#cursors.encode(page.order.name, keys, ids[i] ?? 0);
  }
}

/** What of the rows read for a page is on it: the look-ahead row off, a list read from its end turned round. */
function keptOf({ window }: WrittenPage, indexes: readonly number[]): number[] {
  const kept = indexes.slice(0, window.size);
  return window.backwards ? kept.reverse() : kept;
}

/** Counts of one list, as far as they were asked for. */
type Meta = Partial<Record<MetaPart, unknown>>;
const none: Meta = {};

const metaOf = (page: WrittenPage, values: readonly unknown[]): Meta =>
  Object.fromEntries(page.metaParts.map((part, i) => [part, values[i]]));

/** A set's columns, put together again where they were grouped; no rows give empty columns. */
function columnsOf(set: unknown): unknown[][] {
  return (set as (unknown[] | null)[][]).flat().map(column => column ?? []);
}

/** One `{ code, name }` object for each code of the reference tables in the answer. */
export function codesIn(places: ReadonlyMap<string, number>, sets: readonly unknown[]): Codes {
  const tables = new Map<string, Map<string, Row>>();
  for (const [table, place] of places) {
    const names = Object.entries((sets[place] ?? {}) as Record<string, string>);
    tables.set(table, new Map(names.map(([code, name]) => [code, { code, name }])));
  }
  return table => tables.get(table) ?? new Map<string, Row>();
}
