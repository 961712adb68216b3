/** The roles of the public contract. */
export const roles = [
  'LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'TOWN', 'COURT', 'MEMBER', 'OFFICE',
  'ENTERPRISE', 'WORKER', 'AUDITOR', 'SECURITY', 'ADMIN',
] as const; // prettier-ignore
export type Role = (typeof roles)[number];
