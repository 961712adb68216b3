import type { Message } from '../../kernel/errors.ts';
import type { Action } from './actions.ts';

/** Why a plain value may be looked at; the audit trail keeps the word. */
export const revealPurposes = {
  CASE_HANDLING: { zh: '办理争议、监察案件', en: 'Handling a dispute or an inspection' },
  CONTACT: { zh: '与本人联系', en: 'Getting in touch with the person' },
  IDENTITY_CHECK: { zh: '核对身份', en: 'Checking who somebody is' },
  WAGE_CHECK: { zh: '核查工资支付', en: 'Checking the payment of wages' },
  CORRECTION: { zh: '核实、更正数据', en: 'Verifying or correcting data' },
  SUBJECT_REQUEST: { zh: '本人查阅、复制（个保法第四十五条）', en: 'A request of the person concerned (PIPL article 45)' },
} as const satisfies Record<string, Message>; // prettier-ignore
export type RevealPurpose = keyof typeof revealPurposes;

/** How long a value is kept after what it belongs to is over, and by what. */
export interface Retention {
  readonly years: number;
  readonly after: Message;
}

/** What the law on personal information asks of every column that holds some (PIPL articles 6, 13, 19, 28). */
export interface PersonalPolicy {
  readonly name: Message;
  /** Whether the law calls it sensitive. */
  readonly sensitive: boolean;
  /** What it takes to see the masked form; without it the field reads null. */
  readonly mask: Action;
  /** What it takes to see one value in plain, for one of these purposes. */
  readonly reveal: Action;
  readonly purposes: readonly RevealPurpose[];
  /** On what it is processed at all. */
  readonly basis: Message;
  readonly retention: Retention;
}

const duty = 'PIPL article 13(1)(3), performing a statutory duty';
const dutyZh = '个人信息保护法第十三条第一款第三项（履行法定职责）';
const contractYears: Retention = {
  years: 2,
  after: {
    zh: '劳动合同解除或终止之后（劳动合同法第五十条）',
    en: 'after the labour contract has ended (Labour Contract Law, article 50)',
  },
};
const seen = { mask: 'personal.masked', reveal: 'personal.reveal' } as const;

/** Every category of personal value the hub keeps: who sees it how, for what, on what basis and how long. */
export const personalCategories = {
  NAME: {
    ...seen,
    name: { zh: '姓名', en: 'Name of a person' },
    sensitive: false,
    purposes: ['CASE_HANDLING', 'CONTACT', 'IDENTITY_CHECK', 'CORRECTION', 'SUBJECT_REQUEST'],
    basis: {
      zh: `${dutyZh}；劳动合同法第七十三条、劳动争议调解仲裁法第十条、劳动保障监察条例第十条`,
      en: `${duty}; Labour Contract Law article 73, Mediation and Arbitration Law article 10, Inspection Regulation article 10`,
    },
    retention: contractYears,
  },
  PHONE: {
    ...seen,
    name: { zh: '电话', en: 'Telephone' },
    sensitive: false,
    purposes: ['CASE_HANDLING', 'CONTACT', 'CORRECTION', 'SUBJECT_REQUEST'],
    basis: { zh: dutyZh, en: duty },
    retention: {
      years: 1,
      after: { zh: '用人单位注销之后', en: 'after the employer has been deregistered' },
    },
  },
  ID_NUMBER: {
    ...seen,
    name: { zh: '身份证号', en: 'Identity number' },
    sensitive: true,
    purposes: ['IDENTITY_CHECK', 'CORRECTION', 'SUBJECT_REQUEST'],
    basis: {
      zh: `${dutyZh}、第二十八条；劳动合同法第十七条`,
      en: `${duty}, and article 28; Labour Contract Law article 17`,
    },
    retention: contractYears,
  },
  WAGE: {
    ...seen,
    name: { zh: '个人工资', en: "One person's wage" },
    sensitive: true,
    purposes: ['WAGE_CHECK', 'CASE_HANDLING', 'CORRECTION', 'SUBJECT_REQUEST'],
    basis: {
      zh: `${dutyZh}、第二十八条；劳动合同法第七十四条、保障农民工工资支付条例`,
      en: `${duty}, and article 28; Labour Contract Law article 74, Regulation on the payment of migrant workers' wages`,
    },
    retention: contractYears,
  },
} as const satisfies Record<string, PersonalPolicy>;
export type PersonalCategory = keyof typeof personalCategories;

/** The policy of a category, with every part of it. */
export const personalPolicy = (category: PersonalCategory): PersonalPolicy => personalCategories[category];
