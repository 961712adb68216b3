import type { SameKeys } from '../ui/messages.ts';
import type { appZh } from './app.zh.ts';

export const appEn: SameKeys<typeof appZh> = {
  name: 'Liudong · Labour Harmony',
  skip: 'Skip to content',
  menu: 'Main menu',
  paper: { asOf: 'As of {day}', counted: 'Counted: {rule}', known: 'As known: {day}', printed: 'Printed {day}' },
  demo: 'Demo: every employer, person and case is invented.',
  theme: { light: 'Use the light theme', dark: 'Use the dark theme' },
  language: 'Language',
  signOut: 'Sign out',
  account: 'Account',
  password: 'Change password',
  role: {
    LEADER: 'Leading group', HRSS: 'HR Bureau', UNION: 'Trade Unions', INDUSTRY: 'Industry Bureau', TOWN: 'Town',
    COURT: 'Court', MEMBER: 'Member department', OFFICE: 'Group office', ENTERPRISE: 'Enterprise', WORKER: 'Worker',
    AUDITOR: 'Auditor', SECURITY: 'Security', ADMIN: 'Administrator',
  },
  offline: 'The server cannot be reached, so the page cannot open.',
  offlineTodo: 'Check the connection, or try again in a moment.',
  noPage: 'There is no such page',
  noPageTodo: 'The address may be mistyped, or the page has moved.',
  home: 'Back to the home page',
  search: 'Find employer or case',
  searchHint: 'Search',
  found: 'Found',
  notFound: 'Nothing found. Try a name, initials, a code or a case number',
  kind: { ENTERPRISE: 'Employer', DISPUTE: 'Dispute', INSPECTION: 'Inspection' },
  stepUp: {
    title: 'Prove that it is you',
    hint: 'This counts: enter the code of your authenticator. You will not be asked again for five minutes.',
    go: 'Prove and go on',
    none: 'This needs an authenticator. Setting it up takes a minute; then come back.',
  },
  noGrant: 'Your role has nothing to see here',
  noGrantTodo: 'Ask the administrator if your work needs it.',
}; // prettier-ignore
