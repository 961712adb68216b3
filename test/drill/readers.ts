import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { defaultLimits } from '../../server/src/ingest/limits.ts';
import type { Reading } from './reader.ts';

/** Longer than this no file may take. */
export const patience = 10_000;
/** A reader is replaced after so many files, so that its memory speaks of few. */
const filesOfOne = 100;

/** What became of a file, its reader's end included. */
export type Verdict = Omit<Reading, 'outcome'> & { readonly outcome: Reading['outcome'] | 'CRASH' | 'SLOW' };

/** Readers one after another; the next one stands ready when one has died. */
export class Readers {
  #child: ChildProcess | undefined;
  #files = 0;

  async read(path: string, fileName: string): Promise<Verdict> {
    if (this.#child === undefined || ++this.#files > filesOfOne) await this.#replace();
    const child = this.#child;
    if (!child) throw new Error('no reader');
    const begun = performance.now();
    const ended = (outcome: Verdict['outcome'], detail: string): Verdict => ({
      outcome, detail, milliseconds: performance.now() - begun, megabytes: 0,
    }); // prettier-ignore
    const over = new AbortController();
    const first = Promise.race([
      once(child, 'message', over).then(([reading]) => reading as Reading),
      once(child, 'exit', over).then(([code, signal]) => ended('CRASH', String(code ?? signal))),
      new Promise<Verdict>(resolve => {
        const timer = setTimeout(() => resolve(ended('SLOW', '')), patience);
        over.signal.addEventListener('abort', () => clearTimeout(timer));
      }),
    ]);
    child.send({ path, fileName });
    const verdict = await first;
    over.abort();
    if (verdict.outcome === 'CRASH' || verdict.outcome === 'SLOW') await this.stop();
    return verdict;
  }

  async #replace(): Promise<void> {
    await this.stop();
    this.#files = 1;
    this.#child = fork(fileURLToPath(new URL('reader.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${defaultLimits.readerHeapMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(this.#child, 'spawn');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
