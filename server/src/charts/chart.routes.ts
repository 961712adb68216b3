import type { FastifyInstance, FastifyRequest } from 'fastify';
import { demandDimension, demandField } from '../access/token-fields.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../kernel/clock.ts';
import type { MetricService } from '../metrics/metric.service.ts';
import { chartRequest, type ChartParameters } from './chart-query.ts';
import { ChartService } from './chart.service.ts';
import { svgToPng } from './svg-to-png.ts';

/** What the picture routes are served with. */
export interface ChartRouteDeps {
  readonly metrics: MetricService;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
  readonly clock: Clock;
}

interface Route {
  Params: { metric: string };
  Querystring: ChartParameters;
}

/** `GET /api/charts/:metric.svg|png`: a figure as a picture, with the grants and the row scope of whoever asks. */
export function registerChartRoutes(
  app: FastifyInstance,
  { metrics, viewerOf, clock }: ChartRouteDeps,
): void {
  const charts = new ChartService(metrics);
  const draw = async (request: FastifyRequest<Route>): Promise<{ svg: string; width: number }> => {
    const viewer = await viewerOf(request);
    const asked = chartRequest(request.params.metric, request.query, viewer.language, clock.today());
    // A picture shows the answer's figures and their cuts: a token needs the fields of both.
    demandField(viewer, 'MetricAnswer', 'points');
    const filtered = Object.keys(asked.args.filter ?? {}).map(name => name.toUpperCase());
    for (const dimension of [...(asked.args.by ?? []), ...filtered]) demandDimension(viewer, dimension);
    return { svg: await charts.svg(viewer, asked), width: asked.look.width };
  };
  app.get<Route>('/api/charts/:metric.svg', async (request, reply) => {
    const { svg } = await draw(request);
    return reply.header('cache-control', 'private, no-cache').type('image/svg+xml; charset=utf-8').send(svg);
  });
  app.get<Route>('/api/charts/:metric.png', async (request, reply) => {
    const { svg, width } = await draw(request);
    return reply
      .header('cache-control', 'private, no-cache')
      .type('image/png')
      .send(await svgToPng(svg, width));
  });
}
