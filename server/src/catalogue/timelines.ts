import { certificationTimeline } from '../modules/certification/certification.timeline.ts';
import { disputeTimeline } from '../modules/dispute/dispute.timeline.ts';
import {
  enterpriseTimeline,
  nameTimeline,
  statusTimeline,
} from '../modules/enterprise/enterprise.timeline.ts';
import { unionTimeline } from '../modules/union/union.timeline.ts';
import type { Timeline } from '../read/timeline/define-timeline.ts';

/** All that is told of an employer's life, on one line. */
export const timelines: readonly Timeline[] = [
  enterpriseTimeline, statusTimeline, nameTimeline,
  unionTimeline,
  certificationTimeline,
  disputeTimeline,
]; // prettier-ignore
