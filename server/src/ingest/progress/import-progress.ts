/** Where a running import stands. */
export const importPhases = ['WAITING', 'READING', 'APPLYING', 'SETTLING'] as const;
export type ImportPhase = (typeof importPhases)[number];

/** How far a running import has come. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly sheet: string | null;
  /** Data rows read in this phase. */
  readonly rows: number;
  /** Of the file's bytes, from 0 to 1. */
  readonly share: number;
}

/** Nothing has been read yet. */
export const notBegun: ImportProgress = { phase: 'WAITING', sheet: null, rows: 0, share: 0 };
