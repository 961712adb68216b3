import { certificationTimeline } from '../modules/certification/certification.timeline.ts';
import { contractTimeline, signingTimeline } from '../modules/contract/contract.timeline.ts';
import { filingTimeline } from '../modules/contract/filing.timeline.ts';
import { disputeTimeline } from '../modules/dispute/dispute.timeline.ts';
import {
  enterpriseTimeline,
  nameTimeline,
  statusTimeline,
} from '../modules/enterprise/enterprise.timeline.ts';
import { inspectionTimeline } from '../modules/inspection/inspection.timeline.ts';
import { unionTimeline } from '../modules/union/union.timeline.ts';
import type { Timeline } from '../read/timeline/define-timeline.ts';

/** All that is told of an employer's life, on one line. */
export const timelines: readonly Timeline[] = [
  enterpriseTimeline, statusTimeline, nameTimeline,
  unionTimeline,
  contractTimeline, signingTimeline, filingTimeline,
  certificationTimeline,
  inspectionTimeline,
  disputeTimeline,
]; // prettier-ignore
