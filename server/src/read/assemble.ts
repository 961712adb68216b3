import type { Language } from '../access/viewer.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { FieldDef } from './define-list.ts';
import type { Level } from './level.ts';
import type { MetaPart, WrittenLink, WrittenPage, WrittenRows } from './list-writer.ts';
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

interface Rows {
  readonly rows: Row[];
  readonly ids: readonly number[];
  readonly columns: readonly unknown[][];
  readonly level: Level;
}

/** Code → `{ code, name }`, one object for all rows that share it. */
export type Codes = (table: string) => ReadonlyMap<string, Row>;

/** Joins the flat sets of one answer into the objects that GraphQL reads. */
export class Assembler {
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
    return this.#cut(written.page, rows, all, metaOf(written.page, set));
  }

  rows(written: WrittenRows): Row[] {
    return this.#rows(written).rows;
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
    const made = { rows, ids, columns: found, level };
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
    if (link.relation.kind === 'ALL') {
      const lists = Map.groupBy(childKeys.keys(), i => childKeys[i]);
      const rowsOf = (key: unknown): Row[] =>
        (lists.get(key as number) ?? []).map(i => children.rows[i] as Row);
      parents.rows.forEach((row, i) => (row[link.key] = rowsOf(parentKeys[i])));
      return;
    }
    if (!page) {
      const byKey = new Map(childKeys.map((key, i) => [key, children.rows[i]]));
      parents.rows.forEach((row, i) => (row[link.key] = byKey.get(parentKeys[i] as number) ?? null));
      return;
    }
    const byKey = new Map<number, number[]>();
    childKeys.forEach((key, i) => {
      const list = byKey.get(key);
      if (list) list.push(i);
      else byKey.set(key, [i]);
    });
    const meta = page.meta === null ? null : this.#metaByParent(page, this.#sets[page.meta]);
    parents.rows.forEach((row, i) => {
      const own = byKey.get(parentKeys[i] as number) ?? [];
      row[link.key] = this.#cut(page, children, own, meta?.get(parents.ids[i]) ?? none);
    });
  }

  #metaByParent(page: WrittenPage, set: unknown): Map<unknown, Meta> {
    const [ids = [], ...parts] = columnsOf(set);
    const valuesAt = (i: number): unknown[] => parts.map(part => part[i]);
    return new Map(ids.map((id, i) => [id, metaOf(page, valuesAt(i))]));
  }

  /** Cuts the page out of the rows read for it: the look-ahead row off, a list read from its end turned round. */
  #cut(page: WrittenPage, all: Rows, indexes: number[], meta: Meta): PageOfRows {
    const { wish, window } = page;
    const more = indexes.length > window.size;
    const kept = more ? indexes.slice(0, window.size) : indexes;
    if (window.backwards) kept.reverse();
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

/** Counts of one list, as far as they were asked for. */
type Meta = Partial<Record<MetaPart, unknown>>;
const none: Meta = {};

const metaOf = (page: WrittenPage, values: readonly unknown[]): Meta =>
  Object.fromEntries(page.metaParts.map((part, i) => [part, values[i]]));

/** A set's columns, put together again where they were grouped; no rows give empty columns. */
function columnsOf(set: unknown): unknown[][] {
  return (set as (unknown[] | null)[][]).flat().map(column => column ?? []);
}
