import { getVariableValues, graphql, Kind, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { buildHubSchema } from '../../server/src/app/graphql/build-schema.ts';
import { OperationCompiler } from '../../server/src/app/graphql/compile-operation.ts';
import { lists } from '../../server/src/catalogue/lists.ts';
import { searches } from '../../server/src/catalogue/searches.ts';
import { kindsOfRole } from '../../server/src/access/policy/records.ts';
import type { Role } from '../../server/src/access/roles.ts';
import type { Viewer } from '../../server/src/access/viewer.ts';
import type { Database } from '../../server/src/kernel/database.ts';
import { Vault } from '../../server/src/kernel/personal.ts';
import { ReadService } from '../../server/src/read/read.service.ts';
import { QualityCounts } from '../../server/src/modules/quality/quality-counts.service.ts';
import { SearchService } from '../../server/src/read/search/search.service.ts';
import type { TestHub } from '../support/database.ts';
import { MemoryTrail } from '../support/memory-trail.ts';

/** One statement as it ran. */
export interface Ran {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Asks the published schema on a test database and keeps the statements that ran. */
export class Client {
  readonly ran: Ran[] = [];
  /** What was said to the audit trail. */
  readonly trail = new MemoryTrail();
  readonly schema: GraphQLSchema;
  readonly read: ReadService;
  readonly search: SearchService;
  readonly qualityCounts: QualityCounts;

  constructor(schema: GraphQLSchema, database: Database, secret: string, today: string) {
    this.schema = schema;
    const watched: Database = {
      ...database,
      scan: (scope, sql, values) => {
        this.ran.push({ sql, values: values ?? [] });
        return database.scan(scope, sql, values);
      },
      read: (scope, sql, values, name) => {
        this.ran.push({ sql, values: values ?? [] });
        return database.read(scope, sql, values, name);
      },
    };
    const clock = { now: () => new Date(`${today}T04:00:00Z`), today: () => today };
    this.read = new ReadService({
      database: watched,
      vault: new Vault(secret),
      clock,
      audit: this.trail,
      catalogue: lists,
    });
    this.qualityCounts = new QualityCounts(watched);
    this.search = new SearchService({ database: watched, searches, types: lists.types });
  }

  static async on(hub: TestHub, today = '2026-11-23'): Promise<Client> {
    return new Client(await buildHubSchema(), hub.database, hub.secret, today);
  }

  ask(
    source: string,
    variableValues: Record<string, unknown> = {},
    viewer: Viewer = viewerOf('HRSS'),
  ): Promise<ExecutionResult> {
    return graphql({ schema: this.schema, source, variableValues, contextValue: this.#context(viewer) });
  }

  /** The same through the compiled executor where the hub uses it, asked twice: the second time everything is cached. */
  async askCompiled(source: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
    const document = parse(source);
    const operation = document.definitions.find(one => one.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('no operation in the document');
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    const compiled = new OperationCompiler(this.schema).compile(document, operation);
    if (!compiled || !coerced) return this.ask(source, variables);
    const context = this.#context(viewerOf('HRSS'));
    await compiled(undefined, context, coerced);
    return compiled(undefined, context, coerced);
  }

  #context(viewer: Viewer): object {
    return {
      viewer,
      language: viewer.language,
      services: { read: this.read, search: this.search, qualityCounts: this.qualityCounts },
      cache: new Map(),
      requestId: 'test',
    };
  }

  /** The answer of a question that must succeed. */
  async data<Data>(source: string, variables: Record<string, unknown> = {}, viewer?: Viewer): Promise<Data> {
    const { data, errors } = await this.ask(source, variables, viewer);
    if (errors?.length) throw errors[0]?.originalError ?? errors[0];
    return data as Data;
  }

  /** Code of the refusal of a question that must fail. */
  async refusal(
    source: string,
    variables: Record<string, unknown> = {},
    viewer?: Viewer,
  ): Promise<string | undefined> {
    const { errors } = await this.ask(source, variables, viewer);
    const error = errors?.[0];
    return (
      (error?.originalError as { code?: string } | undefined)?.code ??
      (error?.extensions['code'] as string | undefined)
    );
  }
}

/** A signed-in person with this role; a town's officer sees its town, a court its channel. */
export const viewerOf = (role: Role, town: string | null = null, language: 'zh' | 'en' = 'zh'): Viewer => ({
  kind: 'PERSON', id: '1', name: role, role, town, language,
  scope: {
    actor: 'person:1',
    towns: town ? [town] : '*',
    channels: role === 'COURT' ? ['COURT'] : '*',
    kinds: kindsOfRole(role),
  },
}); // prettier-ignore
