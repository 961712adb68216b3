import type { Message } from '../kernel/errors.ts';
import type { Dimension } from './dimensions.ts';

/** Read models are named `rm_…`; other read models and metrics refer to them by name. */
export type ReadModelName = `rm_${string}`;

/** What one row of a read model is, and the column that says which: the drill-down lists these. */
export const things = {
  ENTERPRISE: 'enterprise_id',
  CONTRACT: 'contract_id',
  CERTIFICATION: 'certification_id',
  INSPECTION: 'inspection_id',
  DISPUTE: 'dispute_id',
} as const;
export type Thing = keyof typeof things;

/**
 * A named set of rows that metrics count, as SQL text. It is composed into a statement as a common table
 * expression, so that the same text reads the facts of now or, with the tables shadowed, those of any moment known.
 * Every row has `enterprise_id`, and either `starts` and `ends` (what lasts: its first day and the day after its last;
 * none or infinity = open-ended, an end not after the start = never) or columns of days (what happened).
 */
export interface ReadModel {
  readonly name: ReadModelName;
  readonly about: Message;
  /** An employer if nothing is said. */
  readonly thing?: Thing;
  readonly sql: string;
  /** The same rows where only those that hold the day `q.last` are wanted, if they can be had much cheaper. */
  readonly onDay?: string;
  /**
   * Rows that hold on the same of the days asked for (`asked.days`, ascending), if they can be had much cheaper: they may
   * begin and end on any day that lies between the same two of these, and those that hold on none may be left out.
   */
  readonly onDays?: string;
  /** The codes that stand in its rows, or in the roster that it reads, for cuts in this order. */
  readonly codes?: FixedCodes;
}

/** Codes that the forms fix, with their names; those of the other dimensions stand in the database or are free text. */
export type FixedCodes = Readonly<Partial<Record<Dimension, Readonly<Record<string, Message>>>>>;

/** Declares a set of rows that metrics count. */
export const defineReadModel = (model: ReadModel): ReadModel => Object.freeze(model);
