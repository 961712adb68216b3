import type { MetricDefinition } from '../metrics/define-metric.ts';
import * as certification from '../modules/certification/certification.metrics.ts';
import * as dispute from '../modules/dispute/dispute.metrics.ts';
import * as disputeResults from '../modules/dispute/dispute-results.metrics.ts';
import * as union from '../modules/union/union.metrics.ts';

/** Every figure the hub can give. */
export const metrics: readonly MetricDefinition[] = [
  ...Object.values(certification),
  ...Object.values(union),
  ...Object.values(dispute),
  ...Object.values(disputeResults),
];
