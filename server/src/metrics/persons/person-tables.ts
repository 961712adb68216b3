import { createHash } from 'node:crypto';
import { addDays, addMonths, type Day } from '../../kernel/days.ts';
import { bucketOf, figureId, isSmall, levels } from './figures-of-year.ts';
import { patternOf, type Pattern } from './pattern.ts';
import type { PersonCell } from './person-cells.ts';
import { startOf, type Period } from '../periods.ts';

/** Patterns of some years of some readers; each is found by the very cells it was made of, so none is ever out of date. */
const mostKept = 200;
const kept = new Map<string, Promise<Pattern>>();

interface Year {
  readonly digest: string;
  readonly cells: readonly PersonCell[];
  /** None before it is decided, and where nothing of the year is shown but its totals. */
  pattern: Pattern | undefined;
  closed: boolean;
  /** The places of its cells by their keys in some dimensions. */
  readonly groups: Map<string, Map<string, number[]>>;
}

interface Decided extends Year {
  readonly pattern: Pattern;
}

/** All tables of a metric of persons over some years, and which of their figures may be shown. */
export class PersonTables {
  readonly #years: ReadonlyMap<string, Year>;
  readonly #dimensions: number;

  /**
   * What was known at an earlier moment is a second source for what is known now: a year that reads otherwise today is
   * closed, so that nobody can take one from the other.
   */
  constructor(cells: readonly PersonCell[], dimensions: number, today?: readonly PersonCell[]) {
    this.#dimensions = dimensions;
    this.#years = yearsOf(cells);
    if (!today) return;
    const now = yearsOf(today);
    for (const [year, told] of this.#years) {
      if (now.get(year)?.digest !== told.digest) told.closed = true;
    }
  }

  /** The cells of a period. */
  during(period: Period): PersonCell[] {
    return [...this.#years.values()].flatMap(({ cells }) => cells.filter(({ day }) => isWithin(period, day)));
  }

  /** Whether the figure of one key in each of some dimensions, over any period, is shown: what it has of each year is. */
  shows(period: Period, by: readonly number[], keys: readonly string[]): boolean {
    return this.#everyYear(period, year => {
      const all = placesOf(year, by, keys);
      return [all, bucket => !year.pattern.hidden.has(figureId(bucket, by, keys))];
    });
  }

  /** Whether the sum of some cells over a period, though not each of them is shown, can be worked out anyway. */
  tells(period: Period, among: (cell: PersonCell) => boolean): boolean {
    return this.#everyYear(period, ({ cells }) => [
      cells.flatMap((cell, place) => (among(cell) ? [place] : [])),
      undefined,
    ]);
  }

  /** Asks of each year what part of some of its cells lies in a period, and whether that is shown. */
  #everyYear(
    period: Period,
    ask: (year: Decided) => [places: readonly number[], published: ((bucket: string) => boolean) | undefined],
  ): boolean {
    return [...this.#years].every(([name, year]) => {
      if (`${name}-12-31` < period.first || `${name}-01-01` > period.last) return true;
      const { pattern, cells } = year;
      const [all, published] = pattern ? ask({ ...year, pattern }) : [placesIn(cells), undefined];
      const inside = all.filter(place => isWithin(period, (cells[place] as PersonCell).day));
      if (!inside.length || pattern?.clean) return true;
      if (!pattern) return false;
      // All of a year among others is a part of their total, which is none of theirs.
      const isYear = period.first >= `${name}-01-01` && period.last <= `${name}-12-31`;
      if (!isYear && inside.length === cells.length) return true;
      const { bucket, level } = publishedAs(period, cells, all, inside);
      if (bucket && published) return published(bucket);
      const persons = inside.reduce((sum, place) => sum + (cells[place] as PersonCell).persons, 0);
      return !isSmall(persons) && pattern.tells(inside, level);
    });
  }

  /** Decides what is shown of the years; to be awaited before anything is asked. */
  async decide(): Promise<this> {
    for (const year of this.#years.values()) {
      if (year.closed) continue;
      year.pattern ??= await keptPattern(`${this.#dimensions} ${year.digest}`, () =>
        patternOf(year.cells, this.#dimensions),
      );
    }
    return this;
  }
}

function keptPattern(name: string, make: () => Promise<Pattern>): Promise<Pattern> {
  const pattern = kept.get(name) ?? make();
  // The one used last goes last.
  kept.delete(name);
  kept.set(name, pattern);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return pattern;
}

function yearsOf(cells: readonly PersonCell[]): Map<string, Year> {
  const years = new Map<string, PersonCell[]>();
  for (const cell of cells) {
    const year = cell.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), cell]);
  }
  const digest = (of: readonly PersonCell[]): string =>
    createHash('sha256').update(JSON.stringify(of.map(({ day, keys, persons }) => [day, keys, persons]))).digest('hex'); // prettier-ignore
  return new Map(
    [...years].map(([year, of]) => [
      year,
      { digest: digest(of), cells: of, pattern: undefined, closed: false, groups: new Map() },
    ]),
  );
}

function placesOf(
  { cells, groups }: Year,
  by: readonly number[],
  keys: readonly string[],
): readonly number[] {
  const table = groups.get(by.join()) ?? new Map<string, number[]>();
  if (!table.size) {
    groups.set(by.join(), table);
    cells.forEach((cell, place) => {
      const key = by.map(at => cell.keys[at]).join('\u0000');
      const group = table.get(key);
      if (group) group.push(place);
      else table.set(key, [place]);
    });
  }
  return table.get(keys.join('\u0000')) ?? [];
}

const isWithin = ({ first, last }: Period, day: Day): boolean => day >= first && day <= last;

const placesIn = (cells: readonly PersonCell[]): number[] => cells.map((_, place) => place);

/**
 * The year, the quarter or the month that is asked for; for any other period the longest of them that some cells
 * inside it are all of, as a year to date is a year of which nothing is left out. Whoever asks for anything else knows the months.
 */
function publishedAs(
  period: Period,
  cells: readonly PersonCell[],
  all: readonly number[],
  inside: readonly number[],
): { bucket: string | undefined; level: number } {
  const dayOf = (place: number): Day => (cells[place] as PersonCell).day;
  const one = dayOf(inside[0] ?? 0);
  const found = levels.flatMap((grain, level) => {
    const start = startOf(grain, one);
    const within = (place: number): boolean => startOf(grain, dayOf(place)) === start;
    if (!inside.every(within) || all.filter(within).length > inside.length) return [];
    const last = addDays(addMonths(start, months[grain]), -1);
    return [{ bucket: bucketOf(level, one), level, exact: start === period.first && last === period.last }];
  });
  const quarters = [period.first, addDays(period.last, 1)].every(day => startOf('QUARTER', day) === day);
  return found.find(({ exact }) => exact) ?? found[0] ?? { bucket: undefined, level: quarters ? 1 : 2 };
}

const months = { YEAR: 12, QUARTER: 3, MONTH: 1 } as const;
