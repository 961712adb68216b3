import {
  execute,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../context.ts';
import { OperationCompiler, type Compiled } from './compile-operation.ts';
import { factsOf, type OperationFacts } from './document-facts.ts';
import type { ErrorPresenter } from './error-presenter.ts';
import { demandWithinLimits } from './limits.ts';
import { noteRefusedActs } from './refused-acts.ts';

/** One request as Apollo hands it to its gateway. */
export interface ExecutorRequest {
  readonly context: Context;
  readonly document: DocumentNode;
  readonly operation?: OperationDefinitionNode | undefined;
  readonly request: { variables?: Record<string, unknown> | undefined; operationName?: string | undefined };
}

interface Operation {
  readonly facts: OperationFacts;
  uses: number;
  /** Compiled on the second use; `null` once it is known that it cannot be. */
  compiled: Compiled | null | undefined;
}

/** Who sees figures or nothing need not see what else there is. */
const noSchema = new Set(['ANONYMOUS', 'WALL']);
const signInToIntrospect = new DomainError('UNAUTHENTICATED', {
  zh: '查看接口结构请先登录。',
  en: 'Please sign in to look at the schema.',
});

/** Runs operations: limits first, then a compiled function for documents seen before, graphql-js for the others. */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #errors: ErrorPresenter;
  readonly #compiler: OperationCompiler;
  readonly #operations = new WeakMap<OperationDefinitionNode, Operation>();

  constructor(schema: GraphQLSchema, errors: ErrorPresenter) {
    this.#schema = schema;
    this.#errors = errors;
    this.#compiler = new OperationCompiler(schema);
  }

  async run(input: ExecutorRequest): Promise<ExecutionResult> {
    const { context, operation, request } = input;
    // graphql-js says which operation is missing; Apollo makes OPERATION_RESOLUTION_FAILURE of it.
    if (!operation) return this.#interpret(input);
    let known: Operation;
    try {
      known = this.#operation(input.document, operation);
      demandWithinLimits(known.facts, request.variables ?? {});
    } catch (error) {
      const refusal = this.#errors.refusal(error, context);
      await noteRefusedActs(input, [refusal]);
      throw refusal;
    }
    const closed = known.facts.introspects && noSchema.has(context.viewer.kind);
    if (closed && known.facts.asksSchema) {
      const refused = new GraphQLError('', { originalError: signInToIntrospect });
      return { data: null, errors: [this.#errors.present(refused, context)] };
    }
    const result = await this.#execute(input, known);
    // For nobody in particular no type exists, as no row does.
    if (closed && result.data) for (const key of known.facts.typeKeys) result.data[key] = null;
    if (!result.errors?.length) return result;
    const shown = result.errors.map(error => this.#errors.present(error, context));
    await noteRefusedActs(input, shown);
    return { ...result, errors: shown };
  }

  async #execute(input: ExecutorRequest, known: Operation): Promise<ExecutionResult> {
    if (!known.compiled) return this.#interpret(input);
    const definitions = input.operation?.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.#schema, definitions, input.request.variables ?? {});
    // Wrong variables: graphql-js says what is wrong with them.
    return coerced ? known.compiled(undefined, input.context, coerced) : this.#interpret(input);
  }

  async #interpret({ context, document, request }: ExecutorRequest): Promise<ExecutionResult> {
    const { variables, operationName } = request;
    return execute({
      schema: this.#schema,
      document,
      contextValue: context,
      variableValues: variables,
      operationName,
    });
  }

  #operation(document: DocumentNode, operation: OperationDefinitionNode): Operation {
    let known = this.#operations.get(operation);
    if (!known) {
      known = { facts: factsOf(this.#schema, document, operation), uses: 0, compiled: undefined };
      this.#operations.set(operation, known);
    }
    known.uses++;
    if (known.uses === 2 && operation.operation === 'query' && !known.facts.introspects) {
      known.compiled = this.#compiler.compile(document, operation);
    }
    return known;
  }
}
