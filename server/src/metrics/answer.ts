import type { Day } from '../kernel/days.ts';
import type { Language } from '../access/viewer.ts';
import type { MetricDefinition } from './define-metric.ts';
import { codesOf, cutName, type CodeName, type Dimension } from './dimensions.ts';
import { valueOf, type MetricValue } from './figure.ts';
import { checkPoints, type Frame } from './frame.ts';
import { comparisons, type Period } from './periods.ts';
import type { Figures } from './figures.ts';
import { keysOf, type CutKey } from './running-sums.ts';
import { isSmall, suppressed } from './suppression.ts';
import type { Paths } from './target.ts';

/** Which part of a whole a point speaks of. */
export interface MetricCut {
  dimension: Dimension;
  key: string;
  label: string;
}

/** One point of a series or one cut. */
export interface MetricPoint {
  period: Day | null;
  cuts: MetricCut[];
  value: MetricValue;
}

/** What points are made of. */
export interface Facts {
  readonly metric: MetricDefinition;
  /** Null until every form the metric needs has been delivered. */
  readonly figures: Figures | null;
  readonly paths: Paths;
  readonly codes: ReadonlyMap<Dimension, readonly CodeName[]>;
  readonly language: Language;
  /** Small numbers of persons are hidden from a reader who may not open the rows. */
  readonly hideSmall: boolean;
  /** The same figures without the filter, where what it keeps and what it leaves out may be too few persons to show. */
  readonly unfiltered?: Figures | null;
}

/** Every period a frame needs: what is shown and what it is compared with. */
export function periodsOf(metric: MetricDefinition, frame: Frame): Period[] {
  return [frame.total, ...(frame.steps ?? [])].flatMap(period => {
    const { previous, lastYear } = comparisons(metric.kind, period);
    return [{ first: period.first, last: period.last }, previous, lastYear];
  });
}

/** The figure over the whole of a frame. */
export const totalOf = (facts: Facts, frame: Frame): MetricValue => shownOf(facts, frame.total);

/** A figure of a filtered whole is a cut by another name: small numbers in it, and beside it, are hidden alike. */
function shownOf(facts: Facts, period: Period, cut?: CutKey): MetricValue {
  const value = valueOf(facts, period, cut);
  const { figures, unfiltered, metric } = facts;
  if (!figures || !unfiltered) return value;
  const small = (of: Period): boolean => {
    const kept = figures.over(of).n;
    return isSmall(kept) || isSmall(unfiltered.over(of).n - kept);
  };
  const { previous, lastYear } = comparisons(metric.kind, period);
  if (small(previous)) value.previous = null;
  if (small(lastYear)) value.lastYear = null;
  return small(period) ? blank(value) : value;
}

/** The points of a frame: by period, then by cut in the order of its codes; every period present. */
export function pointsOf(facts: Facts, frame: Frame): MetricPoint[] {
  if (!frame.steps && !frame.by.length) return [];
  const { figures } = facts;
  const steps: readonly (Period & { start: Day | null })[] = frame.steps ?? [{ ...frame.total, start: null }];
  const whole = !frame.by.length;
  const cuts = whole ? [''] : figures ? shownCuts(facts, frame, steps, figures) : [];
  checkPoints(steps.length * cuts.length);
  const labels = new Map(cuts.map(cut => [cut, whole ? [] : labelsOf(facts, frame.by, cut)]));
  const points = steps.flatMap(step =>
    cuts.map(cut => ({
      period: step.start,
      cuts: labels.get(cut) ?? [],
      value: shownOf(facts, step, cut),
    })),
  );
  if (facts.hideSmall && figures && !whole) hide(facts.metric, figures, points, steps, cuts);
  return points;
}

/** Cuts behind which a row stands in any period shown, in the order of their codes. */
function shownCuts(facts: Facts, frame: Frame, steps: readonly Period[], figures: Figures): CutKey[] {
  const shown = figures.cuts().filter(cut => steps.some(step => figures.over(step, cut).present));
  const place = (cut: CutKey) =>
    keysOf(cut).map((key, i) => cutName(codesFor(facts, frame.by[i] as Dimension), key).position);
  const order = (a: number[], b: number[]): number => {
    const i = a.findIndex((position, at) => position !== b[at]);
    return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
  };
  const placed = shown.map(cut => ({ cut, place: place(cut) }));
  return placed.sort((a, b) => order(a.place, b.place) || (a.cut < b.cut ? -1 : 1)).map(({ cut }) => cut);
}

const codesFor = (facts: Facts, dimension: Dimension): readonly CodeName[] =>
  codesOf(dimension) ?? facts.codes.get(dimension) ?? [];

function labelsOf(facts: Facts, by: readonly Dimension[], cut: CutKey): MetricCut[] {
  return keysOf(cut).map((key, i) => {
    const dimension = by[i] as Dimension;
    return { dimension, key, label: cutName(codesFor(facts, dimension), key).name[facts.language] };
  });
}

/** Takes small cells out of a table of periods × cuts, and out of what its cells are compared with. */
function hide(
  { kind }: MetricDefinition,
  figures: Figures,
  points: MetricPoint[],
  steps: readonly Period[],
  cuts: readonly CutKey[],
): void {
  const cells = steps.flatMap((_, step) => cuts.map(cut => ({ step, cut })));
  const cutting = keysOf(cuts[0] ?? '').map(() => true);
  const inTable = suppressed({
    places: cells.map(({ step, cut }) => [String(step), ...keysOf(cut)]),
    counts: cells.map(({ step, cut }) => figures.over(steps[step] as Period, cut).n),
    cuts: [false, ...cutting],
  });
  const places = cuts.map(keysOf);
  const inPeriod = (period: Period): Set<number> =>
    suppressed({ places, counts: cuts.map(cut => figures.over(period, cut).n), cuts: cutting });
  steps.forEach((step, i) => {
    const { previous, lastYear } = comparisons(kind, step);
    const [before, earlier] = [inPeriod(previous), inPeriod(lastYear)];
    cuts.forEach((_, j) => {
      const point = points[i * cuts.length + j] as MetricPoint;
      if (before.has(j)) point.value.previous = null;
      if (earlier.has(j)) point.value.lastYear = null;
      if (inTable.has(i * cuts.length + j)) point.value = blank(point.value);
    });
  });
}

const blank = (value: MetricValue): MetricValue => ({
  ...value,
  value: null,
  numerator: null,
  denominator: null,
  previous: null,
  lastYear: null,
  gap: null,
  status: 'NONE',
  suppressed: true,
});
