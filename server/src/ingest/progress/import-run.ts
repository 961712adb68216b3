import type { Database, Scope } from '../../kernel/database.ts';
import type { ReaderProgress } from '../reader-events.ts';
import { notBegun, type ImportPhase, type ImportProgress } from './import-progress.ts';

/** How often a running import tells where it stands, and hears whether it is to stop. */
const beat = 1_000;

/** Thrown by an import that was asked to stop. */
export class ImportStopped extends Error {
  constructor() {
    super('the import was stopped');
    this.name = 'ImportStopped';
  }
}

/** One import at work: what it tells of itself once a second, and the signal that stops it. */
export class ImportRun {
  readonly signal: AbortSignal;
  readonly #database: Database;
  readonly #scope: Scope;
  readonly #id: string;
  readonly #stop = new AbortController();
  readonly #tell: ((progress: ImportProgress) => void) | undefined;
  readonly #timer: NodeJS.Timeout;
  #progress = notBegun;
  #beating: Promise<unknown> = Promise.resolve();

  constructor(
    at: { readonly database: Database; readonly scope: Scope; readonly id: string },
    outer?: AbortSignal,
    tell?: (progress: ImportProgress) => void,
  ) {
    [this.#database, this.#scope, this.#id, this.#tell] = [at.database, at.scope, at.id, tell];
    this.signal = outer ? AbortSignal.any([outer, this.#stop.signal]) : this.#stop.signal;
    this.#timer = setInterval(() => (this.#beating = this.#beat()), beat).unref();
  }

  /** Resolves when the import is asked to stop. */
  get stopped(): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise(resolve => this.signal.addEventListener('abort', () => resolve(), { once: true }));
  }

  stop(): void {
    this.#stop.abort(new ImportStopped());
  }

  readonly onPhase = (phase: ImportPhase): void => this.#note({ ...this.#progress, phase });

  readonly onProgress = ({ sheet, rows, share }: ReaderProgress): void =>
    this.#note({ ...this.#progress, sheet, rows, share });

  #note(progress: ImportProgress): void {
    this.#progress = progress;
    this.#tell?.(progress);
  }

  /** Other processes of the hub read where this import stands, and ask it to stop, in its row. A beat may be missed. */
  async #beat(): Promise<void> {
    const { phase, sheet, rows, share } = this.#progress;
    await this.#beating;
    const asked = await this.#database
      .transaction(this.#scope, query =>
        query<{ asked: boolean }>(
          `update import_run set phase = $2, sheet = $3, rows = $4, share = $5, told_at = now() where file_id = $1
           returning cancel_asked_at is not null as asked`,
          [this.#id, phase, sheet, rows, share],
        ),
      )
      .catch(() => []);
    if (asked[0]?.asked) this.stop();
  }

  /** The import is over. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
  }
}
