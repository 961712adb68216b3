import type { ReadModel } from '../metrics/define-read-model.ts';
import * as certification from '../modules/certification/certification.read-model.ts';
import * as dispute from '../modules/dispute/dispute.read-model.ts';
import * as enterprise from '../modules/enterprise/enterprise.read-model.ts';
import * as union from '../modules/union/union.read-model.ts';

/** Every set of rows that metrics count. */
export const readModels: readonly ReadModel[] = [
  ...Object.values(enterprise),
  ...Object.values(union),
  ...Object.values(certification),
  ...Object.values(dispute),
];
