import type { EChartsOption } from 'echarts';
import { baseOption, tooltipText } from './base.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { drawn, figureText, groupsOf, hatch, listTable } from './groups.ts';
import { cutName, type Twin } from './table.ts';
import { categoryColour, tokens } from './tokens.ts';

/** A stream between two places is one figure of an answer; nothing is added up. */
interface Stream {
  readonly source: string;
  readonly target: string;
  readonly answer: PictureAnswer;
  readonly point: PicturePoint;
}

/** A place is a group in its column; the same word in two columns is two places. */
const placeName = (column: number, key: string): string => `${column} ${key}`;

/** The streams of an answer cut by two dimensions; what is nothing or not known has no width and stays in the table. */
function streamsOf(answer: PictureAnswer, column: number): Stream[] {
  return answer.points.flatMap((point): Stream[] => {
    const [from, to] = point.cuts;
    const shown = point.value.suppressed || (drawn(point.value) ?? 0) > 0;
    if (!from || !to || !shown) return [];
    return [{ source: placeName(column, from.key), target: placeName(column + 1, to.key), answer, point }];
  });
}

/**
 * Who hands what to whom: an answer cut by two dimensions, the first on the left. `next` is cut by the second of them and
 * a third, and goes on from there.
 */
export function flowOption(
  answer: PictureAnswer,
  frame: Frame,
  title: string,
  next?: PictureAnswer,
): EChartsOption {
  const t = tokens[frame.theme];
  const columns = [
    groupsOf(answer, frame),
    groupsOf(answer, frame, 1),
    ...(next ? [groupsOf(next, frame, 1)] : []),
  ];
  const streams = [...streamsOf(answer, 0), ...(next ? streamsOf(next, 1) : [])];
  const used = new Set(streams.flatMap(stream => [stream.source, stream.target]));
  const shorts = new Map(
    columns.flatMap((groups, c) => groups.map(group => [placeName(c, group.key), group] as const)),
  );
  if (next) for (const group of groupsOf(next, frame)) shorts.set(placeName(1, group.key), group);
  const places = [...shorts].filter(([name]) => used.has(name));
  const text = ({ answer: asked, point }: Stream): string => figureText(point.value, asked, frame);
  const columnOf = (name: string): number => Number(name.slice(0, 1));
  const order = (name: string): number =>
    places.filter(([other]) => columnOf(other) === columnOf(name)).findIndex(([other]) => other === name);
  return {
    ...baseOption(frame, title),
    tooltip: {
      ...baseOption(frame, title).tooltip,
      trigger: 'item',
      formatter: params => {
        const { dataType, dataIndex = -1, name = '' } = params as { dataType?: string; dataIndex?: number; name?: string };
        const stream = streams[dataIndex];
        if (dataType === 'edge') return stream ? tooltipText(stream.answer.metric.name, [[cutName(stream.point, frame).replace(' · ', ' → '), text(stream)]]) : '';
        // A place has no figure of its own here, only those of its streams.
        const own = streams.filter(s => s.source === name || s.target === name);
        return tooltipText(shorts.get(name)?.name ?? '', own.map(s => [cutName(s.point, frame).replace(' · ', ' → '), text(s)]));
      },
    },
    series: [
      {
        id: answer.metric.key, type: 'sankey', left: 4, right: frame.narrow ? 84 : 132, top: 8, bottom: 8, animation: false,
        draggable: false, nodeAlign: 'left', nodeGap: frame.narrow ? 10 : 14, nodeWidth: 12, layoutIterations: 0,
        data: places.map(([name, group]) => ({
          name, depth: columnOf(name),
          itemStyle: { color: columnOf(name) > 0 ? t.faint : categoryColour(frame.theme, group.key, order(name)), borderWidth: 0 },
          label: { formatter: () => group.short },
        })),
        links: streams.map(stream => ({
          source: stream.source, target: stream.target, point: stream.answer === answer ? answer.points.indexOf(stream.point) : -1,
          // What is held back is drawn as thin as one thing can be, hatched; its word is "＜5".
          value: drawn(stream.point.value) ?? 1,
          ...(drawn(stream.point.value) === null ? { lineStyle: { color: t.grid, decal: hatch(frame) } } : {}),
        })),
        lineStyle: { color: 'source', opacity: frame.theme === 'dark' ? 0.4 : 0.3, curveness: 0.5 },
        emphasis: { focus: 'adjacency' },
        label: { color: t.ink, fontSize: 12, fontFamily: 'inherit', textBorderColor: t.surface, textBorderWidth: 3, width: frame.narrow ? 76 : 124, overflow: 'truncate' },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** Every stream as a row, also those too small or unknown to be drawn. */
export function flowTable(answer: PictureAnswer, frame: Frame, next?: PictureAnswer): Twin {
  const twin = listTable(answer, frame);
  return next ? { columns: twin.columns, rows: [...twin.rows, ...listTable(next, frame).rows] } : twin;
}
