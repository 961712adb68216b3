import type { Message } from '../kernel/errors.ts';

/** The roles of the public contract. */
export const roles = [
  'LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'TOWN', 'COURT', 'MEMBER', 'OFFICE',
  'ENTERPRISE', 'WORKER', 'AUDITOR', 'SECURITY', 'ADMIN',
] as const; // prettier-ignore
export type Role = (typeof roles)[number];

/** What a role is called. */
export const roleNames: Readonly<Record<Role, Message>> = {
  LEADER: { zh: '领导小组成员', en: 'Member of the leading group.' },
  HRSS: { zh: '人社局', en: 'Human resources and social security bureau.' },
  UNION: { zh: '工会', en: 'Trade union.' },
  INDUSTRY: { zh: '工信局', en: 'Industry bureau.' },
  TOWN: { zh: '镇', en: 'A town, its own rows only.' },
  COURT: { zh: '法院', en: 'Court, the cases referred to it.' },
  MEMBER: { zh: '成员单位', en: 'Another member department, aggregates only.' },
  OFFICE: { zh: '领导小组办公室', en: 'Office of the leading group.' },
  ENTERPRISE: { zh: '企业', en: 'An employer, its own file.' },
  WORKER: { zh: '劳动者', en: 'A worker, their own application.' },
  AUDITOR: { zh: '审计员', en: 'Auditor of the audit trail.' },
  SECURITY: { zh: '安全管理员', en: 'Security officer: grants, tokens, policy.' },
  ADMIN: { zh: '系统管理员', en: 'Administrator: system settings and people.' },
};
