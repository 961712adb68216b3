import type { EChartsOption } from 'echarts';
import { BarChart, HeatmapChart, LineChart, MapChart, SankeyChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { districtMap, districtMapName } from '@hexie/schema/pictures/district-map.ts';
import { fontStack, tokens } from '@hexie/schema/pictures/tokens.ts';
import type { Caption } from './caption.ts';
import type { ChartLook } from './chart-query.ts';
import { fitLines } from './fit-lines.ts';

use([
  BarChart,
  LineChart,
  HeatmapChart,
  MapChart,
  SankeyChart,
  GridComponent,
  LegendPlainComponent,
  VisualMapPiecewiseComponent,
  TooltipComponent,
  TitleComponent,
  MarkLineComponent,
  AriaComponent,
  LabelLayout,
  SVGRenderer,
]);
registerMap(districtMapName, districtMap);

const margin = 24;
const head = 76;

/** A picture with its words around it, as one SVG document that needs nothing from elsewhere. */
export function drawSvg(option: EChartsOption | undefined, caption: Caption, look: ChartLook): string {
  const { width, height } = look;
  const t = tokens[look.theme];
  const inner = width - 2 * margin;
  const footer = [...fitLines(caption.definition, inner / 12, 2), ...fitLines(caption.source, inner / 12, 1)];
  const chartHeight = height - head - footer.length * 18 - 24;
  const text = (words: string, x: number, y: number, size: number, colour: string, more = ''): string =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" ${more}>${escape(words)}</text>`;
  const [title = ''] = fitLines(caption.title, inner / 20, 1);
  const drawn = option
    ? chart({ ...option, animation: false }, inner, chartHeight).replace(
        '<svg ',
        `<svg x="${margin}" y="${head}" `,
      )
    : text(caption.empty, width / 2, head + chartHeight / 2, 16, t.muted, 'text-anchor="middle"');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(caption.title)}" font-family='${fontStack}'>`,
    `<rect width="${width}" height="${height}" fill="${t.surface}"/>`,
    text(title, margin, 36, 20, t.ink, 'font-weight="bold"'),
    text(caption.subtitle, margin, 60, 14, t.muted),
    drawn,
    ...footer.map((line, i) => text(line, margin, height - 14 - (footer.length - 1 - i) * 18, 12, t.muted)),
    '</svg>',
  ].join('\n');
}

/** ECharts without a browser; disposed at once, else the process would never end. */
function chart(option: EChartsOption, width: number, height: number): string {
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(option);
    return instance.renderToSVGString();
  } finally {
    instance.dispose();
  }
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
