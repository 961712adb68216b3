import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { demandSameOrigin } from '../../access/same-origin.ts';
import { anonymousViewer, type Viewer } from '../../access/viewer.ts';
import type { Context } from '../context.ts';
import { requestLanguage, type ViewerOf } from '../http/request-viewer.ts';
import type { Services } from '../services.ts';
import { sendGraphiql, wantsPage } from './graphiql.routes.ts';
import { limits } from './limits.ts';

/** What the GraphQL door needs. */
export interface GraphqlRouteDeps {
  readonly apollo: ApolloServer<Context>;
  readonly services: Services;
  readonly viewerOf: ViewerOf;
  readonly publicUrl: string;
}

/** `/graphql`: queries by POST and GET, and GraphiQL for a browser that opens it. */
export function registerGraphql(app: FastifyInstance, deps: GraphqlRouteDeps): void {
  const { apollo, services, viewerOf, publicUrl } = deps;
  // The viewer is known before Apollo begins, so that a wrong token is answered 401 in the reader's language.
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const context = (request: FastifyRequest): Promise<Context> => {
    const language = requestLanguage(request);
    const viewer = viewers.get(request) ?? anonymousViewer(language);
    return Promise.resolve({ viewer, language, services, cache: new Map(), requestId: request.id });
  };
  const answer = fastifyApolloHandler<Context>(apollo, { context });
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    bodyLimit: limits.body,
    async handler(request, reply) {
      if (request.method === 'GET' && wantsPage(request.headers.accept)) return sendGraphiql(reply);
      if (request.headers.cookie !== undefined) demandSameOrigin(request, publicUrl);
      void reply.header('cache-control', 'no-store');
      viewers.set(request, await viewerOf(request));
      return answer.call(app, request, reply);
    },
  });
}
