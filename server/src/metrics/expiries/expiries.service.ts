import { canReadMetric, demand, type FormLetter } from '../../access/policy.ts';
import { forFigures } from '../../access/scope-of.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { mayBeAsked, noDayAsked } from '../../kernel/day-asked.ts';
import { addDays, addMonths, type Day } from '../../kernel/days.ts';
import { DomainError, type Message } from '../../kernel/errors.ts';
import { knownAt } from '../../kernel/known.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import type { MetricFilter } from '../metric-filter.ts';
import { codesOf, delivered, type AnswerRow } from '../metric-reader.ts';
import { stepsOf } from '../periods.ts';
import { expiryKinds, type ExpiryDefinition, type ExpiryKind } from './define-expiry.ts';
import { expiryStatement } from './expiry-statement.ts';

/** What a caller may ask of an expiry calendar. */
export interface ExpiryArgs {
  kind: ExpiryKind;
  at?: Day | null;
  from?: Day | null;
  to?: Day | null;
  filter?: MetricFilter | null;
  asKnownAt?: Date | null;
}

/** One calendar month, or the part of it that was asked for, and how many end in it. */
export interface ExpiryPoint {
  period: Day;
  first: Day;
  last: Day;
  count: number | null;
}

/** What runs out when. */
export interface ExpiryCalendar {
  kind: ExpiryKind;
  name: string;
  definition: string;
  /** The figure whose rows these are. */
  key: string;
  forms: readonly FormLetter[];
  at: Day;
  from: Day;
  to: Day;
  total: number | null;
  points: ExpiryPoint[];
  computedAt: Date;
}

/** Ten years of months, and more than anybody reads. */
const mostMonths = 120;

/** What the calendar is handed by the composition root. */
export interface ExpiryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: readonly MetricDefinition[];
  readonly readModels: readonly ReadModel[];
  readonly expiries: readonly ExpiryDefinition[];
}

/** What is in force today, by the month in which it ends. */
export class ExpiryService {
  readonly #deps: ExpiryDeps;

  constructor(deps: ExpiryDeps) {
    this.#deps = deps;
  }

  /** The calendar of one kind: every month from–to, whoever may read the figure it stands on. */
  async calendar(viewer: Viewer, args: ExpiryArgs): Promise<ExpiryCalendar> {
    demand(viewer, 'metric.read');
    const { expiry, metric } = this.#of(args.kind);
    if (!canReadMetric(viewer, metric.key)) throw DomainError.forbidden();
    const { database, clock, readModels } = this.#deps;
    const { at, from, to } = daysOf(args, clock.today());
    const steps = stepsOf('MONTH', from, to);
    if (steps.length > mostMonths) throw wrong('to', tooLong);
    const scope = forFigures(viewer.scope);
    const known = await knownAt(database, scope, args.asKnownAt);
    const asked = { expiry, metric, at, steps, filter: args.filter, known };
    const { sql, values, named } = expiryStatement(asked, readModels);
    const [row] = await database.scan<AnswerRow>(scope, sql, values);
    if (!row) throw new Error('an expiry calendar returned no row');
    codesOf(readModels, row, named);
    const counts = delivered(metric, row.delivered)
      ? new Map(row.cells.map(([, , bucket, , , amount]) => [bucket, amount]))
      : null;
    const points = steps.map(({ start, first, last }, i) => ({
      period: start,
      first,
      last,
      count: counts && (counts.get(i + 1) ?? 0),
    }));
    return {
      kind: expiry.kind,
      name: expiryKinds[expiry.kind][viewer.language],
      definition: expiry.definition[viewer.language],
      key: metric.key,
      forms: metric.needs,
      at,
      from,
      to,
      total: counts && points.reduce((sum, point) => sum + (point.count ?? 0), 0),
      points,
      computedAt: clock.now(),
    };
  }

  #of(kind: ExpiryKind): { expiry: ExpiryDefinition; metric: MetricDefinition } {
    const expiry = this.#deps.expiries.find(one => one.kind === kind);
    const metric = this.#deps.metrics.find(one => one.key === expiry?.metric);
    if (!expiry || !metric) throw new Error(`nothing says when ${kind} ends`);
    return { expiry, metric };
  }
}

/** The day, and the days whose months are shown: twelve months from the day on if nothing is said. */
function daysOf(args: ExpiryArgs, today: Day): { at: Day; from: Day; to: Day } {
  for (const name of ['at', 'from', 'to'] as const) {
    const day = args[name];
    if (day != null && !mayBeAsked(day)) throw wrong(name, noDayAsked);
  }
  const at = args.at ?? today;
  const from = args.from ?? at;
  const to = args.to ?? addDays(addMonths(`${from.slice(0, 8)}01`, 12), -1);
  if (from > to) throw wrong('from', { zh: '起始日期晚于终止日期。', en: 'from is after to.' });
  return { at, from, to };
}

const wrong = (field: string, text: Message): DomainError => DomainError.badInput(field, text);
const tooLong: Message = { zh: `最多 ${mostMonths} 个月。`, en: `At most ${mostMonths} months.` };
