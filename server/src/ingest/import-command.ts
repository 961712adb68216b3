import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import type { Viewer } from '../access/viewer.ts';
import type { IngestService } from './ingest.service.ts';
import type { ImportReport } from './import-report.ts';
import { bilingual, importText, printable } from './import-text.ts';
import type { ImportProgress } from './progress/import-progress.ts';
import { progressBar, progressLine } from './progress/progress-bar.ts';

/** What the `import` command of the command line works with. */
export interface ImportCommandDeps {
  readonly ingest: IngestService;
  readonly viewer: Viewer;
  /** Writes the answer: the value as JSON, or what the function makes of it. */
  answer<Value>(value: Value, text: (value: Value) => string): Promise<void>;
  /** Writes a line for the person at the terminal. */
  say(line: string): void;
  /** Sets columns of equal width. */
  table(header: readonly string[], rows: readonly (readonly unknown[])[]): string;
  readonly signal?: AbortSignal;
  /** A line in place of the one before; null where there is no terminal. */
  readonly status: ((line: string | null) => void) | null;
  /** How wide the terminal is. */
  readonly columns?: number | undefined;
}

/** Runs `import FILE…`: every file by itself; one that is refused stops no other, and the exit status is then 1. */
export async function importCommand(
  deps: ImportCommandDeps,
  paths: readonly string[],
  options: { readonly dryRun?: boolean } = {},
): Promise<number> {
  const reports: ImportReport[] = [];
  let status = 0;
  for (const path of paths) {
    if (deps.signal?.aborted) return 1;
    const fileReports = await importOne(deps, path, options.dryRun ?? false);
    if (fileReports) reports.push(...fileReports);
    else status = 1;
  }
  await deps.answer(reports, all => importText(all, deps.table));
  return status;
}

/** The reports of one file, or undefined when it was refused and that has been said. */
async function importOne(
  { ingest, viewer, say, status, columns, signal }: ImportCommandDeps,
  path: string,
  dryRun: boolean,
): Promise<readonly ImportReport[] | undefined> {
  const fileName = basename(path);
  const refuse = (words: string): undefined => void say(`${printable(fileName)}: ${words}`);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return refuse('没有这个文件 / there is no such file');
  const name = printable(fileName);
  const onProgress = status
    ? every(100, (progress: ImportProgress) => status(progressBar(name, progress, columns)))
    : every(1_000, (progress: ImportProgress) => say(progressLine(name, progress)));
  const options = { dryRun, onProgress, ...(signal && { signal }) };
  const outcome = await ingest
    .importFile(viewer, { path, fileName, origin: 'CLI' }, options)
    .finally(() => status?.(null));
  if (outcome.refusal) return refuse(`${outcome.refusal.code} ${bilingual(outcome.refusal.message)}`);
  for (const { sheet, message } of outcome.unrecognised) {
    say(`${printable(fileName)} · ${printable(sheet)}: ${message ? bilingual(message) : ''}`);
  }
  return outcome.reports;
}

/** Progress is for a person: no more often than they can read, and none for what is over sooner. */
function every<Progress>(
  milliseconds: number,
  tell: (progress: Progress) => void,
): (progress: Progress) => void {
  let last = performance.now();
  return progress => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    tell(progress);
  };
}
