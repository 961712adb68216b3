import { DomainError } from '../kernel/errors.ts';
import { actions, byPersonAlone, grants, type Action } from './policy/actions.ts';
import { everyForm, importGrants, metricPrefixes, sourceForms, type FormLetter } from './policy/forms.ts';
import { isRecord, ownOf } from './policy/records.ts';
import { wallActions } from './policy/walls.ts';
import type { Role } from './roles.ts';
import { stepTexts } from './steps.ts';
import type { Viewer } from './viewer.ts';

export { actions, grants, type Action } from './policy/actions.ts';
export type { FormLetter } from './policy/forms.ts';

/** Whether the viewer may act so. The hub's own jobs may; nothing is granted to a person with a step to do first. */
export function can(viewer: Viewer, action: Action): boolean {
  if (viewer.kind === 'SYSTEM') return true;
  if (viewer.kind === 'WALL') return wallActions.includes(action);
  if (viewer.role === null || viewer.next) return false;
  if (viewer.kind === 'TOKEN' && byPersonAlone.includes(action)) return false;
  if (viewer.limits?.actions && !viewer.limits.actions.includes(action)) return false;
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

/** Types whose fields pass on what they carry, and the roots, whose fields go by their actions. */
const passing = /^(Query|Mutation|Subscription|PageInfo)$|(Connection|Edge|Payload)$/;

/** Whether a field is within what a token is narrowed to; ids tell rows apart and are always there. */
export const isWithinFields = ({ limits }: Viewer, type: string, field: string): boolean =>
  !limits?.fields || field === 'id' || passing.test(type) || limits.fields.includes(`${type}.${field}`);

/** Whether the viewer may read a field of rows that they may see, as far as nothing but null would be shown otherwise. */
export function canReadField(viewer: Viewer, type: string, field: string): boolean {
  if (!isWithinFields(viewer, type, field)) return false;
  const own = isRecord(type) ? ownOf(type, field) : undefined;
  return own === undefined || can(viewer, own);
}
