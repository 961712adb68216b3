import type { EChartsOption } from 'echarts';
import { describe, expect, test } from 'vitest';
import { columnsOption, columnsTable } from './columns.ts';
import { compareLinesOption, compareLinesTable } from './compare-lines.ts';
import { flowOption, flowTable } from './flow.ts';
import type { Frame, PictureAnswer, PictureFigure } from './frame.ts';
import { funnelOption, funnelTable } from './funnel.ts';
import { heatOption, heatTable } from './heat.ts';
import { mapOption, mapTable } from './map.ts';
import { layers, stackedOption, stackedTable } from './stacked.ts';
import type { Twin } from './table.ts';

const wide: Frame = { language: 'zh', theme: 'light' };
const narrow: Frame = { language: 'en', theme: 'dark', narrow: true };
const hostile = '<img src=x onerror=alert(1)>';
const count: PictureAnswer['metric'] = {
  key: 'dispute.filed',
  name: '争议申请数',
  unit: 'COUNT',
  better: 'LOWER',
};
const rate: PictureAnswer['metric'] = {
  key: 'union.coverage',
  name: '建会率',
  unit: 'RATIO',
  better: 'HIGHER',
};

type Point = PictureAnswer['points'][number];
const point = (
  period: string | null,
  cuts: Record<string, [string, string]>,
  value: PictureFigure,
): Point => ({
  period,
  cuts: Object.entries(cuts).map(([dimension, [key, label]]) => ({ dimension, key, label })),
  value,
});
const answer = (metric: PictureAnswer['metric'], ...points: Point[]): PictureAnswer => ({ metric, points });
const months = ['2026-01-01', '2026-02-01', '2026-03-01'];

const byCause = answer(count, ...months.flatMap((month, i) => [
  point(month, { CAUSE: ['WAGES', hostile] }, { value: 3 + i }),
  point(month, { CAUSE: ['INJURY', '工伤'] }, i ? { value: null, suppressed: true } : { value: 7 }),
  point(month, { CAUSE: ['', ''] }, { value: i ? 1 : null }),
])); // prettier-ignore
const bands = answer(count,
  point(null, { DURATION: ['D15', hostile] }, { value: 40 }),
  point(null, { DURATION: ['D30', '16–30 天'] }, { value: null, suppressed: true }),
  point(null, { DURATION: ['UNKNOWN', ''] }, { value: null }),
); // prettier-ignore
const crossed = answer(count,
  point(null, { CHANNEL: ['UNION', hostile], OUTCOME: ['SETTLED', '调解成功'] }, { value: 12 }),
  point(null, { CHANNEL: ['UNION', hostile], OUTCOME: ['FAILED', '调解不成'] }, { value: null, suppressed: true }),
  point(null, { CHANNEL: ['COURT', '法院'], OUTCOME: ['SETTLED', '调解成功'] }, { value: 0 }),
  point(null, { CHANNEL: ['COURT', '法院'], OUTCOME: ['FAILED', '调解不成'] }, { value: null }),
); // prettier-ignore
const byTown = answer(rate,
  point(null, { TOWN: ['LUORONG', hostile] }, { value: 0.91, target: 0.92, status: 'NEAR' }),
  point(null, { TOWN: ['LUOBU', '洛埠镇'] }, { value: 0.7, target: 0.92, status: 'MISSED' }),
  point(null, { TOWN: ['UNKNOWN', ''] }, { value: 0.5, target: 0.92, status: 'MISSED' }),
); // prettier-ignore
const byMonth = answer(
  rate,
  ...months.map((month, i) => point(month, {}, i ? { value: 0.8, lastYear: 0.75 } : { value: null })),
);

/** Every picture of the kit, with an answer that has a hostile name, a value held back and one that is not known. */
const kit: readonly [string, PictureAnswer, (a: PictureAnswer, f: Frame, t: string) => EChartsOption, (a: PictureAnswer, f: Frame) => Twin][] = [
  ['stacked', byCause, stackedOption, stackedTable],
  ['columns', bands, columnsOption, columnsTable],
  ['funnel', bands, funnelOption, funnelTable],
  ['heat by period', byCause, heatOption, heatTable],
  ['heat of two cuts', crossed, heatOption, heatTable],
  ['flow', crossed, flowOption, flowTable],
  ['compared lines', byMonth, compareLinesOption, compareLinesTable],
  ['map', byTown, mapOption, mapTable],
]; // prettier-ignore

/** What hovering says, at every place a picture has. */
function hovers(option: EChartsOption, places: number): string[] {
  const { formatter } = option.tooltip as { formatter: (params: unknown) => string };
  const names = ['LUORONG', 'LUOBU', '0 UNION', '1 SETTLED'];
  return [
    ...Array.from({ length: places }, (_, dataIndex) => formatter([{ dataIndex }]) + formatter({ dataIndex, dataType: 'edge' })),
    ...names.map(name => formatter({ name, dataIndex: -1, dataType: 'node' })),
  ]; // prettier-ignore
}

