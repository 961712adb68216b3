import type { Day } from '../kernel/days.ts';
import type { MetricDefinition, MetricKind } from './define-metric.ts';
import type { Dimension } from './dimensions.ts';
import type { MetricValue } from './figure.ts';
import { periodsOf } from './frame.ts';
import { filterSql, type MetricFilter } from './metric-filter.ts';
import { comparisons, type Period } from './periods.ts';
import { isSmall } from './persons/figures-of-year.ts';
import { withLoneCells } from './persons/lone-cells.ts';
import { byDay, type PersonCell } from './persons/person-cells.ts';
import { PersonTables } from './persons/person-tables.ts';
import type { Asked } from './read-figures.ts';
import { keysOf, type CutKey } from './running-sums.ts';

/** Reads the finest table of a metric between two days: as it is, or as it was known at a moment. */
export type ReadCells = (first: Day, last: Day, asKnownAt: Date | null) => Promise<PersonCell[]>;

/** What an answer of persons may show (rule 11); null where all of it is a total. */
export interface SmallNumbers {
  /** Nothing but totals can be shown: too many dimensions, or rows that no day tells apart. */
  readonly tables: PersonTables | null;
  readonly metric: MetricDefinition;
  /** The dimensions an answer is cut by, and those that a filter reads. */
  readonly by: readonly Dimension[];
  readonly filtered: readonly Dimension[];
}

/** Reads what decides about an answer; the same whatever was asked before. */
export async function smallNumbersOf(
  { metric, frame }: Asked,
  filter: MetricFilter | null,
  asKnownAt: Date | null,
  read: ReadCells,
): Promise<SmallNumbers | null> {
  if (!filter && !frame.by.length) return null;
  const filtered = filter ? [...filterSql(metric, filter, () => '').dimensions] : [];
  const told = { metric, by: frame.by, filtered };
  if (!byDay(metric)) return { ...told, tables: null };
  // Whole years, as what is shown of a day depends on its year.
  const days = periodsOf(metric, frame).flatMap(({ first, last }) => [first, last]).sort(); // prettier-ignore
  const between = [`${days[0]?.slice(0, 4) ?? ''}-01-01`, `${days.at(-1)?.slice(0, 4) ?? ''}-12-31`] as const;
  const cells = await read(...between, asKnownAt);
  const today = asKnownAt ? await read(...between, null) : undefined;
  return { ...told, tables: await new PersonTables(cells, metric.dimensions.length, today).decide() };
}

/**
 * Takes small numbers of persons out of values, and out of what they are compared with (rule 11). A filter is a cut
 * by another name: a figure is shown only if every cell that it adds up would be shown, or if it is the whole.
 */
export function hideSmall(
  kind: MetricKind,
  numbers: SmallNumbers,
  steps: readonly Period[],
  cuts: readonly CutKey[],
  values: readonly MetricValue[],
): void {
  const shows = showing(numbers, cuts[0] === '' ? [] : numbers.by);
  const small = new Set<number>();
  steps.forEach((step, i) => {
    const { previous, lastYear } = comparisons(kind, step);
    cuts.forEach((cut, j) => {
      const place = i * cuts.length + j;
      const value = values[place] as MetricValue;
      if (!shows(previous, cut, value.previous)) value.previous = null;
      if (!shows(lastYear, cut, value.lastYear)) value.lastYear = null;
      if (!shows(step, cut, value.value)) small.add(place);
    });
  });
  const places = steps.flatMap((_, i) => cuts.map(cut => [String(i), ...keysOf(cut)]));
  const counts = values.map(({ value }) => value ?? 0);
  for (const place of withLoneCells({ places, counts }, small))
    Object.assign(values[place] as object, nothing);
}

/** Whether a figure over a period and of a cut is shown; it must be the one that the cells add up to. */
function showing(
  { metric, by, filtered, tables }: SmallNumbers,
  cutBy: readonly Dimension[],
): (period: Period, cut: CutKey, value: number | null) => boolean {
  const place = (dimension: Dimension): number => metric.dimensions.indexOf(dimension);
  const cutAt = cutBy.map(place);
  const all = [...new Set([...(cutBy.length ? by : []), ...filtered].map(place))].sort((a, b) => a - b);
  const cutOf = ({ keys }: PersonCell): CutKey => cutAt.map(at => keys[at] ?? '').join('\u0000');
  const split = new Map<Period, { whole: boolean; byCut: Map<CutKey, PersonCell[]> }>();
  const during = (period: Period) => {
    const known = split.get(period);
    if (known) return known;
    const cells = tables?.during(period) ?? [];
    const byCut = new Map<CutKey, PersonCell[]>();
    for (const cell of cells) {
      if (!cell.kept) continue;
      const cut = cutOf(cell);
      const group = byCut.get(cut);
      if (group) group.push(cell);
      else byCut.set(cut, [cell]);
    }
    const made = { whole: cells.every(({ kept }) => kept), byCut };
    split.set(period, made);
    return made;
  };
  return (period, cut, value) => {
    if (value === null || (!cutAt.length && !filtered.length)) return true;
    if (!tables || all.length > 2) return false;
    const { whole, byCut } = during(period);
    const cells = byCut.get(cut) ?? [];
    if (cells.reduce((sum, { persons }) => sum + persons, 0) !== value) return false;
    if (whole && !cutAt.length) return true;
    if (isSmall(value)) return false;
    const keys = new Map(
      cells.map(cell => all.map(at => cell.keys[at] ?? '')).map(of => [of.join('\u0000'), of]),
    );
    if ([...keys.values()].every(of => tables.shows(period, all, of))) return true;
    return keys.size > 1 && tables.tells(period, cell => cell.kept && cutOf(cell) === cut);
  };
}

const nothing = {
  value: null,
  numerator: null,
  denominator: null,
  previous: null,
  lastYear: null,
  gap: null,
  status: 'NONE',
  suppressed: true,
} as const satisfies Partial<MetricValue>;
