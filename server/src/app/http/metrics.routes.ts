import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { demand } from '../../access/policy.ts';
import type { ViewerOf } from './request-viewer.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * `/metrics` for Prometheus. Closed by default: open to a direct caller on this machine (a request that came through
 * a proxy is none, wherever the proxy runs) and to viewers with `operation.read`.
 */
export function registerMetricsRoutes(app: FastifyInstance, viewerOf: ViewerOf): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'hub_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    duration.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (request, reply) => {
    if (!isDirectAndLocal(request)) demand(await viewerOf(request), 'operation.read');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const isDirectAndLocal = ({ headers, socket }: FastifyRequest): boolean =>
  loopback.has(socket.remoteAddress ?? '') &&
  headers.forwarded === undefined &&
  headers['x-forwarded-for'] === undefined &&
  headers.authorization === undefined;
