import type { Scope } from '../../kernel/database.ts';
import type { Dimension } from '../dimensions.ts';

/** The place of each dimension in the number of a level; the row scope's two come first, so that a policy finds them. */
const places = [
  'TOWN',
  'CHANNEL',
  'INDUSTRY',
  'SIZE',
  'REGISTRATION',
  'CAUSE',
  'OUTCOME',
  'SUBJECT',
  'SOURCE',
  'STAGE',
  'GRADE',
  'DURATION',
  'AGE',
  'CONFIRMATION',
  'PERFORMANCE',
] as const satisfies readonly Dimension[];

/** What cells are summed by: up to two dimensions, in the order of their places. */
export interface Level {
  readonly number: number;
  readonly by: readonly Dimension[];
}

const levelOf = (by: readonly Dimension[]): Level => {
  const ordered = places.filter(dimension => by.includes(dimension));
  return { number: ordered.reduce((sum, dimension) => sum + 2 ** places.indexOf(dimension), 0), by: ordered };
};

/** The pairs that pages ask for: a town's or a channel's own figures by most things, industries by size. */
const pairs: readonly (readonly [Dimension, Dimension])[] = [
  ...(
    [
      'CHANNEL',
      'INDUSTRY',
      'SIZE',
      'CAUSE',
      'OUTCOME',
      'SUBJECT',
      'SOURCE',
      'STAGE',
      'GRADE',
      'DURATION',
      'AGE',
      'CONFIRMATION',
      'PERFORMANCE',
    ] as const
  ).map(dimension => ['TOWN', dimension] as const),
  ...(['INDUSTRY', 'CAUSE', 'OUTCOME', 'DURATION', 'AGE', 'CONFIRMATION', 'PERFORMANCE'] as const).map(
    dimension => ['CHANNEL', dimension] as const,
  ),
  ['INDUSTRY', 'SIZE'],
  ['OUTCOME', 'CONFIRMATION'],
  ['CONFIRMATION', 'PERFORMANCE'],
];

/** The levels kept for a term: the whole, each of its dimensions, and the pairs; other questions go to the facts. */
export function levelsOf(dimensions: readonly Dimension[]): Level[] {
  const own = places.filter(dimension => dimensions.includes(dimension));
  const kept = pairs.filter(pair => pair.every(dimension => dimensions.includes(dimension)));
  return [[], ...own.map(dimension => [dimension]), ...kept].map(levelOf);
}

/** The kept level that holds all these dimensions, or undefined. */
export function levelFor(kept: readonly Dimension[], asked: Iterable<Dimension>): Level | undefined {
  const wanted = levelOf([...asked]);
  return levelsOf(kept).find(({ number }) => number === wanted.number);
}

/** The dimensions that a viewer's row scope filters by; channels matter only where disputes are counted. */
export function scopeDimensions({ towns, channels }: Scope, countsDisputes: boolean): Dimension[] {
  return [
    ...(towns === '*' ? [] : (['TOWN'] as const)),
    ...(channels === '*' || !countsDisputes ? [] : (['CHANNEL'] as const)),
  ];
}