describe.each(kit)('%s', (name, given, option, table) => {
  test.each([['wide', wide], ['on a phone, dark', narrow]])('%s: hostile names are text, nothing is NaN', (_where, frame) => {
    const made = option(given, frame, hostile);
    const said = hovers(made, given.points.length).join('\n');
    if (!name.startsWith('compared')) expect(said).toContain(hostile);
    expect(said + JSON.stringify([made, table(given, frame)])).not.toMatch(/NaN|undefined|Infinity/);
  }); // prettier-ignore

  test('an empty answer and a single point are drawn', () => {
    const one = { ...given, points: given.points.slice(0, 1) };
    for (const few of [{ ...given, points: [] }, one]) {
      expect(option(few, wide, '').series).toBeDefined();
      expect(JSON.stringify(option(few, wide, ''))).not.toMatch(/NaN|Infinity/);
      expect(table(few, wide).rows).toHaveLength(few.points.length);
    }
  });

  test('the table says every figure, also what is held back or not known', () => {
    const twin = table(given, wide);
    const words = [twin.columns, ...twin.rows].flat().join(' ');
    expect(words.includes('＜5')).toBe(given.points.some(p => p.value.suppressed));
    expect(words.includes('—')).toBe(given.points.some(p => !p.value.suppressed && p.value.value === null));
    if (given !== byMonth) expect(words).toContain(hostile);
  });
});

type Series = {
  id: string;
  name?: string;
  type: string;
  data: { value: unknown; label?: { formatter?: string } }[];
};
const series = (option: EChartsOption): Series[] => option.series as unknown as Series[];

describe('what each picture keeps', () => {
  test('the smaller of more than six groups are drawn one by one in the neutral hue, never added up', () => {
    const many = answer(count, ...Array.from({ length: 9 }, (_, i) =>
      point('2026-01-01', { CAUSE: [`C${i}`, `案由${i}`] }, { value: 10 - i }))); // prettier-ignore
    const made = layers(many, wide);
    expect(new Set(made.slice(0, 6).map(layer => layer.colour)).size).toBe(6);
    expect(made.slice(6).map(layer => layer.shownAs)).toEqual(['其他', '其他', '其他']);
    const drawn = series(stackedOption(many, wide, ''));
    expect(drawn.map(s => s.data[0]?.value)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });
  test('the year before is a line of its own over the columns and a column of the table', () => {
    const before = answer(count, ...months.map(month => point(month, {}, { value: 9 })));
    expect(series(stackedOption(byCause, wide, '', before)).at(-1)).toMatchObject({
      type: 'line',
      data: [9, 9, 9],
    });
    expect(stackedTable(byCause, wide, before).columns.at(-1)).toBe('去年同期');
  });
  test('what is pressed names its point of the answer, a row of a table its part of the figure', () => {
    const pressed = (option: EChartsOption, i = 0) => series(option)[i]?.data.map(d => (d as unknown as { point?: number }).point);
    expect(pressed(stackedOption(byCause, wide, ''), 1)).toEqual([1, 4, 7]);
    expect(pressed(mapOption(byTown, wide, ''))).toEqual([-1, 0, 1]);
    const flow = flowOption(crossed, wide, '') as { series: [{ links: { point: number }[] }] };
    expect(flow.series[0].links.map(link => link.point)).toEqual([0, 1]);
    expect(heatTable(byCause, wide).parts?.[1]).toEqual({ period: '2026-02-01', cuts: [] });
    expect(heatTable(crossed, wide).parts?.map(part => part.cuts[0]?.key)).toEqual(['UNION', 'COURT']);
  }); // prettier-ignore
  test('bands and stages keep the order of the answer, wide and narrow', () => {
    for (const frame of [wide, narrow])
      expect(series(columnsOption(bands, frame, ''))[0]?.data.map(d => d.label?.formatter)).toEqual([
        frame === wide ? '40' : '40 cases', '＜5', '—',
      ]); // prettier-ignore
  });
  test('cells have a step for each figure and none for what is not known', () => {
    const cells = series(heatOption(byCause, wide, ''))[0]?.data.map(d => (d.value as number[])[2]);
    expect(cells).toEqual([1, 3, -1, 2, -1, 0, 2, -1, 0]);
  });
  test('streams are figures of the answer; nothing has no width, what is held back the least', () => {
    const sankey = flowOption(crossed, wide, '') as {
      series: [{ links: { value: number }[]; data: unknown[] }];
    };
    expect(sankey.series[0].links.map(link => link.value)).toEqual([12, 1]);
    expect(sankey.series[0].data).toHaveLength(3);
  });
  test('a second answer goes on where the first ends', () => {
    const next = answer(
      count,
      point(null, { OUTCOME: ['SETTLED', '调解成功'], X: ['DONE', '已履行'] }, { value: 5 }),
    );
    const sankey = flowOption(crossed, wide, '', next) as {
      series: [{ links: { source: string; target: string }[] }];
    };
    expect(sankey.series[0].links.at(-1)).toMatchObject({ source: '1 SETTLED', target: '2 DONE' });
    expect(flowTable(crossed, wide, next).rows).toHaveLength(5);
  });
  test('the year before comes from the points, or from an answer of its own', () => {
    expect(series(compareLinesOption(byMonth, wide, ''))[0]?.data).toEqual([null, 0.75, 0.75]);
    const own = answer(rate, ...months.map(month => point(month, {}, { value: 0.6 })));
    expect(series(compareLinesOption(byMonth, wide, '', own))[0]?.data).toEqual([0.6, 0.6, 0.6]);
  });
  test('a town has its name, figure and status on it; one without an answer its name and a dash', () => {
    const labels = series(mapOption(byTown, wide, '', 'LUOBU'))[0]?.data.map(d => d.label?.formatter);
    expect(labels).toEqual([
      '{name|新区核心区}\n{figure|—}',
      `{name|${hostile}}\n{figure|91.0%}\n{status|接近}`,
      '{name|洛埠镇}\n{figure|70.0%}\n{status|未达标}',
    ]);
    expect(mapTable(byTown, wide).rows).toHaveLength(3);
  });
});
