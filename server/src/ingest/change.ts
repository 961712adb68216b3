import type { AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Query } from '../kernel/database.ts';

/** What may change facts, or what they are counted by; every change is entered in the book of changes under its kind. */
export const changeKinds = [
  'IMPORT',
  'WITHDRAWAL',
  'VOID',
  'RESTORE',
  'MATCH',
  'UNDO_MATCH',
  'SETTING',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Called inside the transaction of every change, after its facts are written. */
export type OnChange = (query: Query, changeId: number) => Promise<void>;

/** What every change needs, whatever its kind. */
export interface ChangeParts {
  readonly clock: Clock;
  /** Every change is entered in the trail, in its own transaction. */
  readonly audit: AuditTrail;
  readonly onChange?: OnChange | undefined;
}

/** Who changes facts, by what act and why. */
export interface ChangeEntry {
  readonly kind: ChangeKind;
  readonly actor: string;
  readonly reason?: string | null;
  readonly fileId?: string | null;
  /** How long it waits for the change before it; for ever, if nothing is said. */
  readonly patience?: string;
}

/**
 * Waits for the changes before this one, lets the work write facts, and settles the moment from which they are known:
 * the last thing before the commit, for nobody could have known them earlier. The caller's transaction ends it.
 */
export async function inChange<Result>(
  query: Query,
  { clock, onChange }: Pick<ChangeParts, 'clock' | 'onChange'>,
  { kind, actor, reason = null, fileId = null, patience = '0' }: ChangeEntry,
  work: (changeId: number) => Promise<Result>,
): Promise<{ readonly result: Result; readonly changeId: number; readonly knownAt: Date }> {
  await query(`select set_config('lock_timeout', $1, true), set_config('statement_timeout', '0', true)`, [
    patience,
  ]);
  const [begun] = await query<{ id: number }>('select hub_begin_change($1, $2, $3, $4) as id', [
    kind, actor, reason, fileId,
  ]); // prettier-ignore
  const changeId = begun?.id ?? 0;
  const result = await work(changeId);
  await onChange?.(query, changeId);
  const [settled] = await query<{ at: Date }>('select hub_settle_change($1) as at', [clock.now()]);
  return { result, changeId, knownAt: settled?.at ?? clock.now() };
}
