import type { Scope } from '../../kernel/database.ts';
import type { Dimension } from '../dimensions.ts';

/** The place of each dimension among the keys of a level; the row scope's two come first, so that a policy finds them. */
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
  'FRESHNESS',
] as const satisfies readonly Dimension[];

/** What cells are summed by: up to two dimensions, in the order of their places. */
export interface Level {
  readonly number: number;
  readonly by: readonly Dimension[];
}

/**
 * Town and channel are bits of the number, as row-level security reads them; the others are its digits above those, so
 * that pairs of any dimensions have room in the two bytes of the column.
 */
const levelOf = (by: readonly Dimension[]): Level => {
  const ordered = places.filter(dimension => by.includes(dimension));
  const bits = (by.includes('TOWN') ? 1 : 0) + (by.includes('CHANNEL') ? 2 : 0);
  const others = ordered.filter(dimension => dimension !== 'TOWN' && dimension !== 'CHANNEL');
  const digits = others.reduce((number, dimension) => number * 32 + places.indexOf(dimension), 0);
  return { number: bits + 4 * digits, by: ordered };
};

/** The pairs that pages ask for: a town's or a channel's own figures by most things, industries by size. */
const pairs: readonly (readonly [Dimension, Dimension])[] = [
  ...places
    .filter(dimension => dimension !== 'TOWN' && dimension !== 'REGISTRATION')
    .map(dimension => ['TOWN', dimension] as const),
  ...(['INDUSTRY', 'CAUSE', 'OUTCOME', 'DURATION', 'AGE', 'CONFIRMATION', 'PERFORMANCE'] as const).map(
    dimension => ['CHANNEL', dimension] as const,
  ),
  ['INDUSTRY', 'SIZE'],
  ['INDUSTRY', 'FRESHNESS'],
  ['OUTCOME', 'CONFIRMATION'],
  ['OUTCOME', 'PERFORMANCE'],
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
