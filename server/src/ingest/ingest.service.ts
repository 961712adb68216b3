import { demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import { systemScope } from '../kernel/database.ts';
import { hideNumbers } from '../kernel/personal-numbers.ts';
import type { Source } from './define-source.ts';
import { fingerprint } from './fingerprint.ts';
import { ImportFiles } from './import-files.ts';
import { refusalOf, sheetMessage, type FileOutcome } from './import-outcome.ts';
import { loadReports } from './import-report.ts';
import { noteImport } from './import-entry.ts';
import { ImportRuns } from './progress/import-runs.ts';
import {
  importInOneTransaction, type GivenFile, type ImportJob, type ImportOptions, type IngestParts,
} from './import-transaction.ts'; // prettier-ignore

/** An import that has begun: its id at once, its outcome when it is over. */
export interface StartedImport {
  readonly id: string;
  readonly done: Promise<FileOutcome>;
}

/** Takes department files in: one file, one transaction, one report for each of its sheets. */
export class IngestService {
  readonly #parts: IngestParts;
  readonly #files: ImportFiles;
  readonly #runs: ImportRuns;
  /** Imports of this process go one after the other; none holds a connection while it waits. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: IngestParts) {
    this.#parts = parts;
    this.#files = new ImportFiles(parts.database);
    this.#runs = new ImportRuns(parts.database, parts.audit);
  }

  /** The department forms that the hub reads. */
  get sources(): readonly Source[] {
    return this.#parts.sources;
  }

  /** Imports one file and waits for its end. A refusal is an outcome; only a fault of ours is thrown. */
  async importFile(viewer: Viewer, file: GivenFile, options: ImportOptions = {}): Promise<FileOutcome> {
    return (await this.start(viewer, file, options)).done;
  }

  /** Enters the file in the book and begins; the file must stay where it is until `done`. */
  async start(viewer: Viewer, given: GivenFile, options: ImportOptions = {}): Promise<StartedImport> {
    demand(viewer, 'import.write');
    const file = { ...given, fileName: hideNumbers(given.fileName) };
    const scope = systemScope(viewer.scope.actor);
    const { fileName, origin } = file;
    const id = await this.#files.receive(scope, {
      fileName, origin, ...(await fingerprint(file.path)), dryRun: options.dryRun ?? false,
      sentBy: viewer.name, receivedAt: this.#parts.clock.now(),
      channels: viewer.scope.channels === '*' ? null : viewer.scope.channels,
    }); // prettier-ignore
    const run = await this.#runs.open(id, viewer, scope, {
      signal: options.signal,
      onTold: options.onProgress,
    });
    // Whoever is stopped while waiting need not wait to the end.
    const turn = Promise.race([this.#queue, run.stopped]);
    const done = turn
      .then(() => this.#import({ id, viewer, scope, file, options, run, seen: [] }))
      .finally(() => this.#runs.close(id));
    this.#queue = Promise.allSettled([this.#queue, done]);
    return { id, done };
  }

  /** Stops an import of the viewer's own; returns when it has stopped and nothing of it is left. */
  cancel(viewer: Viewer, id: string): Promise<void> {
    return this.#runs.cancel(viewer, id);
  }

  /** At start: imports that were running when the hub last ended have failed, and changed nothing. */
  failUnfinished(): Promise<number> {
    return this.#files.failUnfinished(systemScope('hub'), this.#parts.clock.now());
  }

  async #import(job: ImportJob): Promise<FileOutcome> {
    const { id, scope, seen, options, run } = job;
    const [{ fileName }, dryRun] = [job.file, options.dryRun ?? false];
    try {
      await importInOneTransaction(this.#parts, job);
      if (dryRun) await this.#files.finish(scope, id, 'DONE', this.#parts.clock.now());
      if (dryRun) await noteImport(this.#parts.audit, job, 'DONE');
    } catch (error) {
      const refusal = refusalOf(error, seen, run.signal);
      const status = !refusal ? 'FAILED' : refusal.code === 'CANCELLED' ? 'CANCELLED' : 'REFUSED';
      await this.#files.giveUp(job, status, this.#parts.clock.now(), refusal);
      await noteImport(this.#parts.audit, job, status, refusal);
      if (!refusal || status === 'FAILED') throw error;
      return { id, fileName, dryRun, status, refusal, unrecognised: [], reports: [] };
    }
    const unrecognised = seen
      .filter(sheet => sheet.form === null)
      .map(sheet => ({ sheet: sheet.name, message: sheetMessage(sheet) }));
    const reports = await loadReports(this.#parts.database, scope, id);
    return { id, fileName, dryRun, status: 'DONE', refusal: null, unrecognised, reports };
  }
}
