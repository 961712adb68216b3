import type { Role } from '../roles.ts';

/** Which rows exist for a role, whatever their kind: all, those of its own town, the cases referred to it, or none. */
export type RowScope = 'DISTRICT' | 'OWN_TOWN' | 'REFERRED' | 'NONE';

/** THE table of row scopes. */
export const rowScopes = {
  LEADER: 'DISTRICT',
  HRSS: 'DISTRICT',
  UNION: 'DISTRICT',
  INDUSTRY: 'DISTRICT',
  TOWN: 'OWN_TOWN',
  COURT: 'REFERRED',
  MEMBER: 'DISTRICT',
  OFFICE: 'DISTRICT',
  ENTERPRISE: 'NONE',
  WORKER: 'NONE',
  AUDITOR: 'NONE',
  SECURITY: 'NONE',
  ADMIN: 'NONE',
} as const satisfies Record<Role, RowScope>;

/** The mediation channel by which cases are referred to a court. */
export const referred = ['COURT'] as const;
