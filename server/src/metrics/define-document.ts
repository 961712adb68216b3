import type { Message } from '../kernel/errors.ts';

/** Departments that answer for a figure. */
export const owners = {
  office: { zh: '领导小组办公室', en: 'Office of the leading group' },
  union: { zh: '总工会', en: 'Federation of trade unions' },
  hrss: { zh: '人社局', en: 'Human resources and social security bureau' },
} as const satisfies Record<string, Message>;

/** Documents that a figure or its target comes from. */
export const documents = {
  plan: {
    zh: '柳东管发〔2022〕32号 创建全国和谐劳动关系示范工业园区实施方案',
    en: 'Plan 柳东管发〔2022〕32号 for a national demonstration park of harmonious labour relations',
  },
  union: {
    zh: '《中华人民共和国工会法》；柳东管发〔2022〕32号',
    en: 'Trade Union Law; plan 柳东管发〔2022〕32号',
  },
  collective: {
    zh: '《中华人民共和国劳动合同法》第五章；《集体合同规定》；柳东管发〔2022〕32号',
    en: 'Labour Contract Law, chapter 5; Provisions on Collective Contracts; plan 柳东管发〔2022〕32号',
  },
  mediation: {
    zh: '《中华人民共和国劳动争议调解仲裁法》第二章；柳东管发〔2022〕32号',
    en: 'Labour Dispute Mediation and Arbitration Law, chapter 2; plan 柳东管发〔2022〕32号',
  },
} as const satisfies Record<string, Message>;
