import type { ExpiryDefinition } from '../metrics/expiries/define-expiry.ts';
import * as certification from '../modules/certification/certification.expiries.ts';
import * as contract from '../modules/contract/contract.expiries.ts';
import * as union from '../modules/union/union.expiries.ts';

/** Everything that runs out on a day known beforehand. */
export const expiries: readonly ExpiryDefinition[] = [
  certification.certificationExpiry,
  union.collectiveExpiry,
  union.wageExpiry,
  contract.contractExpiry,
];
