import type { Source } from '../ingest/define-source.ts';
import { certificationSource } from '../modules/certification/certification.source.ts';
import { disputeSource } from '../modules/dispute/dispute.source.ts';
import { enterpriseSource } from '../modules/enterprise/enterprise.source.ts';
import { unionSource } from '../modules/union/union.source.ts';

/** Every department form that the hub reads, in the order in which they are applied. */
export const sources: readonly Source[] = [enterpriseSource, unionSource, disputeSource, certificationSource];
