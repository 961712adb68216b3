import type { SameKeys } from '../../ui/messages.ts';
import type { policyZh } from './policy.zh.ts';

export const policyEn: SameKeys<typeof policyZh> = {
  menu: 'Grants',
  title: 'Table of grants',
  intro:
    'Which roles may do what; whatever is not ticked is refused. The table comes with the system, and nobody can change it while it runs.',
  action: 'Action',
  yes: 'May',
  no: 'May not',
  programs: 'Programs',
  programsHint: 'Whether a program with a token may do it; otherwise only a person who has signed in.',
  rows: 'Records in sight',
  rowsOf: 'Records in sight of each role',
  scope: {
    DISTRICT: 'The district',
    OWN_TOWN: 'Own town',
    REFERRED: 'Cases referred',
    NONE: 'No case records',
  },
  total: '{actions} actions, {roles} roles',
};
