import type { Message } from '../kernel/errors.ts';
import { byPersonAlone } from './policy/actions.ts';
import { rowScopes } from './policy/row-scopes.ts';
import { actions, demand, grants, type Action } from './policy.ts';
import type { PolicyType } from './policy.type.ts';
import { roleNames, roles } from './roles.ts';
import type { Viewer } from './viewer.ts';

/** The policy as the security officer reads it: the tables themselves, in words. */
export class PolicyTable {
  readonly #names: Readonly<Record<Action, Message>>;

  /** What each action is called. */
  constructor(names: Readonly<Record<Action, Message>>) {
    this.#names = names;
  }

  read(viewer: Viewer): PolicyType {
    demand(viewer, 'policy.read');
    const { language } = viewer;
    return {
      grants: actions.map(action => ({
        action,
        name: this.#names[action][language],
        roles: [...grants[action]],
        programs: !byPersonAlone.includes(action),
      })),
      rows: roles.map(role => ({ role, name: roleNames[role][language], scope: rowScopes[role] })),
    };
  }
}
