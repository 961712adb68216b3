import { certification, dispute, employer, union, type District } from './district.ts';

/** Two employers: one with a union and a settled case, the other certified, with a case of its own. */
export const smallDistrict: Partial<District> = {
  employers: [employer({ id: 1 }), employer({ id: 2, town: 'LUOBU', industry: 'F' })],
  unions: [union({ enterprise_id: 1 })],
  certifications: [certification({ enterprise_id: 2, certified_on: '2022-11-01' })],
  disputes: [dispute({ enterprise_id: 1, closed_on: '2022-03-10', outcome: 'SETTLED' }), dispute({ enterprise_id: 2 })],
}; // prettier-ignore
