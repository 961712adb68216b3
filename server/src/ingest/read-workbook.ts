import type { Day } from '../kernel/days.ts';
import type { Limits } from './limits.ts';
import type { ReaderEvent, ReaderProgress } from './reader-events.ts';
import type { HeaderMapping } from './table/header-words.ts';
import { ReaderProcess } from './reader-process.ts';

export type { ReaderEvent, ReaderProgress, SheetEndEvent, SheetEvent, StagedRow } from './reader-events.ts';
export { IngestRefusal } from './refusal.ts';

/** What to read, and how. */
export interface ReadWorkbookInput {
  readonly path: string;
  readonly fileName: string;
  /** The forms known to the reading process: those of the catalogue. */
  readonly sources: 'catalogue';
  /** Personal values are sealed in the reading process. */
  readonly secret: string;
  readonly importDay: Day;
  readonly limits: Limits;
  /** The sender's own names for columns. */
  readonly mappings?: readonly HeaderMapping[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReaderProgress) => void) | undefined;
  /** Hears why a reader broke down; never anything of a row. */
  readonly onFault?: ((cause: string) => void) | undefined;
}

/**
 * Reads a department's file in a process of its own, with bounded memory. Events come in the order of the file; the next
 * batch is prepared while one is used. Throws IngestRefusal for a file that cannot be read, the signal's reason if aborted.
 */
export async function* readWorkbook(input: ReadWorkbookInput): AsyncGenerator<ReaderEvent, void, undefined> {
  const { path, fileName, secret, limits, mappings = [], signal, onFault } = input;
  signal?.throwIfAborted();
  const reader = new ReaderProcess({ job: { path, fileName, secret, limits, mappings }, signal, onFault });
  let sheet = '';
  let rows = 0;
  try {
    for (;;) {
      const event = await reader.next();
      if (event.type === 'sheet') sheet = event.name;
      if (event.type === 'rows') rows += event.rows.length;
      yield event;
      if (event.type === 'end') return;
      if (event.type === 'rows') input.onProgress?.({ sheet, rows, share: event.share });
      reader.acknowledge();
    }
  } finally {
    await reader.stop();
  }
}
