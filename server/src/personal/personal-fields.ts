import { personalPolicy, type RevealPurpose } from '../access/policy/personal.ts';
import { records, type RecordPolicy } from '../access/policy/records.ts';
import type { Message } from '../kernel/errors.ts';

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

/** Where a sealed value stands, and what it may be looked at for. */
export interface SealedColumn {
  readonly column: string;
  readonly purposes: readonly RevealPurpose[];
}

/** Records of a kind, as the policy knows them. */
export const recordOf = (kind: string): RecordPolicy | undefined =>
  Object.hasOwn(records, kind) ? records[kind as keyof typeof records] : undefined;

/** The sealed column of a field in records of a kind; nothing where these have no such value. */
export function sealedColumn({ personal }: RecordPolicy, field: PersonalField): SealedColumn | undefined {
  const found = personal[camelCase(field)];
  if (!found) return undefined;
  return { column: `${found.column}_cipher`, purposes: personalPolicy(found.category).purposes };
}

/** Whether values of a column are kept sealed, with a mask beside them; wages are not. */
export const isSealed = (column: string): boolean => Object.hasOwn(personalFields, column.toUpperCase());

/** What a value of a field may be looked at for: the policy says it of its category, the same wherever the field stands. */
export const purposesOf = (field: PersonalField): readonly RevealPurpose[] => [
  ...new Set(Object.values<RecordPolicy>(records).flatMap(one => sealedColumn(one, field)?.purposes ?? [])),
];

/** ID_NUMBER → idNumber. */
const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
