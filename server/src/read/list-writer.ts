import { getArgumentValues, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Cursors } from '../kernel/cursor.ts';
import type { RowSql, TypeDef } from './define-list.ts';
import { FilterWriter } from './filter.ts';
import { demandLink, writeLevel, type Level, type LevelBody } from './level.ts';
import { beyond, isUniform, listOrder, sortedBy, type ListOrder } from './order.ts';
import { pageSelect, whereSql, type PageSelect } from './page-select.ts';
import { pageLimit, windowOf, type ListArgs, type Window } from '../kernel/page.ts';
import { writeProvenance } from './provenance.ts';
import type { Relations } from './relations.ts';
import type { Link, PageWish, Picked, Selection } from './selection.ts';
import type { Statement } from './statement.ts';
import type { MetaPart, WrittenLink, WrittenPage, WrittenRows } from './written.ts';

interface Bounds {
  readonly filter: string | undefined;
  readonly order: ListOrder;
  readonly window: Window;
}

/** Writes a selection as the levels of one statement: the page, then one level a relation. */
export class ListWriter {
  readonly statement: Statement;
  readonly #filters: FilterWriter;
  readonly #cursors: Cursors;
  readonly #schema: GraphQLSchema | null;

  /** Without a schema no field is asked with arguments. */
  constructor(statement: Statement, relations: Relations, cursors: Cursors, schema: GraphQLSchema | null) {
    this.statement = statement;
    this.#filters = new FilterWriter(statement, relations);
    this.#cursors = cursors;
    this.#schema = schema;
  }

  /** A list at the root; `stretch` where it is gone through from end to end. */
  page(
    type: TypeDef,
    args: ListArgs,
    wish: PageWish,
    item: Selection,
    stretch?: Window,
  ): { rows: WrittenRows; page: WrittenPage } {
    return this.#list(type, args, wish, item, null, stretch);
  }

  /** The rows that meet a condition; used for one row by its key. */
  rows(type: TypeDef, item: Selection, condition: string): WrittenRows {
    const table = this.statement.rowsOf(type);
    return this.#level(item, { select: columns => `select ${columns} from ${table} r where ${condition}` });
  }

