import type { EnterpriseFilter, EnterpriseSize } from '@hexie/schema/generated/documents.ts';
import type { Filters } from './useFilters.ts';

/** Town, industry and size of a page as the condition that a list of records takes; nothing where all are looked at. */
export function employersOf({ town, industry, size }: Filters): { enterprise?: EnterpriseFilter } {
  const enterprise: EnterpriseFilter = {};
  if (town.value) enterprise.town = { eq: town.value };
  if (industry.value) enterprise.industry = { eq: industry.value };
  if (size.value) enterprise.size = { eq: size.value as EnterpriseSize };
  return Object.keys(enterprise).length ? { enterprise } : {};
}
