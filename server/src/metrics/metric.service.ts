import { can, canReadMetric, demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { Database } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import { pointsOf, totalOf, type MetricPoint } from './answer.ts';
import { metricComparison, type ComparisonAsked, type MetricComparison } from './comparison.ts';
import type { MetricDefinition } from './define-metric.ts';
import type { ReadModel } from './define-read-model.ts';
import type { MetricValue } from './figure.ts';
import { forecastFrame, forecastOf, type Forecast, type ForecastArgs } from './forecast.ts';
import { frameOf, type MetricArgs } from './frame.ts';
import type { MetricFilter } from './metric-filter.ts';
import { countedByRule } from './counted-over.ts';
import { infoOf, type MetricInfo } from './metric-info.ts';
import type { Question } from './metric-query.ts';
import { readMetrics, readSettings, type KeptCells, type Reading } from './metric-reader.ts';
import { readFigures, type Asked, type FigureReading } from './read-figures.ts';
import { metricDifference, type DifferenceAsked, type MetricDifference } from './rows/difference.ts';
import { wholeRows, type FigureTools, type RowsArgs, type WholeRows } from './rows/whole-rows.ts';
import { scorecardFrames, type ScorecardArgs } from './scorecard.ts';
import { readPersonCells } from './persons/person-cells.ts';
import { smallNumbersOf, type ReadCells, type SmallNumbers } from './small-numbers.ts';
import { scopesOf, Targets } from './targets.ts';
import { unknownMetric } from './unknown-metric.ts';

/** What the engine is handed by the composition root. */
export interface MetricDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: readonly MetricDefinition[];
  readonly readModels: readonly ReadModel[];
  /** Stored sums, where somebody keeps them. */
  readonly cells?: KeptCells;
  /** Seals places in lists of rows. */
  readonly cursors: Cursors;
}

/** A figure as it is answered: its days, its total, and its points where they were asked for. */
export interface MetricAnswer {
  metric: MetricInfo;
  at: Day | null;
  from: Day | null;
  to: Day | null;
  total: MetricValue;
  points: MetricPoint[];
  computedAt: Date;
}

/** One line of the scorecard. */
export interface ScorecardItem {
  metric: MetricInfo;
  value: MetricValue;
}

/** Every figure that the hub gives, to whoever may read it. */
export class MetricService {
  readonly #deps: MetricDeps;
  readonly #byRule: ReadonlySet<string>;
  readonly #tools: FigureTools;

