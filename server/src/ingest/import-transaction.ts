import { importsOf } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database, Query, Scope } from '../kernel/database.ts';
import { shanghaiDay, type Day } from '../kernel/days.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Vault } from '../kernel/personal.ts';
import { lookAs } from '../kernel/sight.ts';
import { applyFile } from './apply/apply-file.ts';
import { ImportLog } from './apply/import-log.ts';
import { Run } from './apply/run.ts';
import { inChange, type OnChange } from './change.ts';
import { recordImport } from './import-entry.ts';
import type { Form, Source } from './define-source.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { mappingsOf } from './mappings/header-mappings.ts';
import { recognisedSheets } from './preview/sheets-in-sight.ts';
import { keepPreview } from './preview/preview-pages.ts';
import { readWorkbook } from './read-workbook.ts';
import type { ImportProgress } from './progress/import-progress.ts';
import type { ImportRun } from './progress/import-run.ts';
import { stoppable } from './progress/stoppable.ts';
import type { ReaderEvent, SheetEvent } from './reader-events.ts';
import type { HeaderMapping } from './table/header-words.ts';

/** What imports need; the composition root hands it in. */
export interface IngestParts {
  readonly database: Database;
  readonly sources: readonly Source[];
  /** HUB_SECRET, for the reading process, which seals personal values itself. */
  readonly secret: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly limits?: Limits;
  /** Called inside the transaction of every change, after its facts are written. */
  readonly onChange?: OnChange;
  /** Hears why a reading process broke down; never anything of a row. */
  readonly onFault?: ((cause: string) => void) | undefined;
}

/** A file on disk, under the name its sender gave it. */
export interface GivenFile {
  readonly path: string;
  readonly fileName: string;
  /** UPLOAD, CLI or DEMO: how it came. */
  readonly origin: string;
}

/** How a file is taken in. */
export interface ImportOptions {
  /** The same report, and nothing is changed. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** One file on its way in. */
export interface ImportJob {
  readonly id: string;
  readonly viewer: Viewer;
  readonly scope: Scope;
  readonly file: GivenFile;
  readonly options: ImportOptions;
  /** Tells how far it has come, and says when to stop. */
  readonly run: ImportRun;
  /** The sheets met so far; they are told of also when the transaction is gone. */
  readonly seen: SheetEvent[];
}

/** A preview ends by throwing this, so that its transaction is rolled back. */
const previewOver = Symbol('preview over');

/** Applies one file in one transaction: it is all there afterwards, or nothing is. */
export async function importInOneTransaction(parts: IngestParts, job: ImportJob): Promise<void> {
  const preview = job.options.dryRun ?? false;
  const entry = { kind: 'IMPORT', actor: job.scope.actor, fileId: job.id } as const;
  const work = async (query: Query): Promise<void> => {
    const { knownAt, changeId: change } = await inChange(query, parts, entry, async changeId => {
      job.run.onPhase('READING');
      const known = parts.clock.now();
      const importDay = await dayOfArrival(query, job.id, known);
      const mappings = await mappingsOf(query, job.viewer);
      await applyFile(openRun(parts, job, query, { known, importDay }), {
        open: () => openReader(parts, job, importDay, mappings),
        permit: form => permit(job.viewer, form),
        seen: job.seen,
      });
      job.run.signal.throwIfAborted();
      job.run.onPhase('SETTLING');
      if (preview) {
        const { vault, sources } = parts;
        // From here on it sees what the sender may see: a preview shows nothing of rows that are others'.
        await lookAs(query, job.viewer.scope);
        const keep = {
          query,
          outside: outsideOf(parts, job),
          vault,
          sources,
          changeId,
          signal: job.run.signal,
        };
        await keepPreview(keep, await recognisedSheets(query, job.id));
        throw previewOver;
      }
    });
    await query(
      `with sheets as (update import_sheet set known_at = $2 where file_id = $1 and known_at is not null)
       update import_file set status = 'DONE', finished_at = $3 where id = $1`,
      [job.id, knownAt, parts.clock.now()],
    );
    await recordImport(parts.audit, query, job, change);
  };
  const { database } = parts;
  const { scope, run } = job;
  run.signal.throwIfAborted();
  const inTime = (query: Query): Promise<void> =>
    stoppable({ database, scope, query, signal: run.signal }, () => work(query));
  await database.transaction(scope, inTime).catch((error: unknown) => {
    if (error !== previewOver) throw error;
  });
}

/** What a file without a day of its own speaks of: the day it was sent, so that it says the same whenever it is told anew. */
async function dayOfArrival(query: Query, id: string, known: Date): Promise<Day> {
  const [file] = await query<{ at: Date }>('select received_at as at from import_file where id = $1', [id]);
  return shanghaiDay(file?.at ?? known);
}

/** What stays although the transaction is rolled back. */
const outsideOf =
  ({ database }: IngestParts, { scope }: ImportJob): Query =>
  (sql, values) =>
    database.transaction(scope, other => other(sql, values));

/** A preview enters its sheets and findings outside the transaction that it rolls back, so that they can be read. */
function openRun(
  parts: IngestParts,
  job: ImportJob,
  query: Query,
  moment: { readonly known: Date; readonly importDay: Day },
): Run {
  const { sources, vault } = parts;
  const preview = job.options.dryRun ?? false;
  const rows = new ImportLog(query, job.id);
  const log = preview ? new ImportLog(outsideOf(parts, job), job.id) : rows;
  const { channels } = job.viewer.scope;
  const limits = { preview, channels: channels === '*' ? null : channels };
  return new Run({ query, log, rows, sources, vault, ...moment, ...limits });
}

/** When the file has been read once, what remains is applying. */
async function* openReader(
  { secret, limits = defaultLimits, onFault }: IngestParts,
  { file, run }: ImportJob,
  importDay: Day,
  mappings: readonly HeaderMapping[],
): AsyncGenerator<ReaderEvent> {
  const { onProgress, signal } = run;
  yield* readWorkbook({
    path: file.path, fileName: file.fileName, sources: 'catalogue', secret, limits, mappings,
    importDay, signal, onProgress, onFault,
  }); // prettier-ignore
  run.onPhase('APPLYING');
}

/** A department sends its own forms and no others; one foreign sheet refuses the file. */
function permit(viewer: Viewer, form: Form): void {
  const own = importsOf(viewer);
  if (own.includes(form)) return;
  throw new DomainError('FORBIDDEN', {
    zh: `您的角色不能报送报表 ${form}（可报送：${own.join('、') || '无'}），文件未导入。`,
    en: `Your role may not send form ${form} (it may send: ${own.join(', ') || 'none'}); nothing of the file was imported.`,
  });
}
