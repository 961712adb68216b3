import { describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import { DomainError } from '../../server/src/kernel/errors.ts';
import type { MetricDefinition } from '../../server/src/metrics/define-metric.ts';
import { frameOf, type MetricArgs } from '../../server/src/metrics/frame.ts';
import { comparisons, stepsOf } from '../../server/src/metrics/periods.ts';

const find = (key: string): MetricDefinition => metrics.find(one => one.key === key) as MetricDefinition;
const stock = find('certification.rate');
const flow = find('dispute.filed');
const frame = (metric: MetricDefinition, args: Omit<MetricArgs, 'key'>) =>
  frameOf(metric, { key: metric.key, ...args }, '2022-09-14');

describe('the days of a question', () => {
  it.each([
    [stock, {}, { at: '2022-09-14', from: null, to: null }],
    [stock, { at: '2022-02-28' }, { at: '2022-02-28', from: null, to: null }],
    [stock, { to: '2022-03-31', grain: 'MONTH' }, { at: '2022-03-31', from: '2022-01-01', to: '2022-03-31' }],
    [flow, {}, { at: null, from: '2022-01-01', to: '2022-09-14' }],
    [flow, { to: '2021-05-06' }, { at: null, from: '2021-01-01', to: '2021-05-06' }],
    [flow, { from: '2022-02-02' }, { at: null, from: '2022-02-02', to: '2022-09-14' }],
  ] as const)('%o with %o', (metric, args, expected) => {
    expect(frame(metric, args)).toMatchObject(expected);
  });

  it.each([
    ['at and from', stock, { at: '2022-01-01', from: '2021-01-01', grain: 'MONTH' }, 'from'],
    ['a stock over a period without a grain', stock, { from: '2022-01-01', to: '2022-02-01' }, 'from'],
    ['a flow at a day', flow, { at: '2022-01-01' }, 'at'],
    ['from after to', flow, { from: '2022-02-01', to: '2022-01-31' }, 'from'],
    ['from after a missing to', flow, { from: '2022-09-15' }, 'from'],
    ['a day that does not exist', flow, { to: '2022-02-30' }, 'to'],
    ['a day out of all reason', stock, { at: '0001-01-01' }, 'at'],
    ['three dimensions', flow, { by: ['TOWN', 'INDUSTRY', 'SIZE'] }, 'by'],
    ['one dimension twice', flow, { by: ['TOWN', 'TOWN'] }, 'by'],
    ['a dimension the metric lacks', stock, { by: ['CAUSE'] }, 'by'],
    ['more points than anyone reads', stock, { from: '1990-01-01', to: '2022-01-01', grain: 'DAY' }, 'grain'],
  ] as const)('%s is refused, naming the argument', (_, metric, args, field) => {
    try {
      frame(metric, args);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect((error as DomainError).code).toBe('BAD_USER_INPUT');
      expect(Object.keys((error as DomainError).fields ?? {})).toContain(field);
    }
  });
});

describe('a series', () => {
  it('touches every calendar period; the first and last are cut to what was asked', () => {
    expect(stepsOf('MONTH', '2022-01-15', '2022-03-02').map(s => `${s.start} ${s.first}–${s.last}`)).toEqual([
      '2022-01-01 2022-01-15–2022-01-31',
      '2022-02-01 2022-02-01–2022-02-28',
      '2022-03-01 2022-03-01–2022-03-02',
    ]);
  });

  it('starts weeks on Monday, also before 1970 and over the new year', () => {
    expect(stepsOf('WEEK', '2022-01-01', '2022-01-10').map(s => s.start)).toEqual([
      '2021-12-27',
      '2022-01-03',
      '2022-01-10',
    ]);
    expect(stepsOf('WEEK', '1969-12-31', '1969-12-31')[0]?.start).toBe('1969-12-29');
  });

  it('knows quarters, years and leap days', () => {
    expect(stepsOf('QUARTER', '2022-05-05', '2022-07-01').map(s => s.start)).toEqual([
      '2022-04-01',
      '2022-07-01',
    ]);
    expect(stepsOf('YEAR', '2021-12-31', '2022-01-01').map(s => s.start)).toEqual([
      '2021-01-01',
      '2022-01-01',
    ]);
    expect(stepsOf('MONTH', '2024-02-01', '2024-02-29')[0]?.last).toBe('2024-02-29');
  });
});

describe('what a figure is compared with', () => {
  const text = ({ first, last }: { first: string; last: string }) => `${first}–${last}`;
  it.each([
    ['a month', '2022-03-01', '2022-03-31', '2022-02-01–2022-02-28', '2021-03-01–2021-03-31'],
    ['a quarter', '2022-01-01', '2022-03-31', '2021-10-01–2021-12-31', '2021-01-01–2021-03-31'],
    ['a year', '2022-01-01', '2022-12-31', '2021-01-01–2021-12-31', '2021-01-01–2021-12-31'],
    ['an odd span', '2022-03-10', '2022-03-19', '2022-02-28–2022-03-09', '2021-03-10–2021-03-19'],
    ['the year to date', '2022-01-01', '2022-09-14', '2021-04-19–2021-12-31', '2021-01-01–2021-09-14'],
    ['a leap February', '2024-02-01', '2024-02-29', '2024-01-01–2024-01-31', '2023-02-01–2023-02-28'],
    [
      'a March after a leap February',
      '2024-03-01',
      '2024-03-31',
      '2024-02-01–2024-02-29',
      '2023-03-01–2023-03-31',
    ],
    [
      'a February after a leap year',
      '2025-02-01',
      '2025-02-28',
      '2025-01-01–2025-01-31',
      '2024-02-01–2024-02-28',
    ],
    ['one day', '2022-03-01', '2022-03-01', '2022-02-28–2022-02-28', '2021-03-01–2021-03-01'],
  ])('a flow over %s', (_, first, last, previous, lastYear) => {
    const compared = comparisons('FLOW', { first, last });
    expect([text(compared.previous), text(compared.lastYear)]).toEqual([previous, lastYear]);
  });

  it.each([
    ['2022-03-31', '2022-02-28', '2021-03-31'],
    ['2024-03-31', '2024-02-29', '2023-03-31'],
    ['2024-02-29', '2024-01-29', '2023-02-28'],
    ['2022-01-15', '2021-12-15', '2021-01-15'],
  ])('a stock at %s', (day, month, year) => {
    const compared = comparisons('STOCK', { first: day, last: day });
    expect([compared.previous.last, compared.lastYear.last]).toEqual([month, year]);
  });
});
