import type { Action, FormLetter } from '../../access/policy.ts';
import { qualityKinds, type QualityKindName } from './quality.codes.ts';

/** What it takes to read the facts of a form. */
const doors: Readonly<Record<FormLetter, Action>> = {
  E: 'enterprise.read', U: 'union.read', C: 'contract.read', F: 'filing.read', S: 'signing.read', D: 'dispute.read',
  A: 'certification.read', I: 'inspection.read',
}; // prettier-ignore

/** What it takes to read a disagreement of this kind: both of its libraries. */
export function actionsOf(kind: QualityKindName): Action[] {
  const { left, right } = qualityKinds[kind];
  return ['quality.read', doors[left], ...(right ? [doors[right]] : [])];
}
