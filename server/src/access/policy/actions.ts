import type { Role } from '../roles.ts';

/** THE table of grants: action → roles. What is not written here is refused. */
export const grants = {
  'metric.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'MEMBER', 'TOWN', 'COURT'],
  'source.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'MEMBER', 'TOWN', 'COURT'],
  'enterprise.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN'],
  'union.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN'],
  'certification.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN'],
  'dispute.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  'contract.read': ['LEADER', 'HRSS', 'UNION', 'OFFICE', 'TOWN'],
  'filing.read': ['LEADER', 'HRSS', 'UNION', 'OFFICE', 'TOWN'],
  'signing.read': ['LEADER', 'HRSS', 'UNION', 'OFFICE', 'TOWN'],
  'inspection.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN'],
  /** Sees where the departments' libraries disagree. */
  'quality.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN'],
  /** May ask for a row by its id or search; the action of each kind of row still decides. */
  'node.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  /** Sees personal fields in their masked form; others read null. */
  'personal.masked': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  'import.read': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'COURT'],
  'import.write': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'COURT'],
  /** Takes back imports and single records of the forms that the role may send. */
  'import.withdraw': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'COURT'],
  'record.void': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'COURT'],
  /** Says whom a name means, where rows of the forms that the role may send carry no code. */
  'match.write': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE'],
  /** What figures depend on: the denominator, the term of a certification, targets. */
  'setting.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'MEMBER', 'TOWN', 'COURT', 'ADMIN'],
  'setting.write': ['ADMIN'],
  /** Sees one personal value in plain: with a purpose and a second factor just proven, and never a program. */
  'personal.reveal': ['HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  /** Tells a person at the counter what is held of them and who has seen it. */
  'personal.answer': ['HRSS'],
  /** Takes a list away as a file, masked as it is shown. */
  'list.export': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  /** Views: a name and an address of the dashboard, one's own and those that others share. */
  'view.read': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'MEMBER', 'TOWN', 'COURT'],
  'view.write': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'MEMBER', 'TOWN', 'COURT'],
  /** Accounts: made, disabled, given a new one-time password by the administrator. */
  'person.read': ['ADMIN', 'SECURITY'],
  'person.write': ['ADMIN'],
  /** Who holds which role from when to when: given and handed over by the security officer. */
  'role.read': ['ADMIN', 'SECURITY', 'AUDITOR'],
  'role.write': ['SECURITY'],
  'token.read': ['SECURITY', 'AUDITOR'],
  'token.write': ['SECURITY'],
  /** The links that open a wall: made by those who hang it up, ended also by the security officer. */
  'wall.read': ['OFFICE', 'SECURITY', 'AUDITOR'],
  'wall.write': ['OFFICE'],
  'wall.revoke': ['OFFICE', 'SECURITY'],
  'policy.read': ['SECURITY', 'AUDITOR'],
  'audit.read': ['AUDITOR'],
  'audit.verify': ['AUDITOR'],
  /** One's own sessions, second factor and language. */
  'account.write': [
    'LEADER',
    'HRSS',
    'UNION',
    'INDUSTRY',
    'TOWN',
    'COURT',
    'MEMBER',
    'OFFICE',
    'AUDITOR',
    'SECURITY',
    'ADMIN',
  ],
  /** The hub's own figures at /metrics; nothing of a case is in them. */
  'operation.read': ['ADMIN'],
} as const satisfies Record<`${string}.${string}`, readonly Role[]>;

export type Action = keyof typeof grants;
/** Every action that is granted to anybody. */
export const actions = Object.keys(grants) as Action[];

/** What only a person at a browser may do: a token makes no token, no account and no grant, and reveals nothing. */
export const byPersonAlone: readonly Action[] = [
  'personal.reveal',
  'personal.answer',
  'person.write',
  'role.write',
  'token.write',
  'wall.write',
  'view.write',
  'account.write',
];
