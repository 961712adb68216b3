import { randomUUID } from 'node:crypto';
import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { DestinationStream } from 'pino';
import { safeError } from '../safe-error.ts';

const none = {} as never;
const idForm = /^[\w-]{8,64}$/;

/** Lines of JSON with a request's id, route, status and time: no address, no header, no body, no query string. */
export const logOptions = (level: string, stream?: DestinationStream): FastifyServerOptions => ({
  logger: {
    level,
    base: null,
    // Whatever is logged under these names by a library stays out: addresses and headers are personal.
    serializers: { req: () => none, res: () => none, err: error => safeError(error) as never },
    ...(stream ? { stream } : {}),
  },
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  genReqId: request => {
    const given = [request.headers['x-request-id']].flat()[0];
    return given && idForm.test(given) ? given : randomUUID();
  },
});

/** Says a request's id in the answer, and logs answers: faults as errors, changes as information, reads in detail only. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const quiet = request.method === 'GET' || route === '/graphql';
    // A probe that finds the hub not ready yet has found no fault.
    const fault = reply.statusCode >= 500 && route !== '/readyz';
    const level = fault ? 'error' : quiet ? 'debug' : 'info';
    const milliseconds = Math.round(reply.elapsedTime);
    request.log[level]({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered');
    done();
  });
}
