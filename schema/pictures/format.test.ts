import { describe, expect, test } from 'vitest';
import { axisMonth, sentenceDay } from './days.ts';
import { formatChange, formatNumber, formatValue } from './format.ts';

describe('a figure as people read it', () => {
  test.each([
    ['a rate has one decimal', 0.834, 'RATIO', 'certification.rate', '83.4%'],
    ['half rounds up as on paper', 0.8725, 'RATIO', 'certification.rate', '87.3%'],
    ['a count has separators and its measure word', 1196, 'COUNT', 'certification.gap', '1,196 家'],
    ['cases are 件', 45, 'COUNT', 'dispute.open', '45 件'],
    ['amounts are in 万元', 1_234_500, 'YUAN', 'dispute.amount', '123.5 万元'],
    ['unknown is a dash', null, 'RATIO', 'union.coverage', '—'],
    ['so is what is no number', Number.NaN, 'COUNT', 'dispute.open', '—'],
  ] as const)('%s', (_why, value, unit, key, text) => expect(formatValue(value, unit, key, 'zh')).toBe(text));
});

describe('a change', () => {
  test.each([
    [0.0804, 'zh', '+8.0 个百分点'],
    [-0.011, 'en', '−1.1 pp'],
    [0.0001, 'zh', '0.0 个百分点'],
    [null, 'zh', '—'],
  ] as const)('%s in %s', (change, language, text) =>
    expect(formatChange(change, 'RATIO', language)).toBe(text),
  );
  test('of a count is a signed count', () => expect(formatChange(-1200, 'COUNT', 'zh')).toBe('−1,200'));
});

test('days in sentences follow the language', () => {
  expect(sentenceDay('2022-12-31', 'zh')).toBe('2022年12月31日');
  expect(sentenceDay('2022-12-31', 'en')).toBe('31 Dec 2022');
  expect(axisMonth('2022-10-01', 'zh')).toBe('10月');
  expect(axisMonth('2023-01-01', 'en')).toBe('Jan\n2023');
  expect(formatNumber(undefined, 'COUNT')).toBe('—');
});
