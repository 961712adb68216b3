import type { ImportStatus } from '@hexie/schema/generated/documents.ts';

interface Stateful {
  readonly status: ImportStatus;
  readonly dryRun: boolean;
}

/** The word for an import's state: a finished check is not "stored". */
export const stateKey = ({ status, dryRun }: Stateful): string =>
  status === 'DONE' && dryRun ? 'dryRun' : status;

/** Its colour; the word always stands with it. */
export function stateTone({ status, dryRun }: Stateful): string {
  if (status === 'DONE') return dryRun ? 'near' : 'met';
  if (status === 'WITHDRAWN') return 'near';
  return status === 'REFUSED' || status === 'FAILED' ? 'missed' : 'muted';
}

/** What became of the rows; together they are the rows that were read. */
export const fates = ['inserted', 'updated', 'unchanged', 'rejected', 'parked', 'duplicates'] as const;

/** The way of a file, in its order. */
export const steps = ['send', 'check', 'store', 'report'] as const;
export type Step = (typeof steps)[number];

const running: readonly ImportStatus[] = ['RECEIVED', 'RUNNING'];

/** Whether the hub is still at it. */
export const isRunning = (status: ImportStatus): boolean => running.includes(status);

/** Where a file stands on its way; before the hub has answered it is being sent. */
export function stepOf(report: Stateful | undefined, preview: boolean): Step {
  if (!report) return preview ? 'send' : 'store';
  if (report.dryRun) return 'check';
  return isRunning(report.status) ? 'store' : 'report';
}
