import type { SourceFragment } from '@hexie/schema/generated/documents.ts';
import type { Masked } from './reveal.ts';

/** Where one value comes from: file, sheet, row, and since when it is known. */
export type Provenance = SourceFragment;

/** One named value of a record; `field` finds its source. */
export interface Fact {
  readonly name: string;
  readonly value: string | null | undefined;
  readonly field: string;
  readonly tone?: string;
  /** Shown as a mask: what can be looked at in plain. */
  readonly masked?: Masked | undefined;
}
