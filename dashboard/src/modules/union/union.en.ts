import type { SameKeys } from '../../ui/messages.ts';
import type { unionZh } from './union.zh.ts';

export const unionEn: SameKeys<typeof unionZh> = {
  menu: 'Unions',
  title: 'Unions and bargaining',
  total: '{count} employers',
  noun: 'unions',
  search: 'the name',
  empty: 'No union fits these conditions',
  emptyHint: 'Loosen the filter; without any data, the trade unions are to send form U.',
  record: 'Union',
  column: {
    EMPLOYER: 'Employer',
    TOWN: 'Town',
    FORM: 'Form',
    NAME: 'Name',
    MEMBERS: 'Members',
    FOUNDED_ON: 'Founded',
    DISSOLVED_ON: 'Dissolved',
    COLLECTIVE: 'Collective contract until',
    WAGE: 'Wage agreement until',
    CONGRESS: 'Congress',
    DISCLOSURE: 'Disclosure',
  },
  choice: {
    form: { name: 'Form', all: 'any form' },
    congress: { name: 'Congress', all: 'congress or not' },
  },
}; // prettier-ignore
