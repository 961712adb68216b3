import type { Message } from '../../kernel/errors.ts';

/** Size classes of 统计上大中小微型企业划分办法(2017), as the roster states them. */
export const enterpriseSizes = {
  LARGE: { zh: '大型', en: 'Large' },
  MEDIUM: { zh: '中型', en: 'Medium' },
  SMALL: { zh: '小型', en: 'Small' },
  MICRO: { zh: '微型', en: 'Micro' },
} as const satisfies Record<string, Message>;
export type EnterpriseSize = keyof typeof enterpriseSizes;

/** Business status of an employer, as the newest roster states it. */
export const enterpriseStatuses = {
  ACTIVE: { zh: '存续', en: 'Active' },
  SUSPENDED: { zh: '停业', en: 'Suspended' },
  CLOSED: { zh: '注销', en: 'Closed' },
} as const satisfies Record<string, Message>;
export type EnterpriseStatus = keyof typeof enterpriseStatuses;

/** Integrity grade in labour security: A no violation found, B violations, C grave or repeated ones (企业劳动保障守法诚信等级评价办法). */
export const integrityGrades = {
  A: { zh: 'A 级', en: 'Grade A' },
  B: { zh: 'B 级', en: 'Grade B' },
  C: { zh: 'C 级', en: 'Grade C' },
} as const satisfies Record<string, Message>;
export type IntegrityGrade = keyof typeof integrityGrades;
