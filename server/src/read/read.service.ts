import { getArgumentValues, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../access/request-context.ts';
import { demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { knownAt, type Known } from '../kernel/known.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { Vault } from '../kernel/personal.ts';
import { Assembler, codesIn, type Row } from './assemble.ts';
import { Cursors } from '../kernel/cursor.ts';
import type { ReadCatalogue, TypeDef } from './define-list.ts';
import { ListWriter } from './list-writer.ts';
import type { WrittenRows } from './written.ts';
import type { ListArgs } from '../kernel/page.ts';
import { rememberMasks } from './masks-shown.ts';
import { Plans } from './plan.ts';
import { prepare, PreparedStatements, type Prepared } from './prepared.ts';
import { Relations } from './relations.ts';
import { selectionAt } from './selection.ts';
import type { Key, Wanted } from './wanted.ts';
import { StatementNames } from '../kernel/statement-names.ts';
import { Statement } from './statement.ts';

/** What a reading resolver needs of its request. */
export type ReadContext = RequestContext<{ readonly read: ReadService }>;

/** What lists are read with. */
export interface ReadDeps {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Hears whose personal values are shown, before they are. */
  readonly audit: Pick<AuditTrail, 'note'>;
  readonly catalogue: ReadCatalogue;
}

/** Answers lists and single rows: one statement a root field, whatever its selection. */
export class ReadService {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #audit: Pick<AuditTrail, 'note'>;
  readonly #types: ReadonlyMap<string, TypeDef>;
  readonly #relations: Relations;
  readonly #plans: Plans;
  readonly #prepared = new PreparedStatements<ReturnType<ListWriter['page']>>();
  readonly #cursors: Cursors;
  readonly #names = new StatementNames();

  constructor(deps: ReadDeps) {
    this.#database = deps.database;
    this.#clock = deps.clock;
    this.#audit = deps.audit;
    this.#types = new Map(deps.catalogue.types.map(type => [type.name, type]));
    this.#relations = new Relations(deps.catalogue);
    this.#plans = new Plans(this.#relations);
    this.#cursors = new Cursors(deps.vault.derive('list cursors'));
  }

  /** A page of the list of a type; the arguments are read from the field itself. */
  async list<Node>(type: string, viewer: Viewer, info: GraphQLResolveInfo): Promise<Connection<Node>> {
    const definition = this.#type(type);
    const plan = this.#plans.of(definition, info, true);
    const args = argumentsOf(info) as ListArgs;
    const known = await this.#known(viewer, args.asKnownAt);
    const write = () => {
      const writer = this.#writer(viewer, info, known);
      return { statement: writer.statement, written: writer.page(definition, args, plan.page, plan.item) };
    };
    // What was known at a moment yet to come is another answer after each change.
    const prepared = known ? prepare(write()) : this.#prepared.of(plan, this.#keyOf(viewer, info), write);
    const assembler = await this.#run(prepared, viewer);
    const page = assembler.page(prepared.written);
    await rememberMasks(this.#audit, viewer, type, assembler.masks);
    return page as unknown as Connection<Node>;
  }

  /** One row by a unique column; out of scope it does not exist. */
  async one<Node>(type: string, viewer: Viewer, info: GraphQLResolveInfo, key: Key): Promise<Node> {
    const definition = this.#type(type);
    const plan = this.#plans.of(definition, info, false);
    const { asKnownAt } = argumentsOf(info) as ListArgs;
    const writer = this.#writer(viewer, info, await this.#known(viewer, asKnownAt));
    const { statement } = writer;
    if (key.value.includes('\0')) throw DomainError.notFound();
    const condition = `r.${key.column} = ${statement.param(key.value, key.cast ?? 'text')}`;
    const written = writer.rows(definition, plan.item, condition);
    const [row] = await this.#rows(prepare({ statement, written }), viewer, type);
    if (!row) throw DomainError.notFound();
    return row as Node;
  }

  /**
   * Rows of a type by their ids, with what the document selects at these paths below the root field; rows out of scope
   * are not in the answer. For lists whose own rows are no facts, such as search hits.
   */
  async byIds<Node>(wanted: Wanted, viewer: Viewer, info: GraphQLResolveInfo): Promise<Map<number, Node>> {
    if (!wanted.ids.length) return new Map();
    const definition = this.#type(wanted.type);
    demand(viewer, wanted.needs ?? definition.needs);
    const document = {
      fragments: info.fragments,
      variables: info.variableValues,
      relations: this.#relations,
    };
    const item = selectionAt(document, definition, info.fieldNodes, wanted.paths);
    const writer = this.#writer(viewer, info, await this.#known(viewer, wanted.asKnownAt));
    const { statement } = writer;
    const condition = `r.id = any (${statement.param(wanted.ids, 'bigint[]')})`;
    const written = writer.rows(definition, { ...item, id: true }, condition);
    const rows = await this.#rows(prepare({ statement, written }), viewer, wanted.type);
    return new Map(rows.map(row => [keyOf(row['id']), { ...row, __typename: wanted.type } as Node]));
  }

  /** One row by its global id; its kind must be one that the viewer may read. */
  async node<Node>(id: string, viewer: Viewer, info: GraphQLResolveInfo): Promise<Node> {
    const [, type = '', key = ''] = /^(\w+):(\d{1,15})$/u.exec(id) ?? [];
    const published = info.schema.getType(type);
    const isNode = isObjectType(published) && published.getInterfaces().some(one => one.name === 'Node');
    if (!isNode || !this.#types.has(type)) throw DomainError.notFound();
    const rows = await this.byIds<Node>({ type, ids: [Number(key)], paths: [[]] }, viewer, info);
    const row = rows.get(Number(key));
    if (!row) throw DomainError.notFound();
    return row;
  }

  #type(name: string): TypeDef {
    const type = this.#types.get(name);
    if (!type) throw new Error(`${name} is not in the read catalogue`);
    return type;
  }

  /** All that a statement depends on beside its plan; the scope too, for its conditions stand in the statement. */
  #keyOf(viewer: Viewer, info: GraphQLResolveInfo): string {
    const { kind, role, language, next = null, limits = null, scope } = viewer;
    const { towns, channels, kinds } = scope;
    return JSON.stringify([
      ...[kind, role, language, next, limits, towns, channels, kinds, this.#clock.today()],
      info.variableValues,
    ]);
  }

  /** The compiled executor hands a variable's default on as the text of its moment. */
  #known(viewer: Viewer, at: Date | string | null | undefined): Promise<Known | null> | null {
    return at ? knownAt(this.#database, viewer.scope, new Date(at)) : null;
  }

  #writer(viewer: Viewer, info: GraphQLResolveInfo, known: Known | null): ListWriter {
    const request = {
      viewer,
      today: this.#clock.today(),
      known,
      variables: info.variableValues,
    };
    return new ListWriter(new Statement(request), this.#relations, this.#cursors, info.schema);
  }

  async #rows(prepared: Prepared<WrittenRows>, viewer: Viewer, type: string): Promise<Row[]> {
    const assembler = await this.#run(prepared, viewer);
    const rows = assembler.rows(prepared.written);
    await rememberMasks(this.#audit, viewer, type, assembler.masks);
    return rows;
  }

  async #run({ text, values, codeSets }: Prepared<unknown>, { scope, language }: Viewer): Promise<Assembler> {
    const [answer = {}] = await this.#database.read(scope, text, values, this.#names.of(text));
    const sets = Object.values(answer);
    return new Assembler(sets, codesIn(codeSets, sets), this.#cursors, language);
  }
}

const keyOf = (id: unknown): number => Number(String(id).split(':')[1]);

function argumentsOf(info: GraphQLResolveInfo): Record<string, unknown> {
  const [node] = info.fieldNodes;
  const field = info.parentType.getFields()[info.fieldName];
  return field && node ? getArgumentValues(field, node, { ...info.variableValues }) : {};
}