  #list(
    type: TypeDef,
    args: ListArgs,
    wish: PageWish,
    item: Selection,
    parent: Parent | null,
    stretch?: Window,
  ) {
    const { statement } = this;
    const table = statement.rowsOf(type);
    const window = stretch ?? windowOf(args);
    const order = listOrder(statement, type, args.orderBy, 'r');
    const { leading, rest } = this.#filters.split(type, args.filter, 'r', sortedBy(type, args.orderBy));
    const bounds: Bounds = { filter: [...leading, ...rest].join(' and ') || undefined, order, window };
    const lookAhead = window.backwards ? wish.previous : wish.next;
    const beyond = (['after', 'before'] as const)
      .filter(side => window[side] !== null)
      .map(side => this.#beyond(bounds, side));
    // In the text, for it is a checked whole number: as a parameter PostgreSQL would plan the statement anew each time.
    const limit = window.size + (lookAhead ? 1 : 0);
    const own = parent ? [this.#own(parent)] : [];
    // Few rows belong to one row above, and composed ones have no index of their own: these are not walked.
    // And whoever goes through all of them in the order of an index finds each once, however few they are.
    const isWalked = !parent && !type.parts && !stretch;
    const tried = [...rest, ...(isUniform(order) ? [] : beyond)];
    const page: PageSelect = {
      table,
      order,
      limit,
      backwards: window.backwards,
      filter: isWalked ? tried : [],
      seek: isWalked
        ? [...leading, ...beyond.filter(one => !tried.includes(one))]
        : [...own, ...leading, ...rest, ...beyond],
    };
    const rows = this.#level(item, {
      ...(parent && { key: parent.toColumn }),
      order: wish.cursors ? order : undefined,
      select: columns =>
        parent
          ? `select c.* from ${parent.level} p cross join lateral (${pageSelect(columns, page)}) c`
          : pageSelect(columns, page),
    });
    return { rows, page: { wish, window, order, lookAhead, ...this.#meta(type, wish, bounds, parent) } };
  }

  /** The rows that belong to one row of the level above. */
  #own({ fromColumn, toColumn, only }: Parent): string {
    const own = `r.${toColumn} = p.${fromColumn}`;
    return only ? `${own} and ${this.statement.row(only, 'r')}` : own;
  }

  #beyond({ order, window }: Bounds, side: 'after' | 'before'): string {
    const place = this.#cursors.decode(side, order.name, window[side] ?? '');
    return beyond(this.statement, order, place, side);
  }

  /** Counts that the rows of the page cannot tell: the whole, and whether rows lie on the cursors' other sides. */
  #meta(type: TypeDef, wish: PageWish, bounds: Bounds, parent: Parent | null) {
    const { filter, window } = bounds;
    const own = [...(parent ? [this.#own(parent)] : []), ...(filter ? [filter] : [])];
    const from = (...more: string[]): string => `from ${type.table} r${whereSql([...own, ...more])}`;
    const other = (side: 'after' | 'before'): string =>
      `exists (select 1 ${from(`(${this.#beyond(bounds, side)}) is not true`)})`;
    const parts: [MetaPart, string][] = [];
    if (wish.total) parts.push(['total', `(select count(*) ${from()})`]);
    if (wish.previous && window.after !== null) parts.push(['previous', other('after')]);
    if (wish.next && window.before !== null) parts.push(['next', other('before')]);
    const metaParts = parts.map(([part]) => part);
    if (!parts.length) return { meta: null, metaParts };
    const values = parts.map(([, sql]) => (parent ? `json_agg(${sql})` : sql));
    const meta = parent
      ? this.statement.set(
          `select json_build_array(json_build_array(json_agg(p.id), ${values.join(', ')})) from ${parent.level} p`,
        )
      : this.statement.set(`select json_build_array(${values.join(', ')})`);
    return { meta, metaParts };
  }

  #level(selection: Selection, body: LevelBody): WrittenRows {
    const level = writeLevel(
      this.statement,
      selection,
      body,
      picked => this.#args(selection.type, picked)['at'],
    );
    const links = selection.links.map(link => this.#link(level, link));
    const provenance = selection.provenance
      ? writeProvenance(this.statement, selection.type, level.name)
      : null;
    return { level, links, provenance };
  }

  #link(level: Level, link: Link): WrittenLink {
    demandLink(this.statement, link);
    const { relation, page: wish, item } = link;
    const { fromColumn, toColumn, only } = relation;
    const parent = { level: level.name, fromColumn, toColumn, only };
    if (relation.kind === 'MANY') {
      const args = this.#args(relation.from, { name: relation.field, node: link.node });
      return { link, ...this.#list(relation.to, args, wish, item, parent) };
    }
    if (relation.kind === 'NEWEST' || relation.kind === 'ALL') {
      const first = relation.kind === 'ALL' ? pageLimit : 1;
      return { link, page: null, rows: this.#list(relation.to, { first }, wish, item, parent).rows };
    }
    const table = this.statement.rowsOf(relation.to);
    const rows = this.#level(item, {
      key: parent.toColumn,
      select: columns =>
        `select ${columns} from ${table} r where r.${parent.toColumn} in (select p.${parent.fromColumn} from ${parent.level} p)`,
    });
    return { link, page: null, rows };
  }

  #args(type: TypeDef, { name, node }: Pick<Picked, 'name' | 'node'>): Record<string, unknown> {
    const field = (this.#schema?.getType(type.name) as GraphQLObjectType | undefined)?.getFields()[name];
    return field && node ? getArgumentValues(field, node, { ...this.statement.request.variables }) : {};
  }
}

interface Parent {
  readonly level: string;
  readonly fromColumn: string;
  readonly toColumn: string;
  readonly only: RowSql | undefined;
}
