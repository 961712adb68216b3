import type { Database, Scope } from '../kernel/database.ts';
import type { Message } from '../kernel/errors.ts';
import { ImportLog } from './apply/import-log.ts';
import type { SheetEvent } from './reader-events.ts';

/** The whole of one file's fate, but for its sheets. */
export const importStatuses = [
  'RECEIVED',
  'RUNNING',
  'DONE',
  'REFUSED',
  'CANCELLED',
  'FAILED',
  'WITHDRAWN',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What an act on an import was decided on: it waits, runs, is over, is withdrawn, in this order and never back. */
export const importVersion = (status: ImportStatus): number =>
  status === 'RECEIVED' ? 1 : status === 'RUNNING' ? 2 : status === 'WITHDRAWN' ? 4 : 3;

/** What is known of a file before it is read. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly origin: string;
  readonly dryRun: boolean;
  readonly sentBy: string;
  readonly receivedAt: Date;
  /** The channels that the sender sees; null are all. */
  readonly channels: readonly string[] | null;
}

/** Why a whole file was refused, as it is kept. */
export interface Refusal {
  readonly code: string;
  readonly message: Message;
  readonly missingColumns: readonly string[];
}

/** An import that came to nothing, and the sheets that were met. */
interface GivenUp {
  readonly id: string;
  readonly scope: Scope;
  readonly seen: readonly SheetEvent[];
}

/** Two imports never run at once: each waits for this lock, and it falls with the transaction. */
export const importLock = `hashtext('hub.import')`;

/** The book of files that arrived; each entry is committed by itself, so that a failed import is seen. */
export class ImportFiles {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async receive(scope: Scope, file: ReceivedFile): Promise<string> {
    const [row] = await this.#run<{ id: string }>(
      scope,
      `insert into import_file (file_name, sha256, size_bytes, origin, dry_run, sent_by, received_at, actor, channels, status)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'RUNNING') returning id`,
      [
        file.fileName,
        file.sha256,
        file.sizeBytes,
        file.origin,
        file.dryRun,
        file.sentBy,
        file.receivedAt,
        scope.actor,
        file.channels,
      ],
    );
    return row?.id ?? '';
  }

  async finish(scope: Scope, id: string, status: ImportStatus, now: Date, refusal?: Refusal): Promise<void> {
    await this.#run(
      scope,
      `update import_file set status = $2, finished_at = $3, refusal_code = $4, refusal = $5 where id = $1`,
      [id, status, now, refusal?.code ?? null, refusal ? JSON.stringify(refusal) : null],
    );
  }

  /** The transaction is gone; what remains is the entry of the file and of the sheets that fit no form. */
  async giveUp(job: GivenUp, status: ImportStatus, now: Date, refusal?: Refusal): Promise<void> {
    const { id, scope } = job;
    await this.#database.transaction(scope, async query => {
      await query(
        `with issues as (delete from import_issue where sheet_id in (select id from import_sheet where file_id = $1)),
         chunks as (delete from import_chunk where sheet_id in (select id from import_sheet where file_id = $1))
         delete from import_sheet where file_id = $1`,
        [id],
      );
      const log = new ImportLog(query, id);
      for (const sheet of job.seen.filter(one => one.form === null)) await log.unrecognised(sheet);
    });
    await this.finish(scope, id, status, now, refusal);
  }

  /** At start: what was running when the hub ended has changed nothing and never will. */
  async failUnfinished(scope: Scope, now: Date): Promise<number> {
    const rows = await this.#run(
      scope,
      `update import_file set status = 'FAILED', finished_at = $1
        where status in ('RECEIVED', 'RUNNING') and pg_try_advisory_xact_lock(${importLock}) returning id`,
      [now],
    );
    return rows.length;
  }

  #run<Row extends object>(scope: Scope, sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#database.transaction(scope, query => query<Row>(sql, values));
  }
}
