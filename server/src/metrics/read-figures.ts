import type { MetricDefinition } from './define-metric.ts';
import { countedFigures, type Figures } from './figures.ts';
import { periodsOf, type Frame } from './frame.ts';
import { indexFigures, partsOf, periodOfPart } from './index-figures.ts';
import type { MetricFilter } from './metric-filter.ts';
import type { Question } from './metric-query.ts';
import type { Scope } from '../kernel/database.ts';
import type { Reading } from './metric-reader.ts';
import { scopesOf, Targets } from './targets.ts';

/** A metric asked for over a frame. */
export interface Asked {
  readonly metric: MetricDefinition;
  readonly frame: Frame;
}

/** The figures of each, null before their forms are delivered, and the lists around them. */
export interface FigureReading extends Pick<Reading, 'codes'> {
  readonly figures: readonly (Figures | null)[];
  /** What each of them is held against. */
  readonly targets: readonly Targets[];
}

/** Puts what is asked into questions to the facts, all of them in one reading, and figures together again. */
export async function readFigures(
  asked: readonly Asked[],
  metrics: readonly MetricDefinition[],
  filter: MetricFilter | null | undefined,
  scope: Scope,
  read: (questions: readonly Question[]) => Promise<Reading>,
): Promise<FigureReading> {
  const questions: Question[] = [];
  const put = (metric: MetricDefinition, periods: Question['periods'], { by }: Frame): number =>
    questions.push({ metric, by, periods, filter }) - 1;
  const wanted = asked.map(({ metric, frame }) => {
    const periods = periodsOf(metric, frame);
    const parts = partsOf(metric, metrics).map(({ part, metric: of }) => {
      const own = periods.map(period => periodOfPart(of, period));
      return { part, metric: of, place: put(of, own, frame) };
    });
    const place = metric.parts || metric.awaits ? null : put(metric, periods, frame);
    return { metric, parts, place };
  });
  const { sums, codes, ...settings } = await read(questions);
  const targets = asked.map(({ frame }) => new Targets(settings, scopesOf(scope, filter, frame.by)));
  const counted = (metric: MetricDefinition, place: number, held: Targets): Figures | null => {
    const of = sums[place];
    return of ? countedFigures(metric, of, held) : null;
  };
  const figures = wanted.map(({ metric, parts, place }, i) => {
    const held = targets[i] as Targets;
    if (place !== null) return counted(metric, place, held);
    if (!parts.length) return null;
    const indexed = parts.map(one => ({ ...one, figures: counted(one.metric, one.place, held) }));
    return indexFigures(indexed, held);
  });
  return { codes, figures, targets };
}
