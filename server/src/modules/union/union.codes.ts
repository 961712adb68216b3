import type { Message } from '../../kernel/errors.ts';

/** How the employees of an employer are organised in a union. */
export const unionForms = {
  OWN: { zh: '独立建会', en: 'Own union' },
  JOINT: { zh: '联合建会', en: 'Joint union' },
  REGIONAL: { zh: '区域行业覆盖', en: 'Regional or sector union' },
  NONE: { zh: '未建会', en: 'No union' },
} as const satisfies Record<string, Message>;
export type UnionForm = keyof typeof unionForms;

/** Kinds of collective agreement between a union and its employer. */
export const agreementKinds = {
  COLLECTIVE: { zh: '集体合同', en: 'Collective contract' },
  WAGE: { zh: '工资专项集体合同', en: 'Wage agreement' },
  WOMEN: { zh: '女职工专项集体合同', en: "Women workers' agreement" },
} as const satisfies Record<string, Message>;
export type AgreementKind = keyof typeof agreementKinds;
