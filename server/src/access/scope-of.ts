import type { Scope } from '../kernel/database.ts';
import type { Role } from './roles.ts';

/** Roles for which the whole district's rows exist. */
const districtRoles: readonly Role[] = ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'MEMBER', 'OFFICE'];

/** The rows that exist for a role: a town its own, the court its referrals, the district roles all, the others none. */
export function scopeOf(actor: string, role: Role, town: string | null): Scope {
  if (districtRoles.includes(role)) return { actor, towns: '*', channels: '*' };
  if (role === 'COURT') return { actor, towns: '*', channels: ['COURT'] };
  if (role === 'TOWN') return { actor, towns: town ? [town] : [], channels: '*' };
  return { actor, towns: [], channels: [] };
}
