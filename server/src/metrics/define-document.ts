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
  contract: {
    zh: '《中华人民共和国劳动合同法》第十条；柳东管发〔2022〕32号',
    en: 'Labour Contract Law, article 10; plan 柳东管发〔2022〕32号',
  },
  electronic: {
    zh: '《电子劳动合同订立指引》（人社厅发〔2021〕54号）；柳东管发〔2022〕32号',
    en: 'Guide to electronic labour contracts (人社厅发〔2021〕54号); plan 柳东管发〔2022〕32号',
  },
  filing: {
    zh: '《关于建立劳动用工备案制度的通知》（劳社部发〔2006〕46号）；柳东管发〔2022〕32号',
    en: 'Notice on the filing of labour use (劳社部发〔2006〕46号); plan 柳东管发〔2022〕32号',
  },
  inspection: {
    zh: '《劳动保障监察条例》；柳东管发〔2022〕32号',
    en: 'Regulations on labour security inspection; plan 柳东管发〔2022〕32号',
  },
  grade: {
    zh: '《企业劳动保障守法诚信等级评价办法》（人社部规〔2016〕1号）',
    en: 'Measures for grading compliance of enterprises (人社部规〔2016〕1号)',
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
