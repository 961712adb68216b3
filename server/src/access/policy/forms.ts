import type { Role } from '../roles.ts';

/** The letters of the eight forms. */
export type FormLetter = 'E' | 'U' | 'C' | 'F' | 'S' | 'D' | 'A' | 'I';

/** The forms that each role sends in. */
export const importGrants: Partial<Record<Role, readonly FormLetter[]>> = {
  INDUSTRY: ['E'],
  UNION: ['U', 'D'],
  HRSS: ['C', 'F', 'S', 'I', 'D'],
  COURT: ['D'],
  OFFICE: ['A'],
};
/** All of them. */
export const everyForm: readonly FormLetter[] = ['E', 'U', 'C', 'F', 'S', 'D', 'A', 'I'];

/** The metrics a role may read, as key prefixes; a role that is not listed reads them all. */
export const metricPrefixes: Partial<Record<Role, readonly string[]>> = { COURT: ['dispute.'] };

/** The forms of which a role sees what was delivered; a role that is not listed sees them all. */
export const sourceForms: Partial<Record<Role, readonly FormLetter[]>> = { COURT: ['E', 'D'] };
