import type { ReadModel } from '../metrics/define-read-model.ts';
import * as certification from '../modules/certification/certification.read-model.ts';
import * as contract from '../modules/contract/contract.read-model.ts';
import * as filing from '../modules/contract/filing.read-model.ts';
import * as dispute from '../modules/dispute/dispute.read-model.ts';
import * as enterprise from '../modules/enterprise/enterprise.read-model.ts';
import * as inspection from '../modules/inspection/inspection.read-model.ts';
import * as union from '../modules/union/union.read-model.ts';

/** Every set of rows that metrics count. */
export const readModels: readonly ReadModel[] = [
  ...Object.values(enterprise),
  ...Object.values(filing),
  ...Object.values(union),
  ...Object.values(contract),
  ...Object.values(certification),
  ...Object.values(inspection),
  ...Object.values(dispute),
];
