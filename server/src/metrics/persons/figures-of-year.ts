import type { Day } from '../../kernel/days.ts';
import type { PersonCell } from './person-cells.ts';

/** The lengths of time that tables are published for, longest first. */
export const levels = ['YEAR', 'QUARTER', 'MONTH'] as const;

/** The part of its year that a day lies in. */
export function bucketOf(level: number, day: Day): string {
  if (level === 0) return 'Y';
  const month = day.slice(5, 7);
  return level === 1 ? `Q${Math.ceil(Number(month) / 3)}` : `M${month}`;
}

/** One figure of a table: which part of the year, cut by what and how; and the cells that it adds up. */
export interface YearFigure {
  readonly id: string;
  /** The table it stands in. */
  readonly table: string;
  readonly level: number;
  readonly cuts: number;
  /** Whether it is cut by the first dimension of its metric, and by no other. */
  readonly main: boolean;
  readonly persons: number;
  readonly cells: readonly number[];
}

/** How a figure is named: the bucket, the places of the dimensions in ascending order, and its key in each. */
export const figureId = (bucket: string, by: readonly number[], keys: readonly string[]): string =>
  [bucket, by.join(' '), ...keys].join('\u0000');

/** One to four persons are somebody in particular. */
export const isSmall = (persons: number): boolean => persons >= 1 && persons <= 4;

/** Every choice of one or of two dimensions. */
function cutsOf(dimensions: number): number[][] {
  const all = Array.from({ length: dimensions }, (_, i) => i);
  return [...all.map(i => [i]), ...all.flatMap(i => all.slice(i + 1).map(j => [i, j]))];
}

/** Every figure of every table of a year by one or two dimensions: of the year, its quarters and its months. */
export function figuresOfYear(cells: readonly PersonCell[], dimensions: number): YearFigure[] {
  const figures = new Map<string, YearFigure & { persons: number; cells: number[] }>();
  const cuts = cutsOf(dimensions);
  cells.forEach(({ day, keys, persons }, cell) => {
    for (let level = 0; level < levels.length; level++) {
      const bucket = bucketOf(level, day);
      for (const by of cuts) {
        const id = figureId(bucket, by, by.map(i => keys[i] ?? '')); // prettier-ignore
        const figure = figures.get(id);
        if (figure) {
          figure.persons += persons;
          figure.cells.push(cell);
        } else
          figures.set(id, {
            id,
            table: figureId(bucket, by, []),
            level,
            cuts: by.length,
            main: by.join() === '0',
            persons,
            cells: [cell],
          });
      }
    }
  });
  return [...figures.values()];
}
