import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Day } from '../kernel/days.ts';
import type { Limits } from './limits.ts';
import type { ReaderEvent, ReaderProgress, StagedRow } from './reader-events.ts';
import { IngestRefusal } from './refusal.ts';
import type { FromWorker, WorkerInput } from './worker-messages.ts';

export type { ReaderEvent, ReaderProgress, SheetEndEvent, SheetEvent, StagedRow } from './reader-events.ts';
export { IngestRefusal } from './refusal.ts';

/** What to read, and how. */
export interface ReadWorkbookInput {
  readonly path: string;
  readonly fileName: string;
  /** The forms known to the reading thread: those of the catalogue. */
  readonly sources: 'catalogue';
  /** Personal values are sealed in the reading thread. */
  readonly secret: string;
  readonly importDay: Day;
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReaderProgress) => void) | undefined;
}

/**
 * Reads a department's file in a thread of its own, with bounded memory. Events come in the order of the file; the next
 * batch is prepared while one is used. Throws IngestRefusal for a file that cannot be read, the signal's reason if aborted.
 */
export async function* readWorkbook(input: ReadWorkbookInput): AsyncGenerator<ReaderEvent, void, undefined> {
  input.signal?.throwIfAborted();
  const thread = new ReaderThread(input);
  let sheet = '';
  let rows = 0;
  try {
    for (;;) {
      const message = await thread.next();
      if (message.type === 'refusal') throw new IngestRefusal(message.code, message.params);
      if (message.type === 'sheet') sheet = message.name;
      if (message.type === 'rows') {
        rows += message.rows.length;
        yield { ...message, rows: message.rows.map(withBuffers) };
      } else yield message;
      if (message.type === 'end') return;
      if (message.type === 'rows') input.onProgress?.({ sheet, rows });
      thread.acknowledge();
    }
  } finally {
    await thread.stop();
  }
}

/** Buffers cross to another thread as plain byte arrays; PostgreSQL's driver and the vault want Buffers. */
function withBuffers(row: StagedRow): StagedRow {
  const values = Object.entries(row.values).map(([field, value]) => {
    if (value === null || typeof value !== 'object' || !('cipher' in value)) return [field, value] as const;
    return [field, { ...value, cipher: bufferOf(value.cipher) }] as const;
  });
  return { ...row, values: Object.fromEntries(values), raw: bufferOf(row.raw) };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the thread's code lies: the source file in tests, the build product otherwise. */
function workerFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const places = ['./', '../'].map(folder =>
    fileURLToPath(new URL(`${folder}ingest-worker.${extension}`, import.meta.url)),
  );
  return places.find(existsSync) ?? places[0] ?? '';
}

/** The thread's messages as a queue; its end, however it comes, wakes the waiting reader. */
class ReaderThread {
  readonly #worker: Worker;
  readonly #signal: AbortSignal | undefined;
  readonly #queue: FromWorker[] = [];
  readonly #gone: Promise<unknown>;
  #lastWord = false;
  #ended: Error | undefined;
  #wake: (() => void) | undefined;

  constructor({ path, fileName, secret, limits, signal }: ReadWorkbookInput) {
    const workerData: WorkerInput = { path, fileName, secret, limits };
    this.#signal = signal;
    this.#worker = new Worker(workerFile(), {
      workerData,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 32 },
    });
    this.#gone = new Promise(resolve => this.#worker.once('exit', resolve));
    this.#worker.on('message', (message: FromWorker) => {
      this.#queue.push(message);
      this.#lastWord ||= message.type === 'end' || message.type === 'refusal';
      this.#wake?.();
    });
    this.#worker.on('error', error => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#end(new IngestRefusal(outOfMemory ? 'OUT_OF_MEMORY' : 'READER_FAILED'));
    });
    this.#worker.on('exit', () => this.#end(new IngestRefusal('READER_FAILED')));
    signal?.addEventListener('abort', this.#aborted, { once: true });
  }

  readonly #aborted = (): void => {
    this.#queue.length = 0;
    this.#end(this.#signal?.reason instanceof Error ? this.#signal.reason : new Error('aborted'));
  };

  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  async next(): Promise<FromWorker> {
    for (;;) {
      this.#signal?.throwIfAborted();
      const message = this.#queue.shift();
      if (message) return message;
      if (this.#ended) throw this.#ended;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }

  acknowledge(): void {
    this.#worker.postMessage(null);
  }

  /** A thread that has said its last word leaves by itself and is not ended on its way out; any other is ended at once. */
  async stop(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#aborted);
    if (this.#lastWord) await Promise.race([this.#gone, setTimeout(1000, undefined, { ref: false })]);
    await this.#worker.terminate();
  }
}
