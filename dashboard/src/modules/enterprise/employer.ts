import type { EnterpriseLibrariesQuery, EnterpriseQuery } from '@hexie/schema/generated/documents.ts';

/** One employer with what its file begins with. */
export type Employer = NonNullable<EnterpriseQuery['enterprise']>;

/** What the three libraries and the inspection hold of it. */
export type Libraries = NonNullable<EnterpriseLibrariesQuery['enterprise']>;
