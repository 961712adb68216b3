import { demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import { Cursors } from '../kernel/cursor.ts';
import type { Database } from '../kernel/database.ts';
import { knownAt, type Known } from '../kernel/known.ts';
import type { Vault } from '../kernel/personal.ts';
import { StatementNames } from '../kernel/statement-names.ts';
import { Assembler, codesIn, type PageOfRows, type Row } from './assemble.ts';
import type { ReadCatalogue, TypeDef } from './define-list.ts';
import { ListWriter } from './list-writer.ts';
import { rememberMasks } from './masks-shown.ts';
import { prepare } from './prepared.ts';
import { Relations } from './relations.ts';
import { selectionOfPaths, type FieldPath } from './selection-paths.ts';
import type { PageWish, Selection } from './selection.ts';
import { Statement } from './statement.ts';

/** A list from its first row to its last, as a file asks for it. */
export interface WholeList {
  readonly type: TypeDef;
  /** Fields of a row, or of the one row that a relation leads to. */
  readonly fields: readonly FieldPath[];
  readonly filter?: unknown;
  readonly orderBy?: unknown;
  readonly asKnownAt?: Date | null;
}

/** How many rows there are, and the rows a page at a time; each page is read when it is asked for. */
export interface OpenedList {
  readonly total: number;
  readonly pages: AsyncGenerator<readonly Row[], void, undefined>;
}

/** Rows read at once: enough that a statement pays, few enough that nobody waits for them. */
const pageRows = 1000;

/** Reads whole lists page by page on their keyset, with the filter, order, masks and row scope of the list itself. */
export class WholeLists {
  readonly #deps: {
    readonly database: Database;
    readonly clock: Clock;
    readonly audit: Pick<AuditTrail, 'note'>;
  };
  readonly #relations: Relations;
  readonly #cursors: Cursors;
  readonly #names = new StatementNames();

  constructor(deps: {
    readonly database: Database;
    readonly vault: Vault;
    readonly clock: Clock;
    readonly audit: Pick<AuditTrail, 'note'>;
    readonly catalogue: ReadCatalogue;
  }) {
    this.#deps = deps;
    this.#relations = new Relations(deps.catalogue);
    this.#cursors = new Cursors(deps.vault.derive('whole lists'));
  }

  /** What these fields are asked of, so that a file can name its columns; refuses a field that is not there. */
  selection(type: TypeDef, fields: readonly FieldPath[]): Selection {
    return selectionOfPaths(this.#relations, type, fields);
  }

  /** Opens a list: counted, its first page read; nothing of it has been shown yet. */
  async open(viewer: Viewer, wanted: WholeList): Promise<OpenedList> {
    demand(viewer, wanted.type.needs);
    const { asKnownAt } = wanted;
    const known = await knownAt(this.#deps.database, viewer.scope, asKnownAt ?? null);
    const item = this.selection(wanted.type, wanted.fields);
    const first = await this.#page({ viewer, wanted, known, item }, null);
    return { total: first.page.totalCount ?? 0, pages: this.#pages({ viewer, wanted, known, item }, first) };
  }

  async *#pages(reading: Reading, first: ReadPage): AsyncGenerator<readonly Row[], void, undefined> {
    let { page, masks } = first;
    for (;;) {
      await rememberMasks(this.#deps.audit, reading.viewer, reading.wanted.type.name, masks);
      yield page.nodes ?? [];
      if (!page.pageInfo?.['hasNextPage']) return;
      ({ page, masks } = await this.#page(reading, page.pageInfo['endCursor'] as string));
    }
  }

  async #page({ viewer, wanted, known, item }: Reading, after: string | null): Promise<ReadPage> {
    const { database, clock } = this.#deps;
    const request = { viewer, today: clock.today(), known, variables: {} };
    const writer = new ListWriter(new Statement(request), this.#relations, this.#cursors, null);
    const window = { size: pageRows, backwards: false, after, before: null };
    const wish: PageWish = { ...everyRow, total: after === null };
    const written = writer.page(wanted.type, wanted, wish, item, window);
    const { text, values, codeSets } = prepare({ statement: writer.statement, written });
    const [answer = {}] = await database.read<object>(viewer.scope, text, values, this.#names.of(text));
    const sets: unknown[] = Object.values(answer);
    const assembler = new Assembler(sets, codesIn(codeSets, sets), this.#cursors, viewer.language);
    return { page: assembler.page(written), masks: assembler.masks };
  }
}

interface Reading {
  readonly viewer: Viewer;
  readonly wanted: WholeList;
  readonly known: Known | null;
  readonly item: Selection;
}
interface ReadPage {
  readonly page: PageOfRows;
  readonly masks: Assembler['masks'];
}

const everyRow: PageWish = {
  nodes: true, edges: false, pageInfo: true, cursors: true, next: true, previous: false, total: false,
}; // prettier-ignore
