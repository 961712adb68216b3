import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { systemViewer, type Viewer } from '../access/viewer.ts';
import { DomainError } from '../kernel/errors.ts';
import type { MetricService } from '../metrics/metric.service.ts';
import { usualKind } from './chart-kinds.ts';
import { chartRequest } from './chart-query.ts';
import { registerChartRoutes } from './chart.routes.ts';
import { drawSvg } from './draw-svg.ts';
import { fitLines } from './fit-lines.ts';
import { svgToPng } from './svg-to-png.ts';

const ask = (parameters: Record<string, string>) =>
  chartRequest('union.coverage', parameters, 'zh', '2022-10-31');

describe('the address of a picture', () => {
  test('without days it shows the last twelve months up to today', () =>
    expect(ask({}).args).toMatchObject({ key: 'union.coverage', grain: 'MONTH', from: '2021-10-01', to: '2022-10-31' }));
  test('a cut is a picture of one day', () =>
    expect(ask({ by: 'town', at: '2022-06-30', town: 'LUOBU' }).args).toEqual({
      key: 'union.coverage', at: '2022-06-30', by: ['TOWN'], filter: { town: { in: ['LUOBU'] } },
    }));
  test.each([
    ['an unknown parameter', { colour: 'red' }],
    ['no such size', { width: '12' }],
    ['no such theme', { theme: 'pink' }],
    ['no such day', { at: '2022-02-30' }],
    ['no such language', { lang: 'de' }],
  ])('%s is refused', (_what, parameters) =>
    expect(() => ask(parameters as Record<string, string>)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' })));
}); // prettier-ignore

describe('the kind of a picture', () => {
  test.each([
    ['over time though a group is named', { kind: 'stacked', by: 'town' }, 'MONTH'],
    ['two groups of one day', { kind: 'heat', by: 'town,industry' }, undefined],
    ['a map', { kind: 'map', by: 'TOWN' }, undefined],
    ['two years', { kind: 'compare' }, 'MONTH'],
  ])('%s', (_what, parameters, grain) => {
    const { args, kind } = ask(parameters as Record<string, string>);
    expect([kind, args.grain]).toEqual([parameters.kind, grain]);
  });
  test.each([
    ['there is no such kind', { kind: 'pie' }],
    ['a map of industries', { kind: 'map', by: 'INDUSTRY' }],
    ['a flow of one group', { kind: 'flow', by: 'TOWN' }],
    ['a funnel over time', { kind: 'funnel', by: 'TOWN', grain: 'MONTH' }],
    ['bars without groups', { kind: 'bar' }],
  ])('%s: refused', (_what, parameters) =>
    expect(() => ask(parameters as Record<string, string>)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' })));
  test.each([
    [{ grain: 'MONTH' }, 'line'],
    [{ by: ['TOWN', 'INDUSTRY'] }, 'heat'],
    [{ by: ['STAGE'] }, 'funnel'],
    [{ by: ['DURATION'] }, 'columns'],
    [{ by: ['CAUSE'] }, 'bar'],
  ] as const)('%o is usually a %s', (args, kind) => expect(usualKind(args, false)).toBe(kind));
}); // prettier-ignore

describe('a picture', () => {
  const caption = { title: '建会率 <91.2%>', subtitle: '单位：%', definition: '口径：已建会的占比。', source: '来源：总工会', empty: '该来源尚未报送' };
  const { look } = ask({ width: '640', height: '400' });
  const option = { xAxis: { data: ['一月'] }, yAxis: {}, series: [{ type: 'bar' as const, data: [3] }] };

  test('carries its words, escaped, and one nested drawing', () => {
    const svg = drawSvg(option, caption, look);
    expect(svg).toContain('建会率 &lt;91.2%&gt;');
    expect(svg).toContain('口径：已建会的占比。');
    expect(svg.match(/<svg/g)).toHaveLength(2);
  });
  test('says so when there is nothing to draw', () => expect(drawSvg(undefined, caption, look)).toContain('该来源尚未报送'));
  test('becomes a PNG with glyphs for its Chinese', async () => {
    const png = await svgToPng(drawSvg(undefined, caption, look), 640);
    const blank = await svgToPng(drawSvg(undefined, { ...caption, title: '', subtitle: '', definition: '', source: '', empty: '' }, look), 640);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(blank.length * 2);
  });
}); // prettier-ignore

test('long words end in an ellipsis', () => {
  expect(fitLines('一二三四五六七八九十', 4, 2)).toEqual(['一二三四', '五六七…']);
  expect(fitLines('short', 40, 1)).toEqual(['short']);
});

test.each([
  ['by=COLOUR', 'by', 'by expects one of TOWN'],
  ['at=2022-13-01', 'at', 'at expects a day'],
  ['asKnownAt=yesterday', 'asKnownAt', 'asKnownAt expects a day or a moment'],
])('%s is refused by the name it has in an address', (query, field, words) => {
  try {
    chartRequest('union.coverage', Object.fromEntries(new URLSearchParams(query)), 'en', '2022-10-31');
    expect.unreachable();
  } catch (error) {
    const { fields, text } = error as DomainError;
    expect([Object.keys(fields ?? {}), text.en.slice(0, words.length)]).toEqual([[field], words]);
    expect(text.zh.startsWith(`${field} `)).toBe(true);
  }
});

test('the address takes a key with dots', async () => {
  const app = Fastify();
  const asked: string[] = [];
  const metrics = {
    metric: (_viewer: Viewer, { key }: { key: string }) => {
      asked.push(key);
      throw DomainError.forbidden();
    },
  };
  registerChartRoutes(app, {
    metrics: metrics as unknown as MetricService,
    viewerOf: () => Promise.resolve(systemViewer('test')),
    clock: { now: () => new Date(0), today: () => '2022-10-31' },
  });
  await app.inject('/api/charts/union.coverage.svg');
  await app.inject('/api/charts/certification.rate.png?by=TOWN');
  expect(asked).toEqual(['union.coverage', 'certification.rate']);
});

describe('each kind, of an answer with a hostile name, a figure held back and one not known', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const figure = (value: number | null, more: object = {}) => ({ value, numerator: null, denominator: null, target: 0.9, status: 'NONE', suppressed: false, gap: 0, ...more });
  const point = (period: string | null, keys: readonly string[], value: object) => ({
    period, value,
    cuts: keys.map(key => ({ dimension: 'TOWN', key, label: key === 'LUORONG' ? hostile : key })),
  });
  const answer = (args: { grain?: string; by?: string[] }) => {
    const keys = [['LUORONG'], ['LUOBU'], ['CORE']].map(one => (args.by?.length === 2 ? [...one, 'C'] : args.by?.length ? one : []));
    const groups = args.by?.length ? keys : [[]];
    const periods = args.grain ? ['2022-09-01', '2022-10-01'] : [null];
    const values = [figure(0.7), figure(null, { suppressed: true }), figure(null)];
    return {
      metric: { key: 'union.coverage', name: hostile, unit: 'RATIO', kind: 'STOCK', better: 'HIGHER', owner: 'x', source: 'x', definition: 'x' },
      at: '2022-10-31', from: null, to: null, total: figure(0.8),
      points: periods.flatMap(period => groups.map((key, i) => point(period, key, values[i] ?? {}))),
    };
  };
  const app = Fastify();
  registerChartRoutes(app, {
    metrics: { metric: (_viewer: Viewer, args: object) => Promise.resolve(answer(args)) } as unknown as MetricService,
    viewerOf: () => Promise.resolve(systemViewer('test')),
    clock: { now: () => new Date(0), today: () => '2022-10-31' },
  });
  test.each([
    ['line', ''], ['compare', ''], ['stacked', 'TOWN'], ['months', 'TOWN'], ['heat', 'TOWN,INDUSTRY'], ['flow', 'TOWN,INDUSTRY'],
    ['bar', 'TOWN'], ['distance', 'TOWN'], ['columns', 'TOWN'], ['funnel', 'TOWN'], ['map', 'TOWN'],
  ])('%s: drawn, the name as text, no word of a developer', async (kind, by) => {
    for (const width of [1200, 390]) {
      const { statusCode, body } = await app.inject(`/api/charts/union.coverage.svg?kind=${kind}&by=${by}&width=${width}`);
      expect(statusCode).toBe(200);
      expect(body).not.toMatch(/<img|NaN|undefined|>null</);
      if (kind === 'bar') expect(body).toContain('＜5');
      expect(body).toContain('&lt;img');
      expect(body.match(/<path/g)?.length ?? 0).toBeGreaterThan(0);
    }
  });
}); // prettier-ignore
