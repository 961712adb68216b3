import type { EChartsOption } from 'echarts';
import { barOption } from '@hexie/schema/pictures/bar.ts';
import { certificationPathOption } from '@hexie/schema/pictures/certification-path.ts';
import { coverageBarsOption, distances } from '@hexie/schema/pictures/coverage-bars.ts';
import { columnsOption } from '@hexie/schema/pictures/columns.ts';
import { compareLinesOption } from '@hexie/schema/pictures/compare-lines.ts';
import { disputeFlowOption } from '@hexie/schema/pictures/dispute-flow.ts';
import { flowOption } from '@hexie/schema/pictures/flow.ts';
import { formatValue } from '@hexie/schema/pictures/format.ts';
import type { Frame } from '@hexie/schema/pictures/frame.ts';
import { funnelOption } from '@hexie/schema/pictures/funnel.ts';
import { heatOption } from '@hexie/schema/pictures/heat.ts';
import { lineOption } from '@hexie/schema/pictures/line.ts';
import { mapOption } from '@hexie/schema/pictures/map.ts';
import { stackedOption } from '@hexie/schema/pictures/stacked.ts';
import type { Viewer } from '../access/viewer.ts';
import { addMonths } from '../kernel/days.ts';
import type { MetricAnswer, MetricService } from '../metrics/metric.service.ts';
import { captionOf } from './caption.ts';
import { usualKind, type ChartKindName } from './chart-kinds.ts';
import type { ChartRequest } from './chart-query.ts';
import { drawSvg } from './draw-svg.ts';

/** How each kind of picture is drawn; the dashboard draws it with the same function. */
const drawings: Readonly<
  Record<ChartKindName, (answer: MetricAnswer, frame: Frame, title: string) => EChartsOption>
> = {
  line: lineOption,
  compare: compareLinesOption,
  stacked: stackedOption,
  heat: heatOption,
  months: heatOption,
  flow: flowOption,
  bar: barOption,
  distance: coverageBarsOption,
  columns: columnsOption,
  funnel: funnelOption,
  map: mapOption,
};

interface Picture {
  readonly option: EChartsOption;
  readonly title: string;
}

/** Draws a figure as the dashboard does; it reads through the metric service alone, so it shows no more than the viewer may read. */
export class ChartService {
  readonly #metrics: MetricService;

  constructor(metrics: MetricService) {
    this.#metrics = metrics;
  }

  /** One picture as SVG, with its title, unit, cut-off, definition and source in it. */
  async svg(asker: Viewer, request: ChartRequest): Promise<string> {
    const { look, args } = request;
    const viewer = { ...asker, language: look.language };
    const frame: Frame = {
      language: look.language,
      theme: look.theme,
      narrow: look.width < 640,
      grain: args.grain ?? undefined,
    };
    const answer = await this.#metrics.metric(viewer, args);
    const known = answer.points.some(point => point.value.value !== null || point.value.suppressed);
    const picture = known ? await this.#picture(viewer, request, answer, frame) : undefined;
    return drawSvg(picture?.option, captionOf(answer, request, picture?.title), look);
  }

  async #picture(
    viewer: Viewer,
    request: ChartRequest,
    answer: MetricAnswer,
    frame: Frame,
  ): Promise<Picture> {
    const { key, unit } = answer.metric;
    const { args } = request;
    const series = !!args.grain;
    const byMonth = !request.kind && args.grain === 'MONTH' && !args.by?.length;
    if (byMonth && key === 'certification.rate') return this.#path(viewer, request, answer, frame);
    if (byMonth && key === 'dispute.filed') return this.#flow(viewer, request, answer, frame);
    const title = titleOf(answer, frame, series);
    const toTarget = unit === 'RATIO' && args.by?.length === 1 && distances(answer, frame).length > 0;
    const kind = request.kind ?? usualKind(args, toTarget);
    return { title, option: drawings[kind](answer, frame, title) };
  }

  async #path(viewer: Viewer, request: ChartRequest, answer: MetricAnswer, frame: Frame): Promise<Picture> {
    const forecast = await this.#metrics.forecast(viewer, {
      at: request.at,
      filter: request.args.filter ?? null,
    });
    const title = titleOf(answer, frame, true);
    const input = {
      answer,
      at: request.at,
      status: answer.total.status ?? 'NONE',
      gap: forecast.gap,
      path: forecast.path,
      forecast: forecast.points,
    } as const;
    return { title, option: certificationPathOption(input, frame, title) };
  }

  async #flow(
    viewer: Viewer,
    { args, at }: ChartRequest,
    filed: MetricAnswer,
    frame: Frame,
  ): Promise<Picture> {
    const year = { from: addMonths(args.from ?? at, -12), to: addMonths(at, -12) };
    const ask = (key: string, days: object = {}) => this.#metrics.metric(viewer, { ...args, ...days, key });
    const [filedLastYear, closed, success] = await Promise.all([
      ask('dispute.filed', year),
      ask('dispute.closed'),
      ask('dispute.success'),
    ]);
    const title = titleOf(filed, frame, true);
    return { title, option: disputeFlowOption({ filed, filedLastYear, closed, success, at }, frame, title) };
  }
}

/** "和谐企业认定率 87.3%": the metric and its newest figure. */
function titleOf(answer: MetricAnswer, { language }: Frame, series: boolean): string {
  const { key, name, unit, kind } = answer.metric;
  const last = series && kind === 'STOCK' ? answer.points.at(-1)?.value : answer.total;
  return `${name} ${formatValue(last?.value, unit, key, language)}`;
}
