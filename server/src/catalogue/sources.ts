import type { Source } from '../ingest/define-source.ts';
import { certificationSource } from '../modules/certification/certification.source.ts';
import { contractSource } from '../modules/contract/contract.source.ts';
import { filingSource } from '../modules/contract/filing.source.ts';
import { signingSource } from '../modules/contract/signing.source.ts';
import { disputeSource } from '../modules/dispute/dispute.source.ts';
import { enterpriseSource } from '../modules/enterprise/enterprise.source.ts';
import { inspectionSource } from '../modules/inspection/inspection.source.ts';
import { unionSource } from '../modules/union/union.source.ts';

/** Every department form that the hub reads, in the order in which they are applied. */
export const sources: readonly Source[] = [
  enterpriseSource, unionSource, contractSource, filingSource, signingSource,
  disputeSource, certificationSource, inspectionSource,
]; // prettier-ignore
