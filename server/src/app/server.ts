import 'reflect-metadata';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import type { DestinationStream } from 'pino';
import { demandSameOrigin } from '../access/same-origin.ts';
import { registerChartRoutes } from '../charts/chart.routes.ts';
import { registerExportRoutes } from '../exports/export.routes.ts';
import { registerImportRoutes } from '../ingest/import.routes.ts';
import { registerRejectsRoutes } from '../ingest/rejects/rejects.routes.ts';
import { registerFormRoutes } from '../ingest/templates/form.routes.ts';
import { standardRates } from './access-config.ts';
import type { Config } from './config.ts';
import { startApollo } from './graphql/apollo.ts';
import { buildHubSchema } from './graphql/build-schema.ts';
import { ErrorPresenter } from './graphql/error-presenter.ts';
import { registerGraphiql } from './graphql/graphiql.routes.ts';
import { registerGraphql } from './graphql/graphql.routes.ts';
import { registerStream } from './graphql/stream.routes.ts';
import { registerDashboard } from './http/dashboard.routes.ts';
import { errorHandler } from './http/error-handler.ts';
import { registerHealthRoutes } from './http/health.routes.ts';
import { logOptions, registerRequestLog } from './http/log.ts';
import { registerMetricsRoutes } from './http/metrics.routes.ts';
import { viewerOf } from './http/request-viewer.ts';
import { RequestRates } from './http/request-rates.ts';
import { securityHeaders } from './http/security-headers.ts';
import { registerSignIn } from './http/sign-in.routes.ts';
import { dashboardFolder } from './paths.ts';
import type { Services } from './services.ts';

/** What the server is made with. */
export interface ServerOptions {
  readonly config: Pick<Config, 'publicUrl' | 'logLevel'> &
    Partial<Pick<Config, 'upload' | 'oidc' | 'trustedProxies' | 'rates'>>;
  readonly services: Services;
  /** What the start still waits for, such as `demo`; /readyz names it. */
  readonly pending?: () => readonly string[];
  /** Where the log goes; standard output if nothing is said. */
  readonly logStream?: DestinationStream;
  readonly dashboard?: string;
}

/** Builds the hub's HTTP server; the caller listens and closes (`close` lets running requests end). */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, services, pending = () => [] } = options;
  const secure = config.publicUrl.startsWith('https:');
  const rates = new RequestRates(config.rates ?? standardRates);
  const app = Fastify({
    ...logOptions(config.logLevel, options.logStream),
    forceCloseConnections: 'idle',
    bodyLimit: 1024 * 1024,
    // Only the proxies named may say where a request comes from.
    trustProxy: config.trustedProxies?.length ? [...config.trustedProxies] : false,
    // Long enough for the largest workbook over a slow line, and an end for whoever only holds the line.
    requestTimeout: 15 * 60_000,
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setErrorHandler(errorHandler);
  registerRequestLog(app);
  await app.register(helmet, securityHeaders(secure));
  await app.register(compress, {
    threshold: 4096,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(cookie);

  const viewer = viewerOf(services.access.identity, secure, rates);
  registerHealthRoutes(app, { database: services.database, pending });
  registerMetricsRoutes(app, viewer);

  const schema = await buildHubSchema();
  const errors = new ErrorPresenter(app.log);
  const apollo = await startApollo(schema, errors);
  app.addHook('onClose', () => apollo.stop());
  registerGraphql(app, { apollo, services, viewerOf: viewer, publicUrl: config.publicUrl });
  registerStream(app, { schema, errors, services, viewerOf: viewer, publicUrl: config.publicUrl });
  registerGraphiql(app);

  await app.register(async api => {
    api.addHook('onRequest', (request, reply, done) => {
      demandSameOrigin(request, config.publicUrl);
      void reply.header('cache-control', 'no-store');
      done();
    });
    registerRejectsRoutes(api, { rejects: services.rejects, viewerOf: viewer });
    registerExportRoutes(api, {
      exports: services.exports,
      figures: services.figureExports,
      schema,
      viewerOf: viewer,
    });
    registerFormRoutes(api, { forms: services.forms, viewerOf: viewer });
    await registerSignIn(api, { config, services, rates });
    await registerImportRoutes(api, { ingest: services.ingest, viewerOf: viewer, ...largest(config.upload) });
  });
  registerChartRoutes(app, { metrics: services.metrics, viewerOf: viewer, clock: services.clock });
  await registerDashboard(app, options.dashboard ?? dashboardFolder);
  return app;
}

/** The largest file of any kind is the largest upload; the reader holds each kind to its own cap. */
const largest = (upload: Config['upload'] | undefined): { maxBytes?: number } =>
  upload ? { maxBytes: Math.max(upload.csvBytes, upload.xlsxBytes, upload.odsBytes, upload.xlsBytes) } : {};
