import type { Day } from '../kernel/days.ts';
import type { Language } from '../access/viewer.ts';
import type { MetricDefinition } from './define-metric.ts';
import { bandsOnScale, cutName, type CodeName, type Dimension } from './dimensions.ts';
import { compared, valueOf, type MetricValue } from './figure.ts';
import { checkPoints, type Frame } from './frame.ts';
import type { Period } from './periods.ts';
import type { Figures } from './figures.ts';
import { keysOf, type CutKey } from './running-sums.ts';
import { hideSmall, type SmallNumbers } from './small-numbers.ts';
import type { Targets } from './targets.ts';

const whole: CutKey = '';

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
  readonly targets: Targets;
  readonly codes: ReadonlyMap<Dimension, readonly CodeName[]>;
  readonly language: Language;
  /** Where small numbers are hidden: what decides about each figure; null where all may be shown. */
  readonly persons?: SmallNumbers | null;
}

/** The figure over the whole of a frame. */
export function totalOf(facts: Facts, frame: Frame): MetricValue {
  const value = valueOf(facts, frame.total);
  if (facts.persons) hideSmall(facts.metric.kind, facts.persons, [frame.total], [whole], [value]);
  return compared(facts.metric, value);
}

/** The points of a frame: by period, then by cut in the order of its codes; every period present. */
export function pointsOf(facts: Facts, frame: Frame): MetricPoint[] {
  if (!frame.steps && !frame.by.length) return [];
  const { figures } = facts;
  const steps: readonly (Period & { start: Day | null })[] = frame.steps ?? [{ ...frame.total, start: null }];
  const cuts = !frame.by.length ? [whole] : figures ? shownCuts(facts, frame, steps, figures) : [];
  checkPoints(steps.length * cuts.length);
  const labels = new Map(cuts.map(cut => [cut, frame.by.length ? labelsOf(facts, frame.by, cut) : []]));
  const points = steps.flatMap(step =>
    cuts.map(cut => ({
      period: step.start,
      cuts: labels.get(cut) ?? [],
      value: valueOf(facts, step, cut),
    })),
  );
  const values = points.map(point => point.value);
  if (facts.persons) hideSmall(facts.metric.kind, facts.persons, steps, cuts, values);
  return points.map(point => ({ ...point, value: compared(facts.metric, point.value) }));
}

/** Cuts behind which a row stands in any period shown, and every band of a scale, in the order of their codes. */
function shownCuts(facts: Facts, frame: Frame, steps: readonly Period[], figures: Figures): CutKey[] {
  const held = figures.cuts().filter(cut => steps.some(step => figures.over(step, cut).present));
  const [first] = frame.by;
  const scale = frame.by.length === 1 && first && bandsOnScale.includes(first) ? codesFor(facts, first) : [];
  const shown = [...new Set([...scale.map(({ code }) => code), ...held])];
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
  facts.codes.get(dimension) ?? [];

function labelsOf(facts: Facts, by: readonly Dimension[], cut: CutKey): MetricCut[] {
  return keysOf(cut).map((key, i) => {
    const dimension = by[i] as Dimension;
    return { dimension, key, label: cutName(codesFor(facts, dimension), key).name[facts.language] };
  });
}
