import { parentPort, workerData } from 'node:worker_threads';
import { Vault } from '../kernel/personal.ts';
import type { Source } from './define-source.ts';
import { openWorkbook } from './file/open-workbook.ts';
import type { ReaderEvent } from './reader-events.ts';
import { IngestRefusal } from './refusal.ts';
import { headersOfForms } from './table/header-words.ts';
import { readSheet } from './table/read-sheet.ts';
import { creditsAtStart, type FromWorker, type WorkerInput } from './worker-messages.ts';

let credits = creditsAtStart;
let proceed: (() => void) | undefined;

/** Waits until the main thread has room for another batch. */
async function send(event: ReaderEvent): Promise<void> {
  while (credits === 0) {
    await new Promise<void>(resolve => {
      proceed = resolve;
    });
  }
  credits--;
  post(event);
}

const post = (message: FromWorker): void => parentPort?.postMessage(message);

async function run(sources: readonly Source[], input: WorkerInput): Promise<void> {
  const { path, fileName, secret, limits } = input;
  const vault = new Vault(secret);
  const forms = headersOfForms(sources);
  const workbook = await openWorkbook(path, fileName, limits);
  for (const [position, sheet] of workbook.sheets.entries()) {
    for await (const event of readSheet(sheet, position, forms, vault)) await send(event);
  }
  await workbook.close();
  await send({ type: 'end' });
}

/**
 * The whole of the reading thread: it opens the file, reads it sheet by sheet and sends typed rows. It keeps no state and
 * touches no database, so it can be ended at any moment.
 */
export function serveReader(sources: readonly Source[]): void {
  parentPort?.on('message', () => {
    credits++;
    proceed?.();
  });
  void run(sources, workerData as WorkerInput)
    .catch((error: unknown) => {
      if (!(error instanceof IngestRefusal)) throw error;
      post({ type: 'refusal', code: error.code, params: error.params });
    })
    .finally(() => parentPort?.unref());
}
