import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, tooltipText } from './base.ts';
import { districtAreas, districtMapName } from './district-map.ts';
import { missing, unitName } from './format.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { drawn, figureText, hatch, listTable } from './groups.ts';
import { stepsOver } from './steps.ts';
import { tokens } from './tokens.ts';
import { statusWord, word } from './words.ts';

/** An area of the drawing with the point of the answer that belongs to it. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly point: PicturePoint | undefined;
}

/** The areas in the order of the drawing; the answer's own names where it has them. */
export const areasOf = (answer: PictureAnswer, { language }: Frame): Area[] =>
  districtAreas.map(area => {
    const point = answer.points.find(p => p.cuts[0]?.key === area.code);
    return { code: area.code, name: point?.cuts[0]?.label || area[language], point };
  });

/** What the colours mean: the unit, and the target where there is one. */
function legendTitle({ metric, points }: PictureAnswer, { language }: Frame): string {
  const target = points.find(p => typeof p.value.target === 'number')?.value.target;
  const aim =
    typeof target === 'number' ? [`${word(language, 'target')} ${axisNumber(target, metric.unit)}`] : [];
  const unit = unitName(metric.unit, metric.key, language);
  const colon = language === 'zh' ? '：' : ': ';
  return [`${word(language, 'unit')}${colon}${unit}`, ...aim, word(language, 'schematic')].join(' · ');
}

/** Any figure by town on our own drawing of the district: name, figure and status stand on each area. */
export function mapOption(answer: PictureAnswer, frame: Frame, title: string, chosen = ''): EChartsOption {
  const t = tokens[frame.theme];
  const areas = areasOf(answer, frame);
  const known = areas.map(({ point }) => drawn(point?.value));
  const steps = stepsOver(known, answer.metric.unit, frame);
  const status = ({ point }: Area): string =>
    point?.value.status && point.value.status !== 'NONE'
      ? statusWord(frame.language, point.value.status)
      : '';
  const figure = ({ point }: Area): string => (point ? figureText(point.value, answer, frame) : missing);
  return {
    ...baseOption(frame, title),
    title: [{ text: legendTitle(answer, frame), left: 0, bottom: 28, padding: 0, textStyle: { fontSize: 12, fontWeight: 'normal', color: t.muted } }],
    tooltip: {
      ...baseOption(frame, title).tooltip,
      trigger: 'item',
      formatter: params => {
        const area = areas.find(one => one.code === (params as { name?: string }).name);
        if (!area) return '';
        const told = status(area);
        return tooltipText(area.name, [
          [answer.metric.name, figure(area)],
          ...(told ? [[frame.language === 'zh' ? '状态' : 'Status', told] as const] : []),
        ]);
      },
    },
    visualMap: steps.legend(known.includes(null)),
    series: [
      {
        id: answer.metric.key, type: 'map', map: districtMapName, aspectScale: 1, roam: false, animation: false,
        left: 4, right: 4, top: 4, bottom: 54, preserveAspect: 'contain', selectedMode: false,
        itemStyle: { borderColor: t.surface, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: t.ink, borderWidth: 2 } },
        data: areas.map((area, i) => {
          const step = steps.of(known[i] ?? null);
          const ink = steps.ink(step);
          const label = {
            show: true, color: ink, ...(step < 0 ? { textBorderColor: t.grid, textBorderWidth: 4 } : {}),
            formatter: [`{name|${plain(area.name)}}`, `{figure|${plain(figure(area))}}`, ...(status(area) ? [`{status|${status(area)}}`] : [])].join('\n'),
            rich: {
              name: { fontSize: 13, color: ink, lineHeight: 18 },
              figure: { fontSize: frame.narrow ? 16 : 20, fontWeight: 'bold' as const, color: ink, lineHeight: frame.narrow ? 22 : 28 },
              status: { fontSize: 12, color: ink, lineHeight: 16 },
            },
          };
          return {
            name: area.code, value: step, point: area.point ? answer.points.indexOf(area.point) : -1, label, emphasis: { label },
            itemStyle: {
              ...(step < 0 ? { decal: hatch(frame) } : {}),
              ...(area.code === chosen ? { borderColor: t.ink, borderWidth: 3 } : {}),
            },
          };
        }),
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** A name inside a rich label: its braces and bars are not ECharts' own. */
const plain = (text: string): string => text.replaceAll(/[{}|]/g, ' ');

/** Every town of the answer, also those the drawing does not have. */
export const mapTable = listTable;
