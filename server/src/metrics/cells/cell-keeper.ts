import { setTimeout as sleep } from 'node:timers/promises';
import { systemScope, type Database } from '../../kernel/database.ts';
import { KeptAnswers } from '../kept-answers.ts';
import type { KeptCells } from '../metric-reader.ts';
import type { MetricCells } from './metric-cells.ts';
import type { StoredTerms } from './stored-terms.ts';

/** How long a stale answer waits for more of them, so that an import of many files is followed once. */
const patience = 1_000;

/** Makes cells anew in the background of a hub that serves, whenever an answer had to do without them. */
export class CellKeeper implements KeptCells {
  readonly terms: StoredTerms;
  readonly answers: KeptAnswers;
  readonly #database: Database;
  readonly #cells: MetricCells;
  readonly #stop = new AbortController();
  #log: ((line: string) => void) | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #backend: number | undefined;

  constructor(database: Database, cells: MetricCells) {
    this.#database = database;
    this.#cells = cells;
    this.terms = cells.terms;
    this.answers = new KeptAnswers(database);
  }

  /** From now on this process keeps the cells; declarations that are no more lose theirs. */
  start(log: (line: string) => void): void {
    this.#log = log;
    this.#run(() => this.#database.transaction(systemScope('hub'), query => this.#cells.dropOthers(query)));
  }

  /** Breaks off what is under way: cells half made are rolled back. */
  async stop(): Promise<void> {
    this.#stop.abort();
    if (this.#backend !== undefined) {
      await this.#database
        .read(systemScope('hub'), 'select pg_cancel_backend($1)', [this.#backend])
        .catch(() => undefined);
    }
    await this.#running;
  }

  onStale(): void {
    if (!this.#log || this.#stop.signal.aborted) return;
    this.#again = true;
    if (!this.#running) this.#run(() => this.#wait(patience));
  }

  /** A fault is told and the next stale answer tries again: figures are right without cells. */
  #run(first: () => Promise<void>): void {
    const work = async (): Promise<void> => {
      await first();
      do {
        this.#again = false;
        if (!(await this.#refresh())) this.#again = true;
        if (this.#again) await this.#wait(patience);
      } while (this.#again && !this.#stop.signal.aborted);
    };
    this.#running = work()
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#log?.(`metric cells: ${(error as Error).message}`);
      })
      .finally(() => (this.#running = undefined));
  }

  async #wait(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Brings along what is a little behind, and makes the rest anew; false where somebody else stands in the way. */
  async #refresh(): Promise<boolean> {
    const missing = await this.#database.transaction(systemScope('hub'), async query => {
      const [lock] = await query<{ free: boolean }>(
        `select pg_try_advisory_xact_lock(hashtext('hub.import')) as free`,
      );
      if (lock?.free) await this.#cells.catchUp(query);
      return this.#cells.missing(query);
    });
    for (const stored of missing) {
      if (this.#stop.signal.aborted) return true;
      const rebuilt = this.#cells.rebuild(this.#database, stored, backend => (this.#backend = backend));
      if (!(await rebuilt.finally(() => (this.#backend = undefined)))) return false;
    }
    return true;
  }
}
