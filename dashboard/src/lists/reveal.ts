import type { PersonalField, RevealPurpose } from '@hexie/schema/generated/documents.ts';

/** A personal value that stands somewhere as a mask: of which record, and which of its values. */
export interface Masked {
  readonly id: string;
  readonly field: PersonalField;
}

/** The fields that are shown as masks and may be looked at in plain. */
const fields: Readonly<Record<string, PersonalField>> = {
  legalRepresentative: 'LEGAL_REPRESENTATIVE',
  contact: 'CONTACT',
  phone: 'PHONE',
  chair: 'CHAIR',
  workerName: 'WORKER_NAME',
  idNumber: 'ID_NUMBER',
  applicant: 'APPLICANT',
  summonsTarget: 'SUMMONS_TARGET',
};

/** The masked value of a record's field; nothing where the field is no personal one, or is not masked. */
export function maskedOf(id: string, field: string, shown: string | null | undefined): Masked | undefined {
  const personal = fields[field];
  return personal && shown?.includes('*') ? { id, field: personal } : undefined;
}

const ofNames: readonly RevealPurpose[] = ['CASE_HANDLING', 'CONTACT', 'IDENTITY_CHECK', 'CORRECTION', 'SUBJECT_REQUEST']; // prettier-ignore

/** What a value may be looked at for; the hub refuses any other purpose. */
export const purposesOf = (field: PersonalField): readonly RevealPurpose[] => {
  if (field === 'ID_NUMBER') return ['IDENTITY_CHECK', 'CORRECTION', 'SUBJECT_REQUEST'];
  if (field === 'PHONE') return ['CASE_HANDLING', 'CONTACT', 'CORRECTION', 'SUBJECT_REQUEST'];
  return ofNames;
};

/** For so many seconds a plain value is shown. */
export const shownSeconds = 30;
