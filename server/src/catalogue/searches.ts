import { disputeSearch } from '../modules/dispute/dispute.search.ts';
import { enterpriseSearch } from '../modules/enterprise/enterprise.search.ts';
import { inspectionSearch } from '../modules/inspection/inspection.search.ts';
import type { SearchDef } from '../read/search/define-search.ts';

/** Everything that can be found by what somebody remembers of it. */
export const searches: readonly SearchDef[] = [enterpriseSearch, disputeSearch, inspectionSearch];
