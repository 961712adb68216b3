import { setTimeout } from 'node:timers/promises';
import { demand } from '../../access/policy.ts';
import { actorOf, type Viewer } from '../../access/viewer.ts';
import type { AuditTrail } from '../../kernel/audit.ts';
import type { Database, Scope } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { ImportStatus } from '../import-files.ts';
import { isUuid } from '../keyset.ts';
import { departmentOf } from '../mappings/header-mappings.ts';
import type { ImportProgress } from './import-progress.ts';
import { ImportRun } from './import-run.ts';

/** What an import at work is given by whoever starts it. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onTold?: ((progress: ImportProgress) => void) | undefined;
}

const running: readonly ImportStatus[] = ['RECEIVED', 'RUNNING'];
/** An import stops within two seconds wherever it runs; after that it is over or past stopping. */
const patience = 3_000;

/** The imports at work: those of this process by hand, those of others through their rows. */
export class ImportRuns {
  readonly #database: Database;
  readonly #audit: AuditTrail;
  readonly #here = new Map<string, ImportRun>();

  constructor(database: Database, audit: AuditTrail) {
    [this.#database, this.#audit] = [database, audit];
  }

  /** Enters an import that has begun; `close` is told when it is over. */
  async open(id: string, viewer: Viewer, scope: Scope, options: RunOptions = {}): Promise<ImportRun> {
    await this.#database.transaction(scope, query =>
      query(`insert into import_run (file_id, department) values ($1, $2)`, [id, departmentOf(viewer)]),
    );
    const run = new ImportRun({ database: this.#database, scope, id }, options.signal, options.onTold);
    this.#here.set(id, run);
    return run;
  }

  async close(id: string): Promise<void> {
    const run = this.#here.get(id);
    this.#here.delete(id);
    await run?.close();
  }

  /** Stops an import of the viewer's own and waits until it has stopped; one that is over cannot be stopped. */
  async cancel(viewer: Viewer, id: string): Promise<void> {
    demand(viewer, 'import.write');
    const before = await this.#status(viewer, id);
    if (before === 'CANCELLED') return;
    if (!running.includes(before)) throw over();
    await this.#database.transaction(viewer.scope, async query => {
      await query(
        `update import_run set cancel_asked_at = coalesce(cancel_asked_at, now()) where file_id = $1`,
        [id],
      );
      await this.#audit.record(query, actorOf(viewer), { act: 'cancelImport', object: `Import:${id}` });
    });
    this.#here.get(id)?.stop();
    for (const until = performance.now() + patience; performance.now() < until;) {
      const status = await this.#status(viewer, id);
      if (status === 'CANCELLED') return;
      if (!running.includes(status)) throw over();
      await setTimeout(50);
    }
  }

  async #status(viewer: Viewer, id: string): Promise<ImportStatus> {
    if (!isUuid(id)) throw DomainError.notFound();
    const [row] = await this.#database.read<{ status: ImportStatus }>(
      viewer.scope,
      `select status from import_file where id = $1 and (actor = $2 or $3)`,
      [id, viewer.scope.actor, viewer.kind === 'SYSTEM'],
    );
    if (!row) throw DomainError.notFound();
    return row.status;
  }
}

const over = (): DomainError =>
  new DomainError('INVALID_TRANSITION', {
    zh: '该导入已经结束，无法取消；如内容有误，可以整体撤回。',
    en: 'This import is over and cannot be cancelled; if it was wrong it can be withdrawn.',
  });
