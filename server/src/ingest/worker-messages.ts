import type { Limits } from './limits.ts';
import type { ReaderEvent } from './reader-events.ts';
import type { RefusalCode } from './refusal-texts.ts';

/** What the reading thread is started with. */
export interface WorkerInput {
  readonly path: string;
  readonly fileName: string;
  readonly secret: string;
  readonly limits: Limits;
}

/** What the reading thread sends: events of the file, or that it refuses it. Each is answered by one empty message. */
export type FromWorker =
  | ReaderEvent
  | {
      readonly type: 'refusal';
      readonly code: RefusalCode;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Events that may be under way unanswered: one being applied, one waiting. */
export const creditsAtStart = 2;
