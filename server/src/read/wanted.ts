import type { Action } from '../access/policy.ts';

/** A unique column and the value looked for. */
export interface Key {
  readonly column: string;
  readonly value: string;
  /** The column's type, where it is not text. */
  readonly cast?: 'bigint';
}

/** Rows asked for by id, and where below the root field their selections stand. */
export interface Wanted {
  readonly type: string;
  readonly ids: readonly number[];
  /** Field names from the root field down, such as `['edges', 'node', 'enterprise']`; empty: the root field itself. */
  readonly paths: readonly (readonly string[])[];
  readonly asKnownAt?: Date | null;
  /** The action that leads to them, where it is wider than the type's own list, as a relation's may be. */
  readonly needs?: Action;
}
