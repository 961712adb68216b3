import type { SameKeys } from '../../ui/messages.ts';
import type { termsZh } from './terms.zh.ts';

export const termsEn: SameKeys<typeof termsZh> = {
  menu: 'Terms',
  title: 'Roles and terms',
  intro: 'Who held which role and when, given by whom and why. Ends and hand-overs stay on record.',
  anyRole: 'any role',
  role: 'Role',
  when: 'When',
  anyTime: 'at any time',
  today: 'held today',
  total: 'Terms: {count}',
  none: 'No term fits these conditions',
  noneHint: 'Try other conditions. The security officer grants roles on the page of a person.',
  column: { person: 'Name', role: 'Role', span: 'Term', state: 'State', given: 'Granted by, and why', ended: 'Ended or handed over' },
}; // prettier-ignore
