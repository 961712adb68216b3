import { personal } from '@hexie/schema/codes.json';
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
  const masked = fields[field];
  return masked && shown?.includes('*') ? { id, field: masked } : undefined;
}

/** What a value may be looked at for, as the hub's policy publishes it. */
export const purposesOf = (field: PersonalField): readonly RevealPurpose[] =>
  personal[field].purposes as readonly RevealPurpose[];

/** For so many seconds a plain value is shown. */
export const shownSeconds = 30;
