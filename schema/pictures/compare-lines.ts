import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import type { Frame, PictureAnswer, PictureFigure } from './frame.ts';
import { drawn, figureText, hovered } from './groups.ts';
import { periodName, periodTick } from './periods.ts';
import { type Twin } from './table.ts';
import { tokens } from './tokens.ts';
import { word } from './words.ts';

/** The figures a year earlier: those of an answer of their own, else what each point is compared with. */
function yearBeforeOf(answer: PictureAnswer, lastYear: PictureAnswer | undefined): PictureFigure[] {
  return answer.points.map((point, i) =>
    lastYear ? (lastYear.points[i]?.value ?? { value: null }) : { value: point.value.lastYear ?? null },
  );
}

/** This year's months over last year's: dark what happened, light grey the year before, both named at their ends. */
export function compareLinesOption(
  answer: PictureAnswer,
  frame: Frame,
  title: string,
  lastYear?: PictureAnswer,
): EChartsOption {
  const t = tokens[frame.theme];
  const { unit } = answer.metric;
  const before = yearBeforeOf(answer, lastYear);
  const now = word(frame.language, 'thisYear');
  const then = word(frame.language, 'yearBefore');
  const target = answer.points.at(-1)?.value.target;
  const known = [...answer.points.map(p => drawn(p.value)), ...before.map(drawn), target ?? null].filter(
    v => v !== null,
  );
  // A rate near its target is looked at from close by; counts begin at zero.
  const foot =
    unit === 'RATIO' && known.length ? Math.max(0, Math.floor(Math.min(...known) * 10 - 0.5) / 10) : 0;
  const line = {
    type: 'line' as const,
    symbol: 'circle',
    animation: false,
    connectNulls: false,
    labelLayout: { moveOverlap: 'shiftY' as const },
  };
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: frame.narrow ? 64 : 88, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      formatter: params => {
        const index = hovered(params);
        const point = answer.points[index];
        if (!point) return '';
        return tooltipText(periodName(point.period ?? '', frame), [
          [now, figureText(point.value, answer, frame)],
          [then, figureText(before[index], answer, frame)],
        ]);
      },
    },
    xAxis: { ...categoryAxis(frame, answer.points.map((p, i) => periodTick(p.period ?? '', i, frame))), boundaryGap: false },
    yAxis: { ...valueAxis(frame, v => axisNumber(v, unit)), min: foot, ...(unit === 'RATIO' && typeof target === 'number' ? { max: (r: { max: number }) => Math.min(1, Math.ceil(Math.max(r.max, target) * 10 + 0.2) / 10) } : {}), splitNumber: 4, ...(unit === 'COUNT' ? { minInterval: 1 } : {}) },
    series: [
      { ...line, id: 'year before', silent: true, name: then, symbolSize: 4, data: before.map(drawn), lineStyle: { color: t.faint, width: 2 }, itemStyle: { color: t.faint }, endLabel: { show: true, color: t.muted, formatter: then } },
      {
        ...line, id: 'this year', name: now, symbolSize: 6, data: answer.points.map(p => drawn(p.value)),
        lineStyle: { color: t.actual, width: 3 }, itemStyle: { color: t.actual }, endLabel: { show: true, color: t.actual, fontWeight: 'bold', formatter: now },
        ...(typeof target === 'number'
          ? { markLine: { silent: true, symbol: 'none', animation: false, data: [{ yAxis: target }], lineStyle: { color: t.muted, type: [5, 4], width: 1.5 }, label: { position: 'insideStartTop', color: t.muted, textBorderColor: t.surface, textBorderWidth: 3, formatter: `${word(frame.language, 'target')} ${axisNumber(target, unit)}` } } }
          : {}),
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** Both years month by month. */
export function compareLinesTable(answer: PictureAnswer, frame: Frame, lastYear?: PictureAnswer): Twin {
  const before = yearBeforeOf(answer, lastYear);
  return {
    columns: [word(frame.language, 'period'), word(frame.language, 'thisYear'), word(frame.language, 'yearBefore')],
    rows: answer.points.map((point, i) => [
      periodName(point.period ?? '', frame),
      figureText(point.value, answer, frame),
      figureText(before[i], answer, frame),
    ]),
  }; // prettier-ignore
}