  constructor(deps: MetricDeps) {
    this.#deps = deps;
    this.#tools = {
      deps,
      find: this.#find.bind(this),
      figure: this.metric.bind(this),
      today: () => deps.clock.today(),
    };
    this.#byRule = countedByRule(deps.metrics, deps.readModels);
  }

  /** One figure: its total, and points by period and cut where they are asked for. One statement. */
  async metric(viewer: Viewer, args: MetricArgs): Promise<MetricAnswer> {
    const metric = this.#find(viewer, args.key);
    const frame = frameOf(metric, args, this.#deps.clock.today());
    const reading = await this.#figures(viewer, [{ metric, frame }], args.filter, args.asKnownAt);
    const figures = reading.figures[0] ?? null;
    const hidden = metric.unit === 'PERSONS' && !can(viewer, metric.rows);
    const persons = hidden && figures ? await this.#smallNumbers(viewer, { metric, frame }, args) : null;
    const targets = reading.targets[0] as Targets;
    const facts = { ...reading, targets, metric, figures, persons, language: viewer.language };
    return {
      metric: this.#info(viewer, metric, targets, frame.total.last),
      at: frame.at,
      from: frame.from,
      to: frame.to,
      total: totalOf(facts, frame),
      points: pointsOf(facts, frame),
      computedAt: this.#deps.clock.now(),
    };
  }

  /** A figure at two days or over two periods, side by side. */
  comparison(viewer: Viewer, asked: ComparisonAsked): Promise<MetricComparison> {
    return metricComparison(this.#tools.figure, viewer, asked);
  }

  /** The rows behind a figure, or those it lacks, for whoever may open them. */
  rows(viewer: Viewer, args: RowsArgs): Promise<WholeRows> {
    return wholeRows(this.#tools, viewer, args);
  }

  /** How a figure differs between two days, and the employers that make it differ, for whoever may open its rows. */
  difference(viewer: Viewer, asked: DifferenceAsked): Promise<MetricDifference> {
    return metricDifference(this.#tools, viewer, asked);
  }

  /** The park scorecard in its fixed order, all of it in one statement; a reader of some figures sees only those. */
  async scorecard(viewer: Viewer, args: ScorecardArgs): Promise<ScorecardItem[]> {
    demand(viewer, 'metric.read');
    const readable = this.#deps.metrics.filter(metric => canReadMetric(viewer, metric.key));
    const items = scorecardFrames(readable, args.at, this.#deps.clock.today());
    if (!items.length) return [];
    const reading = await this.#figures(viewer, items, args.filter, args.asKnownAt);
    const { language } = viewer;
    return items.map(({ metric, frame }, i) => {
      const [figures, targets] = [reading.figures[i] ?? null, reading.targets[i] as Targets];
      return {
        metric: this.#info(viewer, metric, targets, frame.total.last),
        value: totalOf({ ...reading, targets, metric, figures, language }, frame),
      };
    });
  }

  /** When the certification target is reached at the pace of the last 90 days. */
  async forecast(viewer: Viewer, args: ForecastArgs): Promise<Forecast> {
    const metric = this.#find(viewer, 'certification.rate');
    const at = forecastFrame(metric, args, this.#deps.clock.today());
    const question = { metric, by: [], periods: at.periods, filter: args.filter };
    const { sums, ...settings } = await this.#read(viewer, [question], args.asKnownAt);
    const targets = new Targets(settings, scopesOf(viewer.scope, args.filter, []));
    return {
      ...forecastOf(at, sums[0] ?? null, targets.path(metric) ?? [], viewer.language),
      metric: this.#info(viewer, metric, targets, at.at),
    };
  }

  /** The figures the viewer may read. */
  async catalogue(viewer: Viewer): Promise<MetricInfo[]> {
    demand(viewer, 'metric.read');
    const settings = await readSettings(this.#deps.database, viewer.scope);
    const targets = new Targets(settings, scopesOf(viewer.scope, null, []));
    const today = this.#deps.clock.today();
    return this.#deps.metrics
      .filter(metric => canReadMetric(viewer, metric.key))
      .map(metric => this.#info(viewer, metric, targets, today));
  }

  #info({ language }: Viewer, metric: MetricDefinition, targets: Targets, day: Day): MetricInfo {
    return infoOf(metric, language, targets, day, this.#byRule);
  }

  /** What of an answer would give a small number of persons away. */
  #smallNumbers(
    { scope }: Viewer,
    asked: Asked,
    { filter = null, asKnownAt = null }: MetricArgs,
  ): Promise<SmallNumbers | null> {
    const { database, readModels } = this.#deps;
    const read: ReadCells = (first, last, at) =>
      readPersonCells(database, readModels, scope, {
        metric: asked.metric,
        filter,
        first,
        last,
        asKnownAt: at,
      });
    return smallNumbersOf(asked, filter, asKnownAt, read);
  }

  /** The figures of some frames, all in one statement; an index asks for its parts. */
  #figures(
    viewer: Viewer,
    asked: readonly Asked[],
    filter: MetricFilter | null | undefined,
    asKnownAt?: Date | null,
  ): Promise<FigureReading> {
    const read = (questions: readonly Question[]): Promise<Reading> =>
      this.#read(viewer, questions, asKnownAt);
    return readFigures(asked, this.#deps.metrics, filter, viewer.scope, read);
  }

  async #read(viewer: Viewer, questions: readonly Question[], asKnownAt?: Date | null): Promise<Reading> {
    const { database, readModels, cells } = this.#deps;
    if (!questions.length)
      return { sums: [], codes: new Map(), ...(await readSettings(database, viewer.scope, asKnownAt)) };
    return readMetrics(database, readModels, viewer.scope, questions, asKnownAt, cells);
  }

  #find(viewer: Viewer, key: string): MetricDefinition {
    demand(viewer, 'metric.read');
    const metric = this.#deps.metrics.find(one => one.key === key);
    if (!metric) throw unknownMetric('key', key, this.#deps.metrics);
    if (!canReadMetric(viewer, key)) throw DomainError.forbidden();
    return metric;
  }
}
