import type { Limits } from './limits.ts';
import type { HeaderMapping } from './table/header-words.ts';
import type { ReaderEvent, RowsEvent } from './reader-events.ts';
import type { RefusalCode } from './refusal-texts.ts';
import type { PackedRows } from './row-batch.ts';

/** What the reading process is told first: never in its arguments or its environment, where others could see it. */
export interface ReaderJob {
  readonly path: string;
  readonly fileName: string;
  readonly secret: string;
  readonly limits: Limits;
  /** The sender's own names for columns. */
  readonly mappings: readonly HeaderMapping[];
}

/** The events of a file as they cross: rows by column. */
export type SentEvent = Exclude<ReaderEvent, RowsEvent> | PackedRows;

/** What the reading process sends: events of the file, that it refuses it, or that it failed. Events are answered by one word. */
export type FromReader =
  | SentEvent
  | {
      readonly type: 'refusal';
      readonly code: RefusalCode;
      readonly params: Readonly<Record<string, string | number>>;
    }
  /** Where in our code it failed; the words of the fault could hold something of a row and stay behind. */
  | { readonly type: 'fault'; readonly cause: string };

/** What the reading process hears: its job, then one word for every event that was dealt with. */
export type ToReader = ReaderJob | typeof nextPlease;
/** Asks the reading process for its next batch. */
export const nextPlease = 'next';

/** Events that may be under way unanswered: those of one statement being applied, and those of the next. */
export const creditsAtStart = 6;
