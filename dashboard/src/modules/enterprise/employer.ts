import type {
  EnterpriseInspectionsQuery,
  EnterpriseLibrariesQuery,
  EnterpriseQuery,
} from '@hexie/schema/generated/documents.ts';

/** One employer with what its file begins with. */
export type Employer = NonNullable<EnterpriseQuery['enterprise']>;

/** What the three libraries hold of it. */
export type Libraries = NonNullable<EnterpriseLibrariesQuery['enterprise']>;

/** Its inspections and its grade. */
export type Inspected = NonNullable<EnterpriseInspectionsQuery['enterprise']>;
