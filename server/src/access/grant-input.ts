import type { Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { isUscc } from '../kernel/uscc.ts';
import { roles, type Role } from './roles.ts';

/** A role with what limits it, as it is asked for. */
export interface GrantInput {
  readonly role: string;
  readonly town?: string | null | undefined;
  readonly enterprise?: string | null | undefined;
}

/** A role and how far it reaches, as it was read. */
export interface Grant {
  readonly role: Role;
  readonly town: string | null;
  readonly enterprise: string | null;
}

/** Checks a role and its limits: TOWN needs its town, ENTERPRISE its code, the others take neither. */
export async function checkGrant(query: Query, input: GrantInput): Promise<Grant> {
  const role = roles.find(one => one === input.role.trim().toUpperCase());
  if (!role) {
    const list = roles.join(' ');
    throw DomainError.badInput('role', { zh: `角色应为：${list}。`, en: `Role must be one of: ${list}.` });
  }
  const town = input.town?.trim().toUpperCase() || null;
  if ((role === 'TOWN') !== (town !== null)) {
    throw DomainError.badInput('town', {
      zh: 'TOWN 角色必须指定所属镇，其他角色不得指定。',
      en: 'The role TOWN needs a town; no other role takes one.',
    });
  }
  if (town) await checkTown(query, town);
  const enterprise = input.enterprise?.trim().toUpperCase() || null;
  if ((role === 'ENTERPRISE') !== (enterprise !== null) || (enterprise && !isUscc(enterprise))) {
    throw DomainError.badInput('enterprise', {
      zh: 'ENTERPRISE 角色必须指定有效的统一社会信用代码，其他角色不得指定。',
      en: 'The role ENTERPRISE needs a valid unified social credit code; no other role takes one.',
    });
  }
  return { role, town, enterprise };
}

/** Towns are reference data of another room: their codes are asked of the database. */
export async function checkTown(query: Query, town: string): Promise<void> {
  const rows = await query<{ code: string }>('select code from town order by position');
  if (rows.some(({ code }) => code === town)) return;
  const list = rows.map(({ code }) => code).join(' ');
  throw DomainError.badInput('town', { zh: `镇代码应为：${list}。`, en: `Town must be one of: ${list}.` });
}
