import { describe, expect, test } from 'vitest';
import {
  certificationPathOption,
  certificationPathTable,
  targetOn,
  type CertificationPath,
} from './certification-path.ts';
import { coverageBarsOption, distances } from './coverage-bars.ts';
import { disputeFlowOption, disputeFlowTable } from './dispute-flow.ts';
import type { Frame, PictureAnswer, PictureFigure } from './frame.ts';
import { barOption, barPoints, drawnBars } from './bar.ts';
import { lineOption } from './line.ts';
import { sparkline } from './sparkline.ts';
import { answerTable } from './table.ts';

const frame: Frame = { language: 'zh', theme: 'light' };
const rate = { key: 'certification.rate', name: '和谐企业认定率', unit: 'RATIO', better: 'HIGHER' } as const;
const series = (metric: PictureAnswer['metric'], values: (number | null)[]): PictureAnswer => ({
  metric,
  points: values.map((value, i) => ({
    period: `2022-${String(i + 8).padStart(2, '0')}-01`,
    cuts: [],
    value: { value },
  })),
});
const cut = (key: string, label: string, value: PictureFigure) => ({
  cuts: [{ dimension: 'INDUSTRY', key, label }],
  value,
});

describe('the target on a day', () => {
  const path = [{ day: '2022-06-17', value: 0 }, { day: '2022-12-31', value: 0.9 }]; // prettier-ignore
  test.each([
    ['before the first point', '2022-01-01', 0],
    ['half way', '2022-09-23', 0.9 * (98 / 197)],
    ['on the last point', '2022-12-31', 0.9],
    ['afterwards', '2026-11-23', 0.9],
  ])('%s', (_when, day, expected) => expect(targetOn(path, day)).toBeCloseTo(expected, 10));
});

describe('the certification path', () => {
  const input: CertificationPath = {
    answer: series(rate, [0.5, 0.7, 0.834]),
    at: '2022-10-20', status: 'NEAR', gap: 79,
    path: [{ day: '2022-06-17', value: 0 }, { day: '2022-12-31', value: 0.9 }],
    forecast: [{ day: '2022-11-30', value: 0.88, low: 0.86, high: 0.9 }],
  }; // prettier-ignore
  const option = certificationPathOption(input, frame, '认定率 83.4%');
  const byId = (id: string) =>
    (option.series as { id: string; data: [number, number][] }[]).find(s => s.id === id);

  test('puts the newest point on the cut-off day, not on the end of its month', () => {
    expect(byId('actual')?.data.at(-1)).toEqual([Date.UTC(2022, 9, 20), 0.834]);
  });
  test('starts forecast and band at the last known point', () => {
    expect(byId('forecast')?.data[0]).toEqual([Date.UTC(2022, 9, 20), 0.834]);
    expect(byId('band')?.data.map(p => p[1])).toEqual([0, expect.closeTo(0.04)]);
  });
  test('marks the gap only while the rate is behind its path', () => {
    const marked = (given: CertificationPath): boolean =>
      (certificationPathOption(given, frame, '').series as { id: string }[]).some(s => s.id === 'gap');
    expect(marked(input)).toBe(false);
    const late = { ...input, path: [{ day: '2022-09-30', value: 0.9 }] };
    expect(marked(late)).toBe(true);
    expect(marked({ ...late, gap: 0 })).toBe(false);
  });
  test('its table twin holds known and forecast months', () => {
    expect(certificationPathTable(input, frame).rows.map(r => r[0])).toEqual([
      '2022-08-31',
      '2022-09-30',
      '2022-10-20',
      '2022-11-30',
    ]);
  });
});

