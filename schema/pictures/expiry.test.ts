import { expect, test } from 'vitest';
import { readTooltip } from './base.ts';
import { expiryOption, expiryTable, type PictureCalendar } from './expiry.ts';
import type { Frame } from './frame.ts';

const wide: Frame = { language: 'zh', theme: 'light' };
const narrow: Frame = { language: 'en', theme: 'dark', narrow: true };
const calendar: PictureCalendar = {
  name: '<img src=x onerror=alert(1)>',
  kind: 'CONTRACT',
  points: [
    { period: '2026-11-01', first: '2026-11-23', last: '2026-11-30', count: 1204 },
    { period: '2026-12-01', first: '2026-12-01', last: '2026-12-31', count: 0 },
    { period: '2027-01-01', first: '2027-01-01', last: '2027-01-31', count: null },
  ],
};

interface Drawn {
  xAxis: { data: string[] };
  series: { data: (number | null)[]; label: { formatter: (p: { value: number | null }) => string } }[];
  tooltip: { formatter: (params: unknown) => string };
}

test('a month that nobody has counted has no column, one in which nothing ends has none either but says 0 in the table', () => {
  const option = expiryOption(calendar, wide, '到期') as unknown as Drawn;
  expect(option.series[0]?.data).toEqual([1204, 0, null]);
  expect(option.xAxis.data).toEqual(['2026年\n11月', '12月', '2027年\n1月']);
  expect([1204, 0, null].map(value => option.series[0]?.label.formatter({ value }))).toEqual([
    '1,204',
    '',
    '',
  ]);
  expect(expiryTable(calendar, wide)).toEqual({
    columns: ['月份', '起', '止', '到期（份）'],
    rows: [
      ['2026年11月', '2026-11-23', '2026-11-30', '1,204'],
      ['2026年12月', '2026-12-01', '2026-12-31', '0'],
      ['2027年1月', '2027-01-01', '2027-01-31', '—'],
    ],
  });
});

test('a hover names the days and keeps hostile names as text', () => {
  const { tooltip } = expiryOption(calendar, wide, '到期') as unknown as Drawn;
  const shown = tooltip.formatter([{ dataIndex: 0 }]);
  expect(shown).toContain('2026年11月23日 – 11月30日');
  expect(readTooltip(shown).lines).toEqual([[calendar.name, '1,204 份']]);
  expect(tooltip.formatter([{ dataIndex: 9 }])).toBe('');
  expect(expiryTable(calendar, narrow).columns[3]).toBe('Ending (contracts)');
});
