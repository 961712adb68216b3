import type { Action, FormLetter } from '../access/policy.ts';
import type { Day } from '../kernel/days.ts';
import type { Message } from '../kernel/errors.ts';
import type { ReadModelName } from './define-read-model.ts';
import type { Dimension } from './dimensions.ts';

/** What a figure is a number of. */
export type MetricUnit = 'RATIO' | 'COUNT' | 'PERSONS' | 'YUAN' | 'DAYS' | 'INDEX' | 'PER_100';
/** What is so at the end of a day, or what happened in a period. */
export type MetricKind = 'STOCK' | 'FLOW';
/** Which way is better. */
export type Direction = 'HIGHER' | 'LOWER' | 'NEUTRAL';

/**
 * One thing that is added up. Each row of a read model weighs `amount` (1 if left out): from the first day of its
 * span until the day after the last, or on the one day it happened. Engine, stored cells and drill-down read this
 * same declaration. `amount`, `where` and `day` are SQL over the read model's own columns.
 */
export interface Term {
  readonly from: ReadModelName;
  /** DAY: spans that hold the day D. BEFORE: spans that hold the day before the period. PERIOD: days inside it. */
  readonly when: 'DAY' | 'BEFORE' | 'PERIOD';
  /** The column with the day it happened; spans have `starts` and `ends`. */
  readonly day?: string;
  readonly amount?: string;
  readonly where?: string;
}

type Choice = Pick<Term, 'amount' | 'where'>;

/** How every employer can be cut, and whatever befalls it; each is a column of the roster. */
export const ofEmployers = ['TOWN', 'INDUSTRY', 'SIZE', 'REGISTRATION'] as const satisfies Dimension[];

/** What is in force at the day D. */
export const inForce = (from: ReadModelName, choice: Choice = {}): Term => ({ from, when: 'DAY', ...choice });

/** What was in force at the end of the day before the period. */
export const carriedOver = (from: ReadModelName, choice: Choice = {}): Term => ({
  from,
  when: 'BEFORE',
  ...choice,
});

/** What happened in the period, by the day in this column. */
export const happened = (from: ReadModelName, day: string, choice: Choice = {}): Term => ({
  from,
  when: 'PERIOD',
  day,
  ...choice,
});

/** A step of a target path; its value in millionths, so that it is exact. */
export interface PathPoint {
  readonly day: Day;
  readonly micros: number;
}

/** A figure to reach as long as no other is set: one value for ever, or a path, linear by days between its points. */
export type Target = { readonly value: number } | { readonly path: readonly PathPoint[] };

/** Whose target it is, and what it is as long as no other is set. */
export interface Goal {
  readonly key: string;
  readonly target: Target | null;
}

/** One part of an index: a metric of the catalogue, worth its weight in full at its target. */
export interface IndexPart {
  readonly metric: string;
  readonly weight: number;
  /** Nothing short of the target counts. */
  readonly allOrNothing?: true;
}

/**
 * Why something counted in the denominator lacks in the numerator. `code` is SQL that yields a key of `texts`, over
 * `x` (the row of `from` about the same thing, if there is one), `q.first` and `q.last` (the period, or twice the day),
 * `r.n` and `r.d` (what it counts and what it should). Texts show them as {n}, {d} and {lack}, `day` as {day}.
 */
export interface Shortfall {
  readonly from?: ReadModelName;
  /** `from` has spans: only the one that holds the day is looked at. */
  readonly held?: true;
  readonly code: string;
  readonly day?: string;
  /** A list of codes in a column, put into words as {notes}. */
  readonly notes?: { readonly sql: string; readonly texts: Readonly<Record<string, Message>> };
  /** Of a gap: SQL by which those come first that are nearest to closing it. */
  readonly order?: string;
  /** Of a share: SQL by which those stand that lack the same, the most telling first. */
  readonly among?: string;
  /** Of a gap: SQL of a json value about each row of its ranking, for the module that declares it. */
  readonly facts?: string;
  readonly texts: Readonly<Record<string, Message>>;
}

/** One figure, defined once: dashboard, GraphQL, packs and the command line all read this record. */
export interface MetricDefinition {
  readonly key: `${string}.${string}`;
  readonly name: Message;
  readonly unit: MetricUnit;
  readonly kind: MetricKind;
  readonly better: Direction;
  readonly target: Target | null;
  /** Forms that must have been delivered; without one of them the figure is null. */
  readonly needs: readonly FormLetter[];
  readonly dimensions: readonly Dimension[];
  readonly definition: Message;
  readonly numerator: Message;
  readonly denominator: Message | null;
  readonly owner: Message;
  /** The document that the figure comes from. */
  readonly document: Message;
  /** The action that opens the rows behind the figure. */
  readonly rows: Action;
  /** The figure is not the quotient but what its numerator lacks to this target. */
  readonly gapTo?: Goal;
  /** The figure is 100 × what these earn of the weights of those that have data. */
  readonly parts?: readonly IndexPart[];
  /** What must exist before it can be counted: null until then. */
  readonly awaits?: Message;
  /** Who is missing from the numerator of a share, and why. */
  readonly missing?: Shortfall;
  /** Why an employer is not counted at all, not even in the denominator: the first that yields a code is told. */
  readonly absent?: readonly Shortfall[];
  readonly counts: { readonly numerator: readonly Term[]; readonly denominator?: readonly Term[] };
}

/** Declares a metric; throws at once where the record contradicts itself. */
export function defineMetric(metric: MetricDefinition): MetricDefinition {
  const terms = [...metric.counts.numerator, ...(metric.counts.denominator ?? [])];
  const quotient = !!metric.gapTo || ['RATIO', 'PER_100', 'DAYS'].includes(metric.unit);
  const wrong = (why: string): never => {
    throw new Error(`metric ${metric.key}: ${why}`);
  };
  if (quotient !== !!metric.counts.denominator) wrong('a quotient, and only a quotient, has a denominator');
  if (!terms.length !== !!(metric.parts ?? metric.awaits)) wrong('it counts, adds up parts, or awaits');
  if (metric.missing && metric.unit !== 'RATIO' && !metric.gapTo) wrong('only a share tells who is missing');
  if (terms.some(term => (term.when === 'PERIOD') !== !!term.day)) wrong('PERIOD terms name their day');
  if (metric.kind === 'STOCK' && terms.some(term => term.when !== 'DAY'))
    wrong('a stock counts what is in force');
  return Object.freeze(metric);
}
