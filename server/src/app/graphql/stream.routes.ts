import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createHandler, type ExecutionPatchResult } from 'graphql-sse';
import { demandSameOrigin } from '../../access/same-origin.ts';
import type { Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../context.ts';
import { requestLanguage, type ViewerOf } from '../http/request-viewer.ts';
import type { Services } from '../services.ts';
import type { ErrorPresenter } from './error-presenter.ts';
import { limits } from './limits.ts';
import { StreamGuard } from './stream-guard.ts';
import { subscriptionOf, type StreamParams } from './stream-operation.ts';

/** What the stream is served with. */
export interface StreamRouteDeps {
  readonly schema: GraphQLSchema;
  readonly errors: ErrorPresenter;
  readonly services: Services;
  readonly viewerOf: ViewerOf;
  readonly publicUrl: string;
}

/**
 * `/graphql/stream`: subscriptions as server-sent events, each on a connection of its own (graphql-sse, distinct
 * connections). The library speaks the protocol and keeps the line alive every twelve seconds.
 */
export function registerStream(app: FastifyInstance, deps: StreamRouteDeps): void {
  const { schema, errors, services, viewerOf, publicUrl } = deps;
  const guard = new StreamGuard();
  app.addHook('preClose', done => {
    guard.endAll();
    done();
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    bodyLimit: limits.body,
    config: { compress: false },
    async handler(request, reply) {
      if (request.headers.cookie !== undefined) demandSameOrigin(request, publicUrl);
      const viewer = await viewerOf(request);
      if (viewer.kind === 'ANONYMOUS') throw DomainError.unauthenticated();
      guard.demandRoom(viewer.scope.actor);
      const language = requestLanguage(request);
      const context: Context = { viewer, language, services, cache: new Map(), requestId: request.id };
      const operation = subscriptionOf(schema, paramsOf(request), context);
      const handler = createHandler<unknown, unknown, never>({
        authenticate: () => null,
        onSubscribe: () => operation as never,
        onNext: (_context, _request, result) => presented(result, errors, context),
      });
      const [body] = await handler({
        method: 'POST',
        url: request.url,
        headers: { get: name => (name === 'accept' ? 'text/event-stream' : 'application/json') },
        body: { query: 'subscription { __typename }' },
        raw: null,
        context: null,
      });
      if (body === null || typeof body === 'string') throw DomainError.notFound();
      return stream(request, reply, body, viewer);
    },
  });

  /** The events as the body of the answer; whoever goes away ends the subscription behind it. */
  function stream(
    request: FastifyRequest,
    reply: FastifyReply,
    events: AsyncGenerator<string, void, undefined>,
    viewer: Viewer,
  ): FastifyReply {
    const release = guard.watch({
      actor: viewer.scope.actor,
      permitted: async () => sameReader(viewer, await viewerOf(request).catch(() => undefined)),
      stalled: () => reply.raw.writableNeedDrain,
      end: () => void events.return(undefined),
    });
    const source = Readable.from(guarded(events, request), { objectMode: true, highWaterMark: 4 });
    // The line, not the source: one that waits for an event learns of a reader gone only by being ended.
    reply.raw.once('close', () => {
      release();
      void events.return(undefined);
    });
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        // Nothing follows on this line: a hub that stops need not wait for it to fall idle.
        .header('connection', 'close')
        .send(source)
    );
  }
}

/** A fault in the middle ends the stream; its cause is for the log alone. */
async function* guarded(events: AsyncIterable<string>, request: FastifyRequest): AsyncGenerator<string> {
  try {
    yield* events;
  } catch (err) {
    request.log.error({ err }, 'a subscription failed');
  }
}

/** Another role, a session that ended or a step to do first: whoever it is now has not opened this stream. */
const sameReader = (before: Viewer, now: Viewer | undefined): boolean =>
  now !== undefined &&
  !now.next &&
  (['kind', 'id', 'role', 'town', 'session'] as const).every(key => now[key] === before[key]);

/** By POST as JSON, or in the address, which is all that a browser's EventSource can send. */
function paramsOf(request: FastifyRequest): StreamParams {
  if (request.method === 'POST') return (request.body ?? {}) as StreamParams;
  const { query, operationName, variables } = request.query as Record<string, string | undefined>;
  try {
    return { query, operationName, variables: variables ? (JSON.parse(variables) as unknown) : undefined };
  } catch {
    throw DomainError.badInput('variables', { zh: 'variables 不是 JSON。', en: 'variables is no JSON.' });
  }
}

type Result = ExecutionResult | ExecutionPatchResult;

/** Refusals in the reader's language; everything else masked, as in every answer. */
function presented(result: Result, errors: ErrorPresenter, context: Context): Result {
  if (!result.errors?.length) return result;
  const shown = result.errors.map(error =>
    errors.present(
      error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error }),
      context,
    ),
  );
  return { ...result, errors: shown } as Result;
}
