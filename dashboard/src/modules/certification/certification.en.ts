import type { SameKeys } from '../../ui/messages.ts';
import type { certificationZh } from './certification.zh.ts';

export const certificationEn: SameKeys<typeof certificationZh> = {
  menu: 'Certification',
  title: 'Certification',
  total: '{count} applications',
  noun: 'applications',
  search: 'the name or certificate',
  empty: 'No application fits these conditions',
  emptyHint: "Loosen the filter; without any data, the leading group's office is to send form A.",
  record: 'Application',
  happened: 'filed',
  column: {
    EMPLOYER: 'Employer',
    TOWN: 'Town',
    FILED_ON: 'Applied',
    STAGE: 'Stage',
    LACKING: 'Missing',
    REVIEW_SCORE: 'Review score',
    CERTIFIED_ON: 'Certified',
    VALID_TO: 'Valid to',
    GRADE: 'Grade',
  },
  choice: {
    stage: { name: 'Stage', all: 'any stage' },
  },
}; // prettier-ignore