describe('coverage as distance to target', () => {
  const answer: PictureAnswer = {
    metric: { ...rate, key: 'union.coverage', name: '建会率' },
    points: [
      cut('C', '制造业', { value: 0.95, numerator: 95, denominator: 100, target: 0.92, status: 'MET', gap: 0 }),
      cut('F', '批发和零售业', { value: 0.86, numerator: 43, denominator: 50, target: 0.92, status: 'MISSED', gap: 3 }),
      cut('', '', { value: null, target: 0.92 }),
    ],
  }; // prettier-ignore
  test('orders the farthest first, counts the missing employers, leaves out the unknown', () => {
    expect(distances(answer, frame).map(d => [d.short, d.gap])).toEqual([['批发零售', 3], ['制造业', 0]]); // prettier-ignore
  });
  test('the axis always holds zero, where the target is', () => {
    const axis = coverageBarsOption(answer, frame, '').xAxis as { min: number; max: number };
    expect(axis.min).toBeLessThan(0);
    expect(axis.max).toBeGreaterThan(0);
  });
});

describe('disputes by month', () => {
  const count = (key: string) => ({ key, name: key, unit: 'COUNT', better: 'LOWER' }) as const;
  const flow = {
    filed: series(count('dispute.filed'), [4, 6]),
    filedLastYear: series(count('dispute.filed'), [5, 5]),
    closed: series(count('dispute.closed'), [3, 7]),
    success: series({ ...count('dispute.success'), unit: 'RATIO' }, [0.8, null]),
    at: '2022-09-15',
  };
  test('bars start at zero and the unfinished month is hatched', () => {
    const option = disputeFlowOption(flow, frame, '');
    expect((option.yAxis as { min: number }[])[1]?.min).toBe(0);
    const filed = (option.series as { id: string; data: { itemStyle?: object }[] }[]).find(
      s => s.id === 'filed',
    );
    expect(filed?.data.map(d => 'itemStyle' in d)).toEqual([false, true]);
  });
  test('an unknown rate is a dash in the table', () => {
    expect(disputeFlowTable(flow, frame).rows[1]).toEqual(['2022年9月', '6', '5', '7', '—']);
  });
});

describe('plain pictures', () => {
  const answer: PictureAnswer = {
    metric: { ...rate, key: 'dispute.filed', unit: 'COUNT', name: '争议申请数' },
    points: [cut('A', '甲', { value: 1 }), cut('B', '乙', { value: 9 }), cut('', '', { value: 3 })],
  };
  test('bars start at zero, largest first', () => {
    expect((barOption(answer, frame, '').xAxis as { min: number }).min).toBe(0);
    expect(barPoints(answer).map(p => p.value.value)).toEqual([9, 3, 1]);
  });
  test('bars held back stand last with their mark, and are not the least in any sentence', () => {
    const held = { ...answer, points: [cut('C', '丙', { value: null, suppressed: true }), ...answer.points, cut('D', '丁', { value: null })] };
    expect(drawnBars(held).map(p => p.cuts[0]?.key)).toEqual(['B', '', 'A', 'C']);
    expect(barPoints(held)).toHaveLength(3);
    const [bars] = barOption(held, frame, '').series as { data: number[]; label: { formatter: (p: { dataIndex: number }) => string } }[];
    expect(bars?.data.map((_, dataIndex) => bars.label.formatter({ dataIndex }))).toEqual(['9 件', '3 件', '1 件', '＜5']);
    expect(answerTable(held, frame).rows[0]?.[1]).toBe('＜5');
  }); // prettier-ignore
  test('an empty cut is named, not left blank', () => {
    expect(answerTable(answer, frame).rows.at(-1)?.[0]).toBe('未填');
  });
  test('a line draws its target once', () => {
    const withTarget = {
      ...series(rate, [0.5, 0.6]),
      points: series(rate, [0.5, 0.6]).points.map(p => ({ ...p, value: { ...p.value, target: 0.9 } })),
    };
    expect(
      (lineOption(withTarget, frame, '').series as { markLine?: object }[]).filter(s => s.markLine),
    ).toHaveLength(1);
  });
  test('a sparkline breaks at gaps and ends at the last known value', () => {
    const made = sparkline([1, null, 2, 3], 3, 100, 20);
    expect(made.path.match(/M/g)).toHaveLength(2);
    expect(made.end).toEqual({ x: 96, y: made.targetY });
  });
});
