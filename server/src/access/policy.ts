import { DomainError } from '../kernel/errors.ts';
import type { Role } from './roles.ts';
import { stepTexts } from './steps.ts';
import type { Viewer } from './viewer.ts';

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
  /** Takes a list away as a file, masked as it is shown. */
  'list.export': ['LEADER', 'HRSS', 'UNION', 'INDUSTRY', 'OFFICE', 'TOWN', 'COURT'],
  /** Accounts: made, disabled, given a new one-time password by the administrator. */
  'person.read': ['ADMIN', 'SECURITY'],
  'person.write': ['ADMIN'],
  /** Who holds which role from when to when: given and handed over by the security officer. */
  'role.read': ['ADMIN', 'SECURITY', 'AUDITOR'],
  'role.write': ['SECURITY'],
  'token.read': ['SECURITY', 'AUDITOR'],
  'token.write': ['SECURITY'],
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
const byPersonAlone: readonly Action[] = [
  'personal.reveal',
  'person.write',
  'role.write',
  'token.write',
  'account.write',
];

/** The letters of the eight forms. */
export type FormLetter = 'E' | 'U' | 'C' | 'F' | 'S' | 'D' | 'A' | 'I';

const importGrants: Partial<Record<Role, readonly FormLetter[]>> = {
  INDUSTRY: ['E'],
  UNION: ['U', 'D'],
  HRSS: ['C', 'F', 'S', 'I', 'D'],
  COURT: ['D'],
  OFFICE: ['A'],
};
const everyForm: readonly FormLetter[] = ['E', 'U', 'C', 'F', 'S', 'D', 'A', 'I'];

/** The metrics a role may read, as key prefixes; a role that is not listed reads them all. */
const metricPrefixes: Partial<Record<Role, readonly string[]>> = { COURT: ['dispute.'] };

/** The forms of which a role sees what was delivered; a role that is not listed sees them all. */
const sourceForms: Partial<Record<Role, readonly FormLetter[]>> = { COURT: ['E', 'D'] };

/** Whether the viewer may act so. The hub's own jobs may; nothing is granted to a person with a step to do first. */
export function can(viewer: Viewer, action: Action): boolean {
  if (viewer.kind === 'SYSTEM') return true;
  if (viewer.role === null || viewer.next) return false;
  if (viewer.kind === 'TOKEN' && byPersonAlone.includes(action)) return false;
  return (grants[action] as readonly Role[]).includes(viewer.role);
}

/** Refuses with the code that fits: nobody is asked to sign in, somebody lacks the grant. */
export function demand(viewer: Viewer, action: Action): void {
  if (can(viewer, action)) return;
  if (viewer.kind === 'ANONYMOUS') throw DomainError.unauthenticated();
  throw viewer.next ? DomainError.stepFirst(viewer.next, stepTexts[viewer.next]) : DomainError.forbidden();
}

/** What the viewer may do. */
export const actionsOf = (viewer: Viewer): Action[] => actions.filter(action => can(viewer, action));

/** The forms the viewer may send in. */
export function importsOf(viewer: Viewer): readonly FormLetter[] {
  if (viewer.kind === 'SYSTEM') return everyForm;
  return (can(viewer, 'import.write') && viewer.role && importGrants[viewer.role]) || [];
}

/** Only whoever may send a form may take back what was sent. */
export function demandForms(viewer: Viewer, forms: readonly FormLetter[]): void {
  const own = importsOf(viewer);
  if (forms.some(form => !own.includes(form))) throw DomainError.forbidden();
}

/** Whether the viewer may read this metric: the grant, and for some roles only a family of keys. */
export function canReadMetric(viewer: Viewer, key: string): boolean {
  if (!can(viewer, 'metric.read')) return false;
  const prefixes = viewer.role ? metricPrefixes[viewer.role] : undefined;
  return !prefixes || prefixes.some(prefix => key.startsWith(prefix));
}

/** Whether the viewer may see how this form stands as a source: those that their figures are counted from. */
export function canReadSource(viewer: Viewer, form: FormLetter): boolean {
  if (!can(viewer, 'source.read')) return false;
  return !viewer.role || (sourceForms[viewer.role]?.includes(form) ?? true);
}
