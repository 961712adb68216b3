import type { Dimension, Grain, MetricFactsFragment } from '@hexie/schema/generated/documents.ts';

/** How a figure can be shown. */
export const kinds = ['TABLE', 'LINE', 'BAR', 'HEAT'] as const;
export type Kind = (typeof kinds)[number];

export const grains = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly Grain[];

/** Parts of a rate do not add up to it; parts of a number do. */
const addsUp = ({ unit }: Pick<MetricFactsFragment, 'unit'>): boolean =>
  unit === 'COUNT' || unit === 'PERSONS' || unit === 'YUAN';

/** The ways in which a question can be shown: what has no shape of that kind is no choice. */
export function kindsFor(
  metric: Pick<MetricFactsFragment, 'unit'>,
  by: readonly Dimension[],
  grain: Grain | '',
): readonly Kind[] {
  if (grain && by.length === 2) return ['TABLE'];
  if (grain) return by.length ? ['TABLE', 'LINE', ...stacked(metric), 'HEAT'] : ['TABLE', 'LINE'];
  if (by.length === 2) return ['TABLE', ...stacked(metric), 'HEAT'];
  return by.length ? ['TABLE', 'BAR'] : ['TABLE'];
}

const stacked = (metric: Pick<MetricFactsFragment, 'unit'>): readonly Kind[] =>
  addsUp(metric) ? ['BAR'] : [];

/** The dimensions of an address that the figure has, each once, two at most. */
export const dimensionsOf = (said: string, allowed: readonly Dimension[]): Dimension[] =>
  [...new Set(said.toUpperCase().split(','))]
    .flatMap(name => allowed.find(one => one === name) ?? [])
    .slice(0, 2);

/** How a question is shown unless the address says otherwise. */
export const usual = (by: readonly Dimension[], grain: Grain | ''): Kind => {
  if (grain) return by.length === 2 ? 'TABLE' : 'LINE';
  if (by.length === 2) return 'HEAT';
  return by.length ? 'BAR' : 'TABLE';
};
