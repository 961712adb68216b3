import type { Value } from '../define-source.ts';
import type { IssueCode } from '../issue-texts.ts';

/** A remark or the reason of a failure: a code and its parameters. */
export interface Finding {
  readonly code: IssueCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a cell was read as. A null value means: nothing was given. */
export type Reading<T extends Value = Value> =
  | {
      readonly ok: true;
      readonly value: T | null;
      readonly remark?: Finding;
      readonly repaired?: boolean;
      readonly also?: Readonly<Record<string, Value>>;
    }
  | { readonly ok: false; readonly failure: Finding };

/** A cell that was read, with a remark where the hub changed something. */
export const read = <T extends Value>(value: T | null, remark?: Finding): Reading<T> =>
  remark ? { ok: true, value, remark } : { ok: true, value };

/** A cell that cannot be read. */
export const fail = (code: IssueCode, params?: Finding['params']): Reading<never> => ({
  ok: false,
  failure: params ? { code, params } : { code },
});
