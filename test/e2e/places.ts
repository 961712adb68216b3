import type { Role } from '../../server/src/access/roles.ts';

/** Who looks: somebody of a role, nobody, or somebody at the door who has still something to do. */
export type Looker = Role | 'NOBODY' | 'ENROLMENT' | 'SECOND_FACTOR';

/** One look at a page of the router: by whom, at what address, and what is pressed there first. */
export interface Place {
  readonly route: string;
  readonly as: Looker;
  /** `{employer}`, `{import}` stand for one of the hub's. */
  readonly path: string;
  readonly press?: string;
  /** What there is once it was pressed. */
  readonly opens?: string;
}
const at = (route: string, path: string, as: Looker = 'OFFICE', press?: string, opens = '.act-form'): Place => ({
  route, path, as, ...(press ? { press: `[data-test=${press}]`, opens } : {}),
}); // prettier-ignore

/** Every page of the router, some of them in more than one state. A page that is missing here fails the test. */
export const places: readonly Place[] = [
  at('home', '/'),
  at('certification', '/certification'), at('certifications', '/certifications'),
  at('dispute', '/dispute'), at('disputes', '/disputes'),
  at('union', '/union'), at('unions', '/unions'),
  at('contract', '/contract'), at('contracts', '/contracts'), at('filings', '/filings'), at('signings', '/signings'),
  at('inspection', '/inspection'), at('inspections', '/inspections'),
  at('data', '/data'), at('imports', '/imports'), at('import', '/imports/{import}'), at('matches', '/matches'),
  at('quality', '/quality'), at('voided', '/voided'),
  at('enterprises', '/enterprises'), at('enterprise', '/enterprises/{employer}'),
  at('explore', '/explore'), at('explore', '/explore?figure=union.coverage&by=town,size'),
  at('map', '/map'), at('map', '/map?town=LUOBU'),
  at('figures', '/figures'), at('metric', '/figures/union.coverage'),
  at('metric', '/figures/certification.rate?vs=2026-10-31'), at('metric-rows', '/figures/union.coverage/rows?inside=no'),
  at('wall', '/wall'), at('wall-links', '/wall-links', 'OFFICE', 'make-wall'),
  at('account', '/account'), at('password', '/password'),
  at('people', '/people', 'ADMIN', 'create'), at('person', '/people/1', 'ADMIN', 'resetPassword'),
  at('person', '/people/1', 'SECURITY', 'grant'), at('terms', '/terms', 'SECURITY'),
  at('tokens', '/tokens', 'SECURITY', 'issue'), at('settings', '/settings', 'ADMIN', 'change'),
  at('settings', '/settings'), at('policy', '/policy', 'AUDITOR'), at('audit', '/audit', 'AUDITOR', 'verify', '[data-test=verified]'),
  at('sign-in', '/sign-in', 'NOBODY'), at('wall', '/wall', 'NOBODY'),
  at('enrolment', '/enrolment', 'ENROLMENT'), at('second-factor', '/second-factor', 'SECOND_FACTOR'),
  at('no-grant', '/no-grant'), at('missing', '/nothing-here'),
]; // prettier-ignore
