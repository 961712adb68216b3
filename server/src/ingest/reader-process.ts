import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IngestRefusal } from './refusal.ts';
import { unpackRows } from './row-batch.ts';
import type { ReaderEvent } from './reader-events.ts';
import { nextPlease, type FromReader, type ReaderJob } from './reader-messages.ts';

/** How a reader is started and given up. */
export interface ReaderStart {
  readonly job: ReaderJob;
  readonly signal?: AbortSignal | undefined;
  /** Hears why a reader broke down; never anything of a row. */
  readonly onFault?: ((cause: string) => void) | undefined;
}

/** Where the reader's code lies: the source file in tests, the build product otherwise. */
function readerFile(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const places = ['./', '../'].map(folder =>
    fileURLToPath(new URL(`${folder}ingest-reader.${extension}`, import.meta.url)),
  );
  return places.find(existsSync) ?? places[0] ?? '';
}

/** Nothing of the hub's environment but where compiled code may be kept: settings and secrets stay here. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['NODE_COMPILE_CACHE', 'SystemRoot', 'TZ'].map(name => [name, process.env[name]] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

/**
 * A process of its own that reads one file: what a file can break is this process alone. Its messages are a queue; its
 * end, however it comes, wakes whoever waits. It is killed when it is no longer wanted and leaves when the hub is gone.
 */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #signal: AbortSignal | undefined;
  readonly #onFault: ((cause: string) => void) | undefined;
  readonly #queue: FromReader[] = [];
  readonly #gone: Promise<unknown>;
  #ended: Error | undefined;
  #wake: (() => void) | undefined;
  #lastWords = '';

  constructor({ job, signal, onFault }: ReaderStart) {
    [this.#signal, this.#onFault] = [signal, onFault];
    this.#child = fork(readerFile(), [], {
      env: bareEnvironment(),
      execArgv: [`--max-old-space-size=${job.limits.readerHeapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#gone = new Promise(resolve => this.#child.once('close', resolve));
    this.#child.on('message', (message: FromReader) => {
      this.#queue.push(message);
      this.#wake?.();
    });
    this.#child.stderr?.on('data', (bytes: Buffer) => {
      this.#lastWords = (this.#lastWords + bytes.toString('latin1')).slice(-4000);
    });
    this.#child.on('error', error => this.#end(this.#broken(error.message)));
    this.#child.on('close', (code, by) => this.#end(this.#broken(`exit ${code ?? by}`)));
    this.#child.send(job, () => undefined);
    signal?.addEventListener('abort', this.#aborted, { once: true });
  }

  readonly #aborted = (): void => {
    this.#queue.length = 0;
    this.#child.kill('SIGKILL');
    this.#end(this.#signal?.reason instanceof Error ? this.#signal.reason : new Error('aborted'));
  };

  /** V8 says so on its way out when the heap is full. */
  #broken(how: string): IngestRefusal {
    const outOfMemory = /heap out of memory|Allocation failed|invalid table size/i.test(this.#lastWords);
    if (!this.#ended && !outOfMemory) this.#onFault?.(`the reader of a file ended unexpectedly: ${how}`);
    return new IngestRefusal(outOfMemory ? 'OUT_OF_MEMORY' : 'READER_FAILED');
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  /** The next message; throws when there will be none. */
  async next(): Promise<ReaderEvent> {
    for (;;) {
      this.#signal?.throwIfAborted();
      const message = this.#queue.shift();
      if (message) return this.#heard(message);
      if (this.#ended) throw this.#ended;
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }

  #heard(message: FromReader): ReaderEvent {
    if (message.type === 'end') this.#ended = new Error('the reader has said everything');
    if (message.type === 'refusal') throw (this.#ended = new IngestRefusal(message.code, message.params));
    if (message.type === 'packed') return unpackRows(message);
    if (message.type !== 'fault') return message;
    this.#onFault?.(`the reader of a file failed: ${message.cause}`);
    throw (this.#ended = new IngestRefusal('READER_FAILED'));
  }

  /** Says that there is room for another batch. */
  acknowledge(): void {
    if (this.#child.connected) this.#child.send(nextPlease, () => undefined);
  }

  /** The process is gone when this returns. */
  async stop(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#aborted);
    this.#ended ??= new Error('the reader is no longer wanted');
    this.#child.kill('SIGKILL');
    await this.#gone;
  }
}
