import type { Action } from '../../access/policy.ts';
import type { Message } from '../../kernel/errors.ts';
import type { TimelineKind } from './timeline-kinds.ts';

/** One kind of event told by the rows of a table. Expressions are SQL over the table's own columns. */
export interface TimelineEvent {
  readonly kind: TimelineKind;
  /** The day it happened; rows without it tell nothing. */
  readonly day: string;
  readonly where?: string;
  /** Texts handed to `tell`; never a personal value. */
  readonly params: readonly string[];
  /** The sentence beside the kind. */
  readonly tell: (...params: (string | null)[]) => Message;
  /** Many rows of one month are one event, with their number as the only parameter. */
  readonly monthly?: boolean;
}

/** What the rows of one table tell of an employer's life. */
export interface Timeline {
  /** Type of the row in the read catalogue, for the link from the event to it; null where it has no page. */
  readonly type: string | null;
  readonly table: string;
  /** Column of the employer. */
  readonly enterprise: string;
  readonly needs: Action;
  readonly tables?: readonly string[];
  readonly events: readonly TimelineEvent[];
}

/** Declares what a table tells of an employer's life. */
export const defineTimeline = (timeline: Timeline): Timeline => Object.freeze(timeline);
