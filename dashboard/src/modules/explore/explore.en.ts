import type { SameKeys } from '../../ui/messages.ts';
import type { exploreZh } from './explore.zh.ts';

export const exploreEn: SameKeys<typeof exploreZh> = {
  menu: 'Explore',
  intro: 'Any figure by one or two dimensions over any time, without a query. Press a number for the rows behind it.',
  figure: 'Figure',
  by: 'by',
  none: 'no groups',
  and: 'and',
  over: 'Time',
  grains: { NONE: 'as one', DAY: 'by day', WEEK: 'by week', MONTH: 'by month', QUARTER: 'by quarter', YEAR: 'by year' },
  from: 'from',
  as: 'as',
  kind: { TABLE: 'table', LINE: 'line', BAR: 'bars', HEAT: 'heat map' },
  group: 'Group',
  whole: 'Total',
  title: '{name} *{value}*',
  byDimension: '{name} *{value}*, by {by}',
  subtitle: '{unit} · as of {day}',
  period: '{unit} · {from} to {to}',
  stepped: '{period} · {grain}, named by the first day',
  export: 'Export data',
  exportHint: 'The figures of this page; fewer than five persons stay hidden, and the export is audited.',
  xlsx: 'Excel workbook (.xlsx)',
  csv: 'CSV text (.csv)',
  empty: 'No figures to see',
  emptyHint: 'The source has not delivered, or the selection holds no record: choose another day or loosen the filter.',
}; // prettier-ignore
