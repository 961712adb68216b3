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
  return status === 'REFUSED' || status === 'FAILED' ? 'missed' : 'muted';
}

interface Counted {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly parked: number;
  readonly duplicates: number;
}

/** What became of the rows; together they are the rows that were read. */
export const fates = ['inserted', 'updated', 'unchanged', 'rejected', 'parked', 'duplicates'] as const;

/** Whether no row is lost and none counted twice. */
export const addsUp = (sheet: Counted): boolean =>
  fates.reduce((sum, fate) => sum + sheet[fate], 0) === sheet.rowsRead;
