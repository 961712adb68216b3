import type { EnterpriseQuery } from '@hexie/schema/generated/documents.ts';

export type Employer = NonNullable<EnterpriseQuery['enterprise']>;
export type Provenance = Employer['provenance'][number];

/** One named value of a file; `field` finds its source. */
export interface Fact {
  readonly name: string;
  readonly value: string | null | undefined;
  readonly field: string;
  readonly tone?: string;
}
