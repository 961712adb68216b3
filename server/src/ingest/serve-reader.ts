import { Vault } from '../kernel/personal.ts';
import type { Source } from './define-source.ts';
import { openWorkbook } from './file/open-workbook.ts';
import type { Limits } from './limits.ts';
import {
  creditsAtStart,
  nextPlease,
  type FromReader,
  type ReaderJob,
  type SentEvent,
  type ToReader,
} from './reader-messages.ts';
import { IngestRefusal } from './refusal.ts';
import { headersOfForms } from './table/header-words.ts';
import { isOwnSheet } from './table/own-sheets.ts';
import { readSheet } from './table/read-sheet.ts';

const mega = 1024 * 1024;
const watchEvery = 250;
let credits = creditsAtStart;
let proceed: (() => void) | undefined;

/** Resolves when the message is under way. */
const post = (message: FromReader): Promise<void> =>
  new Promise(resolve => {
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });

/** Waits until the hub has room for another batch. */
async function send(event: SentEvent): Promise<void> {
  while (credits === 0) {
    await new Promise<void>(resolve => {
      proceed = resolve;
    });
  }
  credits--;
  void post(event);
}

async function run(sources: readonly Source[], job: ReaderJob): Promise<void> {
  const { path, fileName, secret, limits, mappings } = job;
  const vault = new Vault(secret);
  const forms = headersOfForms(sources, mappings);
  const workbook = await openWorkbook(path, fileName, limits);
  const last = workbook.sheets.findLastIndex(sheet => !isOwnSheet(sheet.name));
  for (const [position, sheet] of workbook.sheets.entries()) {
    const share = workbook.share ?? (() => (position + 1) / workbook.sheets.length);
    for await (const event of readSheet(sheet, position, forms, vault, position >= last)) {
      await send(event.type === 'packed' ? { ...event, share: share() } : event);
    }
  }
  await workbook.close();
  await send({ type: 'end' });
}

/** A fault as the log may hear it: its kind and the places in our code, not its words. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 4).map(line => line.trim())].join(' ');
}

/** The heap has a limit of its own; this one is for everything together. */
function watchMemory(limits: Limits): void {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= limits.readerMegabytes * mega) return;
    clearInterval(watch);
    void post({ type: 'refusal', code: 'OUT_OF_MEMORY', params: {} }).then(() => process.exit(1));
  }, watchEvery);
}

/**
 * The whole of the reading process: it is told its job, opens the file, reads it sheet by sheet and sends typed rows.
 * It keeps no state and touches no database, so it can be ended at any moment; it goes when the hub is gone.
 */
export function serveReader(sources: readonly Source[]): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: ToReader) => {
    if (message === nextPlease) {
      credits++;
      proceed?.();
      return;
    }
    watchMemory(message.limits);
    void run(sources, message).catch((error: unknown) =>
      error instanceof IngestRefusal
        ? post({ type: 'refusal', code: error.code, params: error.params })
        : post({ type: 'fault', cause: causeOf(error) }),
    );
  });
}
