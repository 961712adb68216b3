import type { Message } from '../../kernel/errors.ts';

/** Why somebody may look at a personal value in plain; a closed list (PIPL 6: a definite and reasonable purpose). */
export const revealPurposes = {
  CASE_HANDLING: { zh: '办理案件', en: 'Handling a case' },
  CONTACT_PARTY: { zh: '联系当事人', en: 'Getting in touch with a party' },
  IDENTITY_CHECK: { zh: '核对身份', en: 'Checking who somebody is' },
  INSPECTION: { zh: '劳动保障监察', en: 'Labour inspection' },
  SUBJECT_REQUEST: { zh: '本人申请查阅或更正', en: 'At the request of the person concerned' },
  DATA_CORRECTION: { zh: '核对并更正数据', en: 'Checking and mending a record' },
} as const satisfies Record<string, Message>;
export type RevealPurpose = keyof typeof revealPurposes;

/** The personal values that are kept sealed and shown as masks, by the name of their field. */
export const personalFields = {
  LEGAL_REPRESENTATIVE: { zh: '法定代表人', en: 'Legal representative' },
  CONTACT: { zh: '联系人', en: 'Contact' },
  PHONE: { zh: '联系电话', en: 'Telephone' },
  CHAIR: { zh: '工会主席', en: 'Chair of the union' },
  WORKER_NAME: { zh: '劳动者姓名', en: 'Worker' },
  ID_NUMBER: { zh: '身份证号', en: 'Identity number' },
  APPLICANT: { zh: '申请人', en: 'Applicant' },
  SUMMONS_TARGET: { zh: '约谈对象', en: 'Person summoned' },
} as const satisfies Record<string, Message>;
export type PersonalField = keyof typeof personalFields;

const always = ['CASE_HANDLING', 'SUBJECT_REQUEST', 'DATA_CORRECTION'] as const;

/** Which purposes a value serves: a telephone tells nobody who somebody is, an identity number reaches nobody. */
const purposes: Readonly<Record<PersonalField, readonly RevealPurpose[]>> = {
  LEGAL_REPRESENTATIVE: [...always, 'CONTACT_PARTY', 'IDENTITY_CHECK', 'INSPECTION'],
  CONTACT: [...always, 'CONTACT_PARTY', 'INSPECTION'],
  PHONE: [...always, 'CONTACT_PARTY', 'INSPECTION'],
  CHAIR: [...always, 'CONTACT_PARTY'],
  WORKER_NAME: [...always, 'CONTACT_PARTY', 'IDENTITY_CHECK', 'INSPECTION'],
  ID_NUMBER: [...always, 'IDENTITY_CHECK', 'INSPECTION'],
  APPLICANT: [...always, 'CONTACT_PARTY', 'IDENTITY_CHECK'],
  SUMMONS_TARGET: [...always, 'CONTACT_PARTY', 'IDENTITY_CHECK', 'INSPECTION'],
};

/** The purposes for which this value may be looked at. */
export const purposesOf = (field: PersonalField): readonly RevealPurpose[] => purposes[field];
